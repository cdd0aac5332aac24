/** A table whose rows undo can bring back. */
export interface Journaled {
  readonly table: string;
  /** the columns of the primary key */
  readonly key: readonly string[];
  /** SQL that tells the case of a row (`$row` stands for OLD or NEW), so that a bulk action is undone case by case */
  readonly caseOf: string | null;
  /** the row that this one goes with when it goes (ON DELETE CASCADE) */
  readonly parent?: { readonly table: string; readonly column: string };
  /** made together with its parent and never alone: its making needs no line of its own */
  readonly owned?: true;
  /** rows of other actions that would lose their ground if this row went */
  readonly children?: readonly { readonly table: string; readonly column: string }[];
  /** columns that name a row of another table, which must be there */
  readonly needs?: readonly { readonly table: string; readonly column: string }[];
  /** columns that are also written outside of actions (`true`: all of them); undo does not look whether they moved on */
  readonly quiet?: readonly string[] | true;
  /** columns that most actions write beside what they are about; they stand in nobody's way */
  readonly aside?: Readonly<Record<string, Aside>>;
}

/**
 * How such a column goes back: one that tells the last time keeps what came later; a version goes on, so that the case
 * is seen to have changed; of a count, what the action added is taken off.
 */
export type Aside = 'last' | 'version' | 'count';

const ofEntry = { table: 'entries', column: 'entry' };
const ofCustomer = { table: 'customers', column: 'customer' };
const ofCase = { table: 'cases', column: 'case_number' };

export const JOURNALED: readonly Journaled[] = [
  { table: 'settings', key: ['key'], caseOf: null },
  {
    table: 'customers',
    key: ['id'],
    caseOf: null,
    aside: { version: 'version' },
    needs: [{ table: 'customers', column: 'merged_into' }],
    children: [
      { table: 'cases', column: 'customer' },
      { table: 'contact_points', column: 'customer' },
      { table: 'commitments', column: 'customer' },
      { table: 'customers', column: 'merged_into' },
      { table: 'customer_tags', column: 'customer' },
      { table: 'purchases', column: 'customer' },
      { table: 'customer_merge_rows', column: 'source' },
      { table: 'mark_overrides', column: 'customer' },
      { table: 'touches', column: 'customer' },
    ],
  },
  { table: 'contact_points', key: ['id'], caseOf: null, parent: { table: 'customers', column: 'customer' } },
  {
    table: 'cases',
    key: ['number'],
    caseOf: '$row.number',
    // what is due is worked out anew after every action
    quiet: ['unread', 'due_at', 'due_what'],
    aside: { version: 'version', updated_at: 'last', touched_at: 'last' },
    needs: [
      { table: 'customers', column: 'customer' },
      { table: 'cases', column: 'merged_into' },
    ],
    children: [
      { table: 'case_tags', column: 'case_number' },
      { table: 'entries', column: 'case_number' },
      { table: 'cases', column: 'merged_into' },
      { table: 'merges', column: 'source' },
      { table: 'links', column: 'a' },
      { table: 'links', column: 'b' },
      { table: 'ratings', column: 'case_number' },
      { table: 'blocked_senders', column: 'case_number' },
      { table: 'commitments', column: 'case_number' },
      { table: 'case_fields', column: 'case_number' },
      { table: 'playbook_answers', column: 'case_number' },
      { table: 'handoffs', column: 'case_number' },
    ],
  },
  { table: 'case_tags', key: ['case_number', 'tag'], caseOf: '$row.case_number', parent: ofCase },
  {
    table: 'entries',
    key: ['id'],
    caseOf: '$row.case_number',
    // the bytes of what was sent are known when it has been sent
    quiet: ['received'],
    needs: [ofCase],
    children: [
      { table: 'outbox', column: 'entry' },
      { table: 'merge_entries', column: 'entry' },
    ],
  },
  { table: 'entry_addresses', key: ['entry', 'position'], caseOf: null, parent: ofEntry, owned: true },
  { table: 'parts', key: ['entry', 'n'], caseOf: null, parent: ofEntry, owned: true },
  { table: 'message_refs', key: ['entry', 'position'], caseOf: null, parent: ofEntry, owned: true },
  {
    table: 'merges',
    key: ['source'],
    caseOf: '$row.source',
    parent: { table: 'cases', column: 'source' },
    children: [
      { table: 'merge_entries', column: 'source' },
      { table: 'merge_tags', column: 'source' },
    ],
  },
  {
    table: 'merge_entries',
    key: ['source', 'entry'],
    caseOf: '$row.source',
    parent: { table: 'merges', column: 'source' },
    needs: [{ table: 'entries', column: 'entry' }],
  },
  {
    table: 'merge_tags',
    key: ['source', 'tag'],
    caseOf: '$row.source',
    parent: { table: 'merges', column: 'source' },
  },
  {
    table: 'links',
    key: ['a', 'b'],
    caseOf: '$row.a',
    parent: { table: 'cases', column: 'a' },
    needs: [{ table: 'cases', column: 'b' }],
  },
  { table: 'blocked_senders', key: ['address'], caseOf: '$row.case_number', parent: ofCase },
  { table: 'ratings', key: ['id'], caseOf: '$row.case_number', parent: ofCase },
  {
    table: 'commitments',
    key: ['id'],
    caseOf: '$row.case_number',
    needs: [ofCase, { table: 'customers', column: 'customer' }],
  },
  { table: 'customer_tags', key: ['customer', 'tag'], caseOf: null, parent: ofCustomer },
  { table: 'purchases', key: ['id'], caseOf: null, parent: ofCustomer },
  {
    table: 'customer_merge_rows',
    key: ['source', 'tbl', 'row'],
    caseOf: null,
    parent: { table: 'customers', column: 'source' },
  },
  { table: 'mark_overrides', key: ['customer', 'mark'], caseOf: null, parent: ofCustomer },
  {
    table: 'touches',
    key: ['key'],
    // `the-plan/5/case-42`: it stays or goes with what it made in the case
    caseOf:
      "iif(instr($row.key, '/case-') > 0, CAST(substr($row.key, instr($row.key, '/case-') + 6) AS INTEGER), NULL)",
    parent: ofCustomer,
  },
  { table: 'case_fields', key: ['case_number', 'field'], caseOf: '$row.case_number', parent: ofCase },
  { table: 'playbook_answers', key: ['id'], caseOf: '$row.case_number', parent: ofCase },
  { table: 'handoffs', key: ['id'], caseOf: '$row.case_number', parent: ofCase },
  { table: 'schedules', key: ['name'], caseOf: null, children: [{ table: 'targets', column: 'schedule' }] },
  { table: 'targets', key: ['name'], caseOf: null, needs: [{ table: 'schedules', column: 'schedule' }] },
  {
    table: 'templates',
    key: ['id'],
    caseOf: null,
    aside: { used: 'count' },
    children: [{ table: 'template_bodies', column: 'template' }],
  },
  {
    table: 'template_bodies',
    key: ['template', 'language'],
    caseOf: null,
    parent: { table: 'templates', column: 'template' },
  },
  { table: 'drafts', key: ['case_number', 'type'], caseOf: '$row.case_number', parent: ofCase, quiet: true },
  { table: 'mail_accounts', key: ['id'], caseOf: null, children: [{ table: 'outbox', column: 'account' }] },
  {
    table: 'outbox',
    key: ['entry'],
    caseOf: '(SELECT e.case_number FROM entries e WHERE e.id = $row.entry)',
    parent: ofEntry,
    // what became of it on its way is no action of anybody; its state is, and a state that moved on blocks undo
    quiet: ['attempts', 'problem', 'code', 'claimed_by', 'claimed_until', 'sent_at', 'not_before', 'seen'],
    needs: [{ table: 'mail_accounts', column: 'account' }],
  },
];

