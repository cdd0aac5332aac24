import type { CaseFieldName, Outcome, Stage } from '../../domain/case-fields.ts';

const caseFields: Readonly<Record<CaseFieldName, string>> = {
  serial: 'serial number',
  symptom: 'symptom',
  steps: 'steps tried',
  cause: 'cause',
  fix: 'fix',
  stage: 'repair',
  reason: 'reason',
  wish: 'wish',
  outcome: 'outcome',
  amount: 'amount',
};

const stages: Readonly<Record<Stage, string>> = {
  received: 'received',
  diagnosed: 'diagnosed',
  'waiting-for-part': 'waiting for a part',
  repaired: 'repaired',
  returned: 'returned',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  kept: 'kept',
  exchanged: 'exchanged',
  refunded: 'refunded',
  'sold-more': 'sold more',
};

/** What cases of a kind have of their own, and the screen that fills it in. */
export const ofKinds = {
  caseFields,
  stages,
  outcomes,
  own: {
    title: (n: number) => `Fields of #${n}`,
    none: (kind: string) => `Kind ${kind}: no further fields; i sets another kind.`,
    empty: 'not filled in',
    offered: 'offered',
    taken: 'taken',
    ask: (field: string, n: number) => `#${n} ${field}`,
    askStep: (n: number) => `#${n} tried (a line with the time is added)`,
    fromPlaybooks: 'What was offered, taken, or tried with a guide comes from the playbooks: p.',
    more: (n: number) => `and ${n} more: I`,
    steps: (n: number, last: string) => (n === 1 ? last : `${n}: ${last}`),
    spawned: (number: number, subject: string) => `From #${number}: ${subject}`,
    spawnAsk: (n: number) => `Reason for a care case from #${n}`,
    spawnedNow: (number: number, from: number) => `#${number} opened from #${from}. z takes it back.`,
  },
};
