import type { MissingWhy } from '../../domain/handoff/filled.ts';
import type { HandoffState } from '../../domain/handoff/handoff.ts';
import { missingHint } from '../missing-hint.ts';
import type { Say } from '../say.ts';

/** What is handed to departments, and what comes back. */
const states: Readonly<Record<HandoffState, string>> = {
  waiting: 'waits for an answer',
  answered: 'answered',
  withdrawn: 'withdrawn',
};

const whys: Readonly<Record<MissingWhy, string>> = {
  empty: 'it is needed',
  'not-a-date': 'a date, as in 2026-03-14 or 14/3/2026',
  'not-money': 'an amount of money',
  'no-evidence': 'no file of the customer’s is there: say in words where it is, or ask for one',
};

export const handoffs = {
  states,
  whys,
  ask: 'Hand off to',
  askedFor: 'asked for',
  unknown: (typed: string) => `No department is called “${typed}”.`,
  stillMissing: (n: number, department: string) => `${n} still missing for ${department}`,
  mailed: (n: number, department: string, address: string) =>
    `#${n} goes to ${department} by mail (${address}). z takes it back.`,
  copied: (n: number, department: string) => `#${n} handed to ${department}; its packet is copied, to be pasted.`,
  saved: (n: number, department: string, path: string) => `#${n} handed to ${department}: ${path}`,
  made: (n: number, department: string) => `#${n} handed to ${department}.`,
  withdrawAsk: 'Why',
  withdraws: (n: number, department: string) => `#${n} is taken back from ${department}.`,
  willCallBack: 'Its mail has not left, and will not.',
  willTell: 'Its mail has left: the department gets one that says so.',
  willNotTell: 'It went in no mail: tell the department yourself.',
  withdrawn: (n: number, department: string) => `#${n} is taken back from ${department}.`,
  calledBack: 'Its mail had not left, and does not any more.',
  toldBy: (address: string) => `A mail tells ${address}.`,
  notTold: 'The department is not told by desk.',
  receivedLate: (n: number, department: string) => `#${n}: ${department} has answered what had been withdrawn.`,
  late: 'answered after it was withdrawn',
  feedbackAsk: 'Give it to',
  noFeedback:
    'There is no feedback that nobody has been given yet. It is gathered from cases with the topic or the tag feedback.',
  feedbackCount: (lines: number, cases: number) =>
    `${lines} ${lines === 1 ? 'line' : 'lines'} of ${cases} ${cases === 1 ? 'case' : 'cases'}`,
  feedbackSent: (n: number, lines: number, department: string) =>
    `#${n}: ${lines} ${lines === 1 ? 'line' : 'lines'} of feedback for ${department}, without names.`,
  feedbackCopied: 'The packet is copied, to be pasted.',
  noProduct: 'no product named',
  withFiles: (n: number) => `${n} ${n === 1 ? 'file goes' : 'files go'} with it.`,
  lost: (name: string) => `${name} could not be cut from its mail: it is not in the folder.`,
  badFiles: (typed: string, files: number) => `“${typed}” names none of the files 1 to ${files}.`,
  goesWith: 'Goes with it',
  due: (when: string) => `Answer due ${when}.`,
  received: (n: number, department: string) => `#${n}: the answer of ${department} is in.`,

  // the board
  title: 'With departments',
  nothing: 'Nothing lies with a department. A hands a case off.',
  overdue: (span: string) => `${span} overdue`,
  left: (span: string) => `${span} left`,
  lies: (span: string) => `for ${span}`,
  count: (waiting: number, overdue: number) => `${waiting} waiting, ${overdue} overdue`,
};

/** What can go wrong with them. */
export const handoffErrors = {
  'no-such-department': (f) => [
    `There is no department “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'Its file belongs into the folder departments beside the store.',
  ],
  'no-such-field': (f) => [`The department asks for no field “${f.name}”.`, `It asks for: ${f.names}`],
  'bad-field': (f) => [`“${f.text}” is no field with a value.`, 'Write it as in --field serial=AQ-4711'],
  'handoff-incomplete': (f) => [
    `#${f.number} can’t go to ${f.department} yet. Missing: ${f.names}.`,
    missingHint('Add each with --field NAME=VALUE', whys, f),
  ],
  'no-such-evidence': (f) => [
    `#${f.number} has no file “${f.name}” from the customer.`,
    f.names ? `There are: ${f.names}` : 'Ask the customer for one first.',
  ],
  'evidence-too-large': (f) => [
    `The evidence is ${f.megabytes} MB together; at most ${f.limit} MB go with one mail.`,
    'Choose fewer files with --evidence NAME, or write all of it into a folder with --save DIR.',
  ],
  'handoff-ended': (f) => [`Nobody waits for hand-off ${f.id} any more.`, 'See: desk handoff list --all'],
  'nothing-to-withdraw': (f) => [`Nothing of #${f.number} lies with that department.`, 'See: desk handoff list'],
  'which-withdrawn': (f) => [`Several hand-offs of #${f.number} wait for an answer.`, `Say which: ${f.names}`],
  'no-feedback': () => [
    'There is no feedback that nobody has been given yet.',
    'It is gathered from cases with the topic or the tag feedback. See: desk feedback list',
  ],
  'no-such-handoff': (f) => [`There is no hand-off ${f.id}.`, 'See: desk handoff list'],
  'handoff-unknown': () => ['This answers no hand-off that is known here.', 'See what waits: desk handoff list'],
  'which-handoff': () => [
    'Several hand-offs wait for an answer, and this text does not say which it is for.',
    'Keep the line desk-handoff in it, or name the case: desk handoff receive N',
  ],
  'packet-unsaved': (f) => [
    `The packet can’t be written to ${f.path}.`,
    'It is in the case: desk show N. desk undo takes the hand-off back.',
  ],
  'mail-to-department': (f) => [
    `Message ${f.id} is for a department, and no answer to a customer.`,
    'desk undo takes the hand-off back as long as it has not left.',
  ],
} satisfies Readonly<Record<string, Say>>;
