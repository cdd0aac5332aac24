/** Before what a dry run says. */
export const dry = (dryRun: boolean): string => (dryRun ? 'Dry run, nothing was written: ' : '');
