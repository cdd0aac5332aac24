import fc from 'fast-check';

const isDeep = process.env['DESK_DEEP'] !== undefined;

// The gate says the same of the same tree. `npm run deep` draws its cases anew, and what it finds prints its seed.
if (!isDeep) fc.configureGlobal({ seed: 20_260_312 });

/** How many random cases a property is tried with: so many in every run, ten times as many in `npm run deep`. */
export const runs = (few: number): number => Number(process.env['DESK_RUNS'] ?? (isDeep ? few * 10 : few));
