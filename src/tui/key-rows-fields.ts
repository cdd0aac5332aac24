import type { CaseFields } from '../actions/set-case.ts';
import { OUTCOMES, STAGES } from '../domain/case-fields.ts';
import * as fields from './commands/fields.ts';
import { onOne } from './commands/one-case.ts';
import * as work from './commands/work.ts';
import type { KeyId } from './key-name.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const STAGE_KEYS = { received: 'r', diagnosed: 'd', 'waiting-for-part': 'w', repaired: 'p', returned: 'b' } as const;
const OUTCOME_KEYS = { kept: 'k', exchanged: 'x', refunded: 'r', 'sold-more': 'm' } as const;

/** A row that sets a field of the kind, on the selected cases or the one under the hand. */
const sets = (id: KeyId, keys: string, own: NonNullable<CaseFields['own']>): KeyRow => ({
  ...{ id, in: [...ON_CASES, 'fields'], keys: [keys], group: 'work', writes: true, verb: 'set' },
  does: (state) => work.set(state, { own }),
});

/** The fields of a case's kind: the screen that fills them in, and the steps of a repair, one chord each. */
export const FIELD_ROWS: readonly KeyRow[] = [
  { id: 'go-fields', in: ON_CASES, keys: ['I'], group: 'work', does: onOne(fields.show) },
  {
    ...{ id: 'field-edit', in: ['fields'], keys: ['Enter', 'o'], group: 'work', writes: true },
    ...{ does: fields.edit, verb: 'set', bar: 1 },
  },
  {
    ...{ id: 'field-empty', in: ['fields'], keys: ['x'], group: 'work', writes: true },
    ...{ does: fields.empty, verb: 'set', bar: 2 },
  },
  ...STAGES.map((stage) => sets(`stage-${stage}`, `${fields.MENU_KEYS.stage} ${STAGE_KEYS[stage]}`, { stage })),
  sets('stage-none', `${fields.MENU_KEYS.stage} n`, { stage: null }),
  ...OUTCOMES.map((one) =>
    sets(`outcome-${one}`, `${fields.MENU_KEYS.outcome} ${OUTCOME_KEYS[one]}`, { outcome: one }),
  ),
  sets('outcome-none', `${fields.MENU_KEYS.outcome} n`, { outcome: null }),
];
