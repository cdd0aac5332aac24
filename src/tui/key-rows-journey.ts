import * as journey from './commands/journey.ts';
import { onOne } from './commands/one-case.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const here = (row: Pick<KeyRow, 'id' | 'keys' | 'does'> & Partial<KeyRow>): KeyRow => ({
  in: ['journey'],
  group: 'move',
  ...row,
});

/** A customer's whole story. */
export const JOURNEY_ROWS: readonly KeyRow[] = [
  {
    ...{ id: 'go-journey', in: [...ON_CASES, 'agenda', 'handoffs'], keys: ['v'], group: 'work' },
    ...{ does: onOne(journey.show), verb: 'customer-journey', also: 'customer-show' },
  },
  here({ id: 'journey-open', keys: ['Enter', 'o'], does: journey.open, bar: 1 }),
  here({ id: 'journey-marks', keys: ['h'], does: journey.unfold, bar: 2 }),
  here({ id: 'journey-filter', keys: ['Tab'], group: 'find', does: journey.filter, bar: 3 }),
  here({ id: 'journey-older-case', keys: ['J'], does: journey.toCase(1) }),
  here({ id: 'journey-newer-case', keys: ['K'], does: journey.toCase(-1) }),
  here({ id: 'journey-older-silence', keys: [']'], does: journey.toSilence(1) }),
  here({ id: 'journey-newer-silence', keys: ['['], does: journey.toSilence(-1) }),
];
