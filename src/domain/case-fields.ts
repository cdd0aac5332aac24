import type { Kind } from './case.ts';
import { readMoney, writeMoney } from './money.ts';

/** Where an item that was sent in stands, in the order in which it gets there. */
export const STAGES = ['received', 'diagnosed', 'waiting-for-part', 'repaired', 'returned'] as const;
export type Stage = (typeof STAGES)[number];

/** How a care case ended: what she has, or got. */
export const OUTCOMES = ['kept', 'exchanged', 'refunded', 'sold-more'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** text: words · lines: one after the other, each with its time · stage: with the moment of each · choice · amount: with a currency */
type Form = 'text' | 'lines' | 'stage' | 'choice' | 'amount';

interface FieldOfKinds {
  readonly kinds: readonly Kind[];
  readonly form: Form;
}

/** What cases of a kind have beyond what every case has: the one table of it. A service case has nothing of its own. */
export const CASE_FIELDS = {
  serial: { kinds: ['support', 'care'], form: 'text' },
  symptom: { kinds: ['support'], form: 'text' },
  steps: { kinds: ['support'], form: 'lines' },
  cause: { kinds: ['support'], form: 'text' },
  fix: { kinds: ['support'], form: 'text' },
  stage: { kinds: ['support'], form: 'stage' },
  reason: { kinds: ['care'], form: 'text' },
  wish: { kinds: ['care'], form: 'text' },
  outcome: { kinds: ['care'], form: 'choice' },
  amount: { kinds: ['care'], form: 'amount' },
} as const satisfies Record<string, FieldOfKinds>;
export type CaseFieldName = keyof typeof CASE_FIELDS;

export const isCaseField = (name: string): name is CaseFieldName => Object.hasOwn(CASE_FIELDS, name);
export const CASE_FIELD_NAMES: readonly CaseFieldName[] = Object.keys(CASE_FIELDS).filter(isCaseField);

export const formOf = (name: CaseFieldName): Form => CASE_FIELDS[name].form;
export const belongsTo = (name: CaseFieldName, kind: Kind): boolean =>
  CASE_FIELDS[name].kinds.some((one) => one === kind);
export const fieldsOfKind = (kind: Kind): CaseFieldName[] => CASE_FIELD_NAMES.filter((name) => belongsTo(name, kind));

/** What the field may say, where that is one of a few; else null. */
export function choicesOf(name: CaseFieldName): readonly string[] | null {
  const form = formOf(name);
  return form === 'stage' ? STAGES : form === 'choice' ? OUTCOMES : null;
}

/** The value as it is kept; null where it is none of this field. A sum is kept as `500000 VND`. */
export function keptValue(name: CaseFieldName, typed: string): string | null {
  const text = typed.trim();
  const choices = choicesOf(name);
  if (choices !== null) return choices.find((one) => one === text.toLowerCase()) ?? null;
  if (formOf(name) !== 'amount') return text === '' ? null : text;
  const money = readMoney(text);
  return money === null ? null : writeMoney(money);
}
