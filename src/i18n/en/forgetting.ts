import type { Counts } from '../../domain/forgetting.ts';
import { grouped } from '../number.ts';
import type { Say } from '../say.ts';

const times = (n: number, one: string, many: string): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** A customer is removed for good. */
export const forgetting = {
  lead: (who: string) => `${who} would be removed for good. Nothing brings her back, undo neither.`,
  leadRest: (id: number) => `An earlier removal of customer #${id} was broken off. What is left of her goes now.`,
  parts: (names: string) => `Merged into her, and gone as well: ${names}.`,
  goes: (n: Counts) =>
    [
      'her record',
      n.cases === 0 ? '' : times(n.cases, 'case', 'cases'),
      n.entries === 0 ? '' : times(n.entries, 'entry', 'entries'),
      n.raw === 0 ? '' : times(n.raw, 'original mail or file', 'original mails and files'),
      n.drafts === 0 ? '' : times(n.drafts, 'draft', 'drafts'),
      n.purchases === 0 ? '' : times(n.purchases, 'purchase', 'purchases'),
      n.commitments === 0 ? '' : times(n.commitments, 'follow-up or promise', 'follow-ups and promises'),
      n.handoffs === 0 ? '' : times(n.handoffs, 'hand-off', 'hand-offs'),
    ]
      .filter((one) => one !== '')
      .join(', '),
  go: (what: string) => `Goes: ${what}.`,
  neverLeave: (n: number) => `${times(n, 'message has', 'messages have')} not left yet, and never will.`,
  stays: 'Stays: anonymous facts for figures, without subject, text, name or address.',
  inCases: (numbers: string) => `Cases of others still name her: ${numbers}. Look at them by hand.`,
  inCustomers: (numbers: string) => `Customers who share an address with her or whose notes name her: ${numbers}.`,
  copies: 'Copies that still hold her:',
  made: {
    update: 'made before an update of desk; --copies removes it too',
    replaced: 'replaced by a restore; --copies removes it too',
    unfinished: 'left unfinished; --copies removes it too',
    backup: 'a backup: remove it by hand',
  },
  unreadable: 'can’t be read',
  outside: 'Not touched: mail at your provider, exports, and what was saved or copied elsewhere.',
  first: { question: 'Go on? [yes/no]', yes: 'yes' },
  second: (id: number) => `To be sure, type her number (${id}):`,
  unchanged: 'Nothing was changed.',
  steps: {
    cases: (done: number, of: number) => `Removing cases: ${grouped(done)} of ${grouped(of)}`,
    mails: (done: number, of: number) => `Removing mails and files: ${grouped(done)} of ${grouped(of)}`,
    wipe: () => 'Writing the store anew …',
  },
  done: (id: number) => `Customer #${id} is forgotten.`,
  kept: (n: number) =>
    `${times(n, 'mail or file stays, because another case needs it', 'mails and files stay, because other cases need them')}.`,
  // elsewhere
  leftOut: (n: number) => `${times(n, 'message', 'messages')} of customers who were forgotten left out.`,
  rowsLeftOut: (n: number) => `${times(n, 'row', 'rows')} of customers who were forgotten left out.`,
  rating: '(forgotten)',
  partGone: 'Part of it was forgotten with a customer, and stays gone.',
  action: '(partly forgotten)',
  // the screens
  ask: (name: string, id: number) => `Forget ${name} (#${id}) for good? Type ${id}`,
  askAgain: (id: number) => `Nothing brings her back. Type ${id} once more`,
  noCustomer: 'This case has no customer.',
};

/** What can go wrong with it. */
export const forgettingErrors = {
  'case-forgotten': (f) => [`Case #${f.number} was forgotten with its customer.`, 'Only its figures are left.'],
  'customer-forgotten': (f) => [`Customer #${f.id} was forgotten.`, 'Only figures are left.'],
  'forget-unsure': (f) => [
    `“${f.said}” is not customer #${f.id}${f.name === '' ? '' : ` (${f.name})`}. Nothing was changed.`,
    'Give her number or her whole name.',
  ],
  'forget-needs-sure': (f) => [
    'Without a terminal nobody can be asked. Nothing was changed.',
    `See what would go with --dry-run, then: desk customers forget ${f.id} --sure ${f.id}`,
  ],
  'forget-sending': (f) => [
    `A message of case #${f.number} is being sent at this moment.`,
    'Try again in two minutes: the rest is removed then.',
  ],
  'forget-unwiped': () => [
    'Everything is removed, but another program is reading the store, so traces are left in its files.',
    'Give the same command again in a moment.',
  ],
  'undo-forgotten': (f) => [`What action ${f.id} changed was forgotten with a customer.`, 'Nothing brings it back.'],
  'forget-stays': () => ['A customer who was forgotten can’t be brought back.', 'Nothing was changed.'],
} satisfies Readonly<Record<string, Say>>;
