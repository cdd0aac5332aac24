import { KINDS, MOODS, PRIORITIES, TOPICS } from '../case.ts';
import { type CaseFieldName, choicesOf, formOf, isCaseField } from '../case-fields.ts';
import { SEGMENTS } from '../customer.ts';
import { listed, pieces, writeList } from './quoting.ts';

/** What the fields of the case's kind say; those that are not filled may be left out. */
type OwnFacts = Readonly<Partial<Record<CaseFieldName, string | readonly string[] | null>>>;

/** What a case and its customer are at the moment; null is "not known". */
export interface PlaybookFacts extends OwnFacts {
  readonly kind: string;
  readonly topic: string | null;
  readonly mood: string | null;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly product: string | null;
  readonly segment: string | null;
  /** VND; what the customer has bought so far */
  readonly value: number | null;
  /** poor marks in the ledger's window */
  readonly strikes: number;
  /** whole days */
  readonly daysSincePurchase: number | null;
  readonly daysSinceDelivery: number | null;
  readonly inWarranty: boolean | null;
}

/** Fields with words that every case has: the values a file may name, or null where any word is right. */
const SHARED = {
  kind: KINDS,
  topic: TOPICS,
  mood: MOODS,
  priority: PRIORITIES,
  segment: SEGMENTS,
  tag: null,
  product: null,
} as const satisfies Record<string, readonly string[] | null>;
export type SharedField = keyof typeof SHARED;

/** Those, and what cases of a kind have of their own; a sum is none of words. */
export type WordField = SharedField | Exclude<CaseFieldName, 'amount'>;

const isShared = (text: string): text is SharedField => Object.hasOwn(SHARED, text);
const isWordField = (text: string): text is WordField =>
  isShared(text) || (isCaseField(text) && formOf(text) !== 'amount');

/** The values a file may name for it, or null where any word is right. */
export const wordsOf = (field: WordField): readonly string[] | null =>
  isShared(field) ? SHARED[field] : choicesOf(field);

/** Fields with numbers: `purchase` and `delivery` in days since then (`7d`), `value` in VND, `strikes` counted. */
export const NUMBER_FIELDS = ['purchase', 'delivery', 'value', 'strikes'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

export const COMPARISONS = ['<=', '>=', '<', '>', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One of the pieces of `if: segment loyal,current; purchase < 7d; not tag refunded; warranty yes`. */
export type Condition =
  | { readonly field: WordField; readonly not: boolean; readonly values: readonly string[] }
  | { readonly field: NumberField; readonly is: Comparison; readonly than: number }
  | { readonly field: 'warranty'; readonly holds: boolean };

export type FactValue = string | number | boolean | readonly string[] | null;

/** A condition that is not met, and the fact's value; `value` null: the fact is not known. */
export interface Unmet {
  readonly condition: Condition;
  readonly value: FactValue;
}

/** Reads the conditions of a line; null and the piece where one is wrong. */
export function readConditions(line: string): { conditions: Condition[]; wrong: string | null } {
  const conditions: Condition[] = [];
  for (const piece of pieces(line, ';')) {
    const condition = readCondition(piece);
    if (condition === null) return { conditions, wrong: piece };
    conditions.push(condition);
  }
  return { conditions, wrong: null };
}

function readCondition(piece: string): Condition | null {
  const [, not, field = '', rest = ''] = /^(not )?\s*([a-z]+)\s*(.*)$/su.exec(piece) ?? [];
  if (isWordField(field)) return wordCondition(field, not !== undefined, listed(rest));
  if (not !== undefined) return null; // a number's opposite has a sign of its own
  if (field === 'warranty') return rest === 'yes' || rest === 'no' ? { field, holds: rest === 'yes' } : null;
  const number = NUMBER_FIELDS.find((one) => one === field);
  const [, sign, digits = '', days] = /^(<=|>=|<|>|=)\s*(\d{1,15})(d?)$/.exec(rest) ?? [];
  const is = COMPARISONS.find((one) => one === sign);
  if (number === undefined || is === undefined) return null;
  if ((days === 'd') !== inDays(number)) return null;
  return { field: number, is, than: Number(digits) };
}

function wordCondition(field: WordField, not: boolean, values: readonly string[]): Condition | null {
  const known = wordsOf(field);
  if (values.length === 0 || values.includes('')) return null;
  return known !== null && values.some((one) => !known.includes(one)) ? null : { field, not, values };
}

const inDays = (field: NumberField): boolean => field === 'purchase' || field === 'delivery';

/** The conditions as they stand in a file; reading them gives the same. */
export const writeConditions = (conditions: readonly Condition[]): string => conditions.map(writeCondition).join('; ');

export function writeCondition(condition: Condition): string {
  if ('values' in condition) return `${condition.not ? 'not ' : ''}${condition.field} ${writeList(condition.values)}`;
  if ('holds' in condition) return `warranty ${condition.holds ? 'yes' : 'no'}`;
  return `${condition.field} ${condition.is} ${condition.than}${inDays(condition.field) ? 'd' : ''}`;
}

/**
 * The conditions that are not met, each with the fact it was compared with. What is not known meets no condition, but
 * one that asks for words not to be there.
 */
export const unmet = (conditions: readonly Condition[], facts: PlaybookFacts): Unmet[] =>
  conditions
    .map((condition) => ({ condition, value: factOf(condition, facts) }))
    .filter(({ condition, value }) => !holds(condition, value));

function factOf({ field }: Condition, facts: PlaybookFacts): FactValue {
  switch (field) {
    case 'tag':
      return facts.tags;
    case 'purchase':
      return facts.daysSincePurchase;
    case 'delivery':
      return facts.daysSinceDelivery;
    case 'warranty':
      return facts.inWarranty;
    default:
      return facts[field] ?? null;
  }
}

function holds(condition: Condition, value: FactValue): boolean {
  if ('values' in condition) return hasWord(condition.field, condition.values, value) !== condition.not;
  if ('holds' in condition) return value === condition.holds;
  return typeof value === 'number' && compares(value, condition.is, condition.than);
}

/** A tag is one of the case's; what may say anything (a product, a symptom) holds the words; all else is the same word. */
function hasWord(field: WordField, values: readonly string[], value: FactValue): boolean {
  if (value === null) return false;
  const plain = (text: string): string => text.normalize('NFC').toLowerCase();
  const facts = typeof value === 'object' ? value.map(plain) : [plain(String(value))];
  const isFree = field !== 'tag' && wordsOf(field) === null;
  return values.map(plain).some((one) => (isFree ? facts.some((fact) => fact.includes(one)) : facts.includes(one)));
}

function compares(value: number, is: Comparison, than: number): boolean {
  switch (is) {
    case '<':
      return value < than;
    case '<=':
      return value <= than;
    case '>':
      return value > than;
    case '>=':
      return value >= than;
    case '=':
      return value === than;
  }
}
