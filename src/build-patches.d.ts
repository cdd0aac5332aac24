import type { Plugin } from 'esbuild';

/** Ink's own files, changed so that a key costs a third. */
export const inkPatches: readonly Plugin[];
/** All that is changed in dependencies while they are bundled. */
export const patches: readonly Plugin[];
