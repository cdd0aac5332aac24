import type { Comparison, NumberField, SharedField } from '../../domain/playbook/condition.ts';
import type { StepAnswer } from '../../domain/playbook/ladder.ts';
import type { LintCode } from '../../domain/playbook/lint-playbook.ts';
import type { FlawCode } from '../../domain/playbook/page.ts';
import type { StepKind } from '../../domain/playbook/playbook.ts';
import { named, type Say } from '../say.ts';

/** Ladders of options and trouble-shooting guides. */
const kinds: Readonly<Record<StepKind, string>> = { offer: 'offer', ask: 'question', try: 'try', no: 'refusal' };

const answers: Readonly<Record<StepAnswer, string>> = { offered: 'offered', yes: 'taken', no: 'declined' };
const tried: Readonly<Record<StepAnswer, string>> = { offered: 'tried', yes: 'fixed', no: 'not fixed' };

const fields: Readonly<Record<SharedField, string>> = {
  ...{ kind: 'kind', topic: 'topic', mood: 'mood', priority: 'priority', segment: 'customer' },
  ...{ tag: 'tag', product: 'product' },
};

const comparisons: Readonly<Record<Comparison, string>> = {
  ...{ '<=': 'at most', '>=': 'at least', '<': 'less than', '>': 'more than', '=': 'exactly' },
};

const numbers: Readonly<Record<NumberField, (how: string, n: string) => string>> = {
  purchase: (how, n) => `bought ${how} ${n} days ago`,
  delivery: (how, n) => `delivered ${how} ${n} days ago`,
  value: (how, n) => `has bought for ${how} ${n} ₫`,
  strikes: (how, n) => `${how} ${n} poor marks`,
};

const flaws: Readonly<Record<FlawCode, string>> = {
  'no-front-matter': 'it does not begin with a head between lines of ---',
  'not-a-field': 'this is no field',
  'unknown-field': 'there is no such field',
  'repeated-field': 'this field is there twice',
  'missing-field': 'this field is missing',
  'bad-name': 'this is no name: small letters, digits, hyphens',
  'bad-value': 'this value can’t be',
  'bad-condition': 'this condition can’t be understood',
  'bad-lead': 'what follows can’t be understood',
  'bad-language': 'words are in vi, th and en',
  'repeated-text': 'the words of this language are there twice',
  'repeated-section': 'this step is there twice',
  'no-sections': 'there are no steps',
};

const lints: Readonly<Record<LintCode, string>> = {
  'refusal-alone': 'a refusal needs at least two ways on',
  'refusal-conditional': 'no way on from this refusal fits every customer',
  'lost-step': 'leads to a step that is not there',
  'dead-end': 'nothing follows from this answer',
  round: 'comes back to itself without an answer',
  unreachable: 'no way leads to this step',
  'missing-language': 'there are no words in this language',
  'unknown-department': 'there is no such department',
};

export const playbooks = {
  kinds,
  answers,
  tried,
  fields,
  comparisons,
  numbers,
  flaws,
  lints,
  not: 'not',
  or: 'or',
  warranty: { yes: 'under warranty', no: 'out of warranty' },
  is: (value: string) => `it is: ${value}`,
  isDays: (n: number) => `it is ${n} ${n === 1 ? 'day' : 'days'}`,
  isWarranty: { yes: 'it is under warranty', no: 'it is out of warranty' },
  notKnown: 'not known',
  noWords: 'none',

  // the screen
  title: (n: number) => `Playbooks for #${n}`,
  none: 'No playbook fits this case. Its topic decides which do: i sets it.',
  maybe: 'fits if what is not known is so',
  fits: 'fits',
  notFitting: (why: string) => `not: ${why}`,
  unsure: (why: string) => `to be asked: ${why}`,
  nextOne: 'next',
  waits: 'waits for the answer',
  ended: 'This ladder has ended.',
  cost: (money: string) => `costs ${money}`,
  free: 'costs nothing',
  vnd: (amount: string) => `${amount} ₫`,
  percent: (n: number) => `${n} % of the price`,
  by: (department: string) => `by ${department}`,
  which: (at: number, of: number) => `${at} of ${of}`,
  figures: (offered: number, taken: number) => `${offered} offered, ${taken} taken`,
  rating: (score: string) => `then rated ${score}`,
  said: 'What is said:',
  offered: (n: number, step: string) => `#${n}: offered: ${step}. z takes it back.`,
  wasTaken: (n: number, step: string) => `#${n}: taken: ${step}.`,
  wasDeclined: (n: number, step: string) => `#${n}: declined: ${step}.`,
  wasFixed: (n: number, step: string) => `#${n}: fixed by: ${step}.`,
  wasNotFixed: (n: number, step: string) => `#${n}: not fixed by: ${step}.`,
  goesOn: (step: string) => `Next: ${step}.`,
  followUp: (when: string) => `Follow-up ${when}.`,
  handOff: (departments: string) => `To be handed off to ${departments}: A.`,
  broken: (path: string, line: number, flaw: string, text: string) => `${path}:${line}: ${flaw}: ${text}`,
  brokenMore: (n: number) => `${n} ${n === 1 ? 'file' : 'files'} can’t be read: desk playbooks lint`,

  // the command line
  lintFine: (n: number) => `${n} ${n === 1 ? 'playbook' : 'playbooks'}, nothing wrong.`,
  lintFound: (n: number) => `${n} ${n === 1 ? 'thing is' : 'things are'} wrong.`,
  steps: (n: number) => `${n} ${n === 1 ? 'step' : 'steps'}`,
};

/** What can go wrong with them. */
export const playbookErrors = {
  'no-such-playbook': (f) => [
    `There is no playbook “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk playbooks list',
  ],
  'no-such-step': (f) => [`There is no step “${f.name}”.`, `There are: ${f.steps}`],
  'page-broken': (f) => [
    `${f.path}, line ${f.line}: ${named(flaws, f.flaw)}: ${f.text}.`,
    `Mend the file, then repeat. All that is wrong: desk ${f.lint} lint`,
  ],
  'step-does-not-fit': (f) => [
    `The step “${f.step}” does not fit: it wants “${f.condition}”, and that is ${f.value}.`,
    'If it is meant all the same: --anyway',
  ],
  'step-unanswered': (f) => [`The step “${f.step}” refuses something: there is nothing to answer.`, 'Offer a way on.'],
  'nothing-offered': (f) => [
    `In #${f.number} no option waits for an answer.`,
    `Offer one: desk playbooks offer ${f.number} STEP`,
  ],
} satisfies Readonly<Record<string, Say>>;
