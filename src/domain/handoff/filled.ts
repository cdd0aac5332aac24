import { isCaseField } from '../case-fields.ts';
import type { CaseSource, Department, FieldType, Need } from './department.ts';

export interface Evidence {
  readonly name: string;
  /** media type */
  readonly type: string;
  /** bytes */
  readonly size: number;
  /** false: desk knows of it, but has not got it */
  readonly kept: boolean;
}

/** What the case knows; dates as yyyy-mm-dd, money in VND without signs; absent or null is not known. */
export type HandoffFacts = Readonly<Partial<Record<Exclude<CaseSource, 'attachments'>, string | null>>> & {
  /** what goes with the packet */
  readonly attachments: readonly Evidence[];
};

/** What the agent typed, by the field's name. */
export type Given = Readonly<Record<string, string>>;

/** empty: nothing is there · not-a-date, not-money: something is, but none of its type · no-evidence: no attachment, and no word of one */
export type MissingWhy = 'empty' | 'not-a-date' | 'not-money' | 'no-evidence';

export interface Missing {
  readonly field: Need;
  readonly why: MissingWhy;
}

export interface FilledField {
  readonly field: Need;
  /** empty where nothing is known; for evidence what the agent said of it */
  readonly value: string;
}

/** Every field a department needs: what was given, else what the case knows. */
export const filledFields = ({ needs }: Department, given: Given, facts: HandoffFacts): FilledField[] =>
  needs.map((field) => ({ field, value: valueFor(field, given, facts) }));

function valueFor({ name, from }: Need, given: Given, facts: HandoffFacts): string {
  const typed = Object.hasOwn(given, name) ? (given[name] ?? '').trim() : '';
  const source = from ?? (isCaseField(name) ? name : null);
  return typed !== '' || source === null || source === 'attachments' ? typed : (facts[source] ?? '').trim();
}

/** What keeps a hand-off from leaving: the fields without a value, or with one that cannot be. */
export const missingFields = (department: Department, given: Given, facts: HandoffFacts): Missing[] =>
  filledFields(department, given, facts).flatMap(({ field, value }) => {
    // a photo that was shown in a chat lies in no mail: the agent says where it is
    const why = field.type !== 'evidence' ? wrong(field.type, value) : value === '' ? lacksEvidence(facts) : null;
    if (why === null || (field.optional && (why === 'empty' || why === 'no-evidence'))) return [];
    return [{ field, why }];
  });

const lacksEvidence = ({ attachments }: HandoffFacts): MissingWhy | null =>
  attachments.length === 0 ? 'no-evidence' : null;

/** Fields that were given, but that the department does not know: a slip of the pen on the command line. */
export const unknownGiven = ({ needs }: Department, given: Given): string[] =>
  Object.keys(given).filter((name) => !needs.some((need) => need.name === name));

function wrong(type: FieldType, value: string): MissingWhy | null {
  if (value === '') return 'empty';
  if (type === 'date') return isDate(value) ? null : 'not-a-date';
  return type === 'money' && !/\d/.test(value) ? 'not-money' : null;
}

/** yyyy-mm-dd, or d/m/yyyy (also with - or .), a day that there is; years of the Buddhist era too. */
function isDate(value: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? [];
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  const written = Number(year ?? y);
  const date = new Date(Date.UTC(written > 2400 ? written - 543 : written, Number(month ?? m) - 1, Number(day ?? d)));
  return date.getUTCMonth() === Number(month ?? m) - 1 && date.getUTCDate() === Number(day ?? d);
}