/** Tables that undo leaves alone, each with its reason; a test walks the schema and fails on a table in neither list. */
export const NOT_JOURNALED: Readonly<Record<string, string>> = {
  case_counts: 'derived; kept by triggers of the file',
  tombstones: 'what was removed for good must not come back by undo',
  actions: 'history',
  changes: 'history',
  events: 'history',
  mailboxes: 'how far a server was read; a mail that comes twice is seen to be the same',
  keys: 'made once, never changed',
  clock_state: 'which rules what is due was worked out by; counted on by triggers of the file',
  standings: 'derived; worked out after every action, undo and redo',
  standings_behind: 'derived; which of them are to be worked out',
  ledger_state: 'which rules standings were worked out by; counted on by triggers of the file',
  mail_state: 'how the accounts do now',
  unfiled: 'faults, told by doctor',
  forgotten_customers: 'what was removed for good must not come back by undo',
  forgotten_cases: 'anonymous facts of what was removed for good',
  forgotten_entries: 'anonymous facts of what was removed for good',
  forgotten_ratings: 'anonymous facts of what was removed for good',
  forgotten_answers: 'anonymous facts of what was removed for good',
  forgotten_promises: 'anonymous facts of what was removed for good',
  forgotten_handoffs: 'anonymous facts of what was removed for good',
  forgotten_raw: 'what is still to be removed for good',
  backups: 'files elsewhere, which undo does not take away',
  search: 'derived; written again after undo',
  search_rows: 'derived; written again after undo',
};
