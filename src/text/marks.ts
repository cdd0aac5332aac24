/** More marks than any script stacks on a letter. */
export const LONGEST_RUN = 32;

const longRun = new RegExp(`(\\p{M}{${LONGEST_RUN}})\\p{M}+`, 'gu');

/**
 * Cuts runs of marks no script has. To be called before `normalize`, which sorts a run of marks in quadratic time: a
 * megabyte of two marks in turns would stop the program for minutes.
 */
export const capMarks = (text: string): string => text.replace(longRun, '$1');
