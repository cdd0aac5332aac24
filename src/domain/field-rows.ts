import { type CaseFieldName, formOf, isCaseField, keptValue, STAGES, type Stage } from './case-fields.ts';

/** A row of the store: a field's value; of lines and stages one row each, `steps/1773280800000` and `stage/repaired`. */
export interface FieldRow {
  readonly field: string;
  readonly value: string;
}

/** A line with the moment (ms) at which it was written. */
export interface TriedStep {
  readonly at: number;
  readonly text: string;
}

export interface ReachedStage {
  readonly stage: Stage;
  /** ms */
  readonly at: number;
}

/** The fields of one case, as far as they are filled. */
export interface OwnFields {
  /** of all but lines; a sum as `500000 VND` */
  readonly values: Readonly<Partial<Record<CaseFieldName, string>>>;
  /** oldest first */
  readonly steps: readonly TriedStep[];
  /** every stage with the last time it was reached, oldest first */
  readonly reached: readonly ReachedStage[];
}

const partsOf = (field: string): { name: string; part: string } => {
  const slash = field.indexOf('/');
  return slash < 0 ? { name: field, part: '' } : { name: field.slice(0, slash), part: field.slice(slash + 1) };
};

/** May a store hold this row? Files come from anywhere. */
export function isFieldRow({ field, value }: FieldRow): boolean {
  const { name, part } = partsOf(field);
  if (!isCaseField(name)) return false;
  if (value === '') return true; // taken away; see `inForce`
  if (formOf(name) === 'lines') return isMoment(part);
  if (part === '') return keptValue(name, value) === value;
  return formOf(name) === 'stage' && STAGES.some((one) => one === part) && isMoment(value);
}

const isMoment = (text: string): boolean => /^\d{1,15}$/.test(text);

/**
 * The rows in force of a case and those that were merged into it, its own first: each field is the first one's that has
 * it, lines come together. An empty value says that the field was taken away here, whatever the merged ones have.
 */
export function inForce(families: readonly (readonly FieldRow[])[]): FieldRow[] {
  const rows = new Map<string, string>();
  for (const own of families) {
    const had = new Set([...rows.keys()].map((field) => partsOf(field).name));
    for (const { field, value } of own) {
      const { name } = partsOf(field);
      const adds = isCaseField(name) && (formOf(name) === 'lines' || !had.has(name));
      if (adds && !rows.has(field)) rows.set(field, value);
    }
  }
  return [...rows].filter(([, value]) => value !== '').map(([field, value]) => ({ field, value }));
}

/** What rows in force say. */
export function readFields(rows: readonly FieldRow[]): OwnFields {
  const found = rows.map(({ field, value }) => ({ ...partsOf(field), value }));
  const values: Partial<Record<CaseFieldName, string>> = {};
  for (const { name, part, value } of found) if (part === '' && isCaseField(name)) values[name] = value;
  return {
    values,
    steps: found
      .filter(({ name }) => name === 'steps')
      .map(({ part, value }) => ({ at: Number(part), text: value }))
      .sort((one, other) => one.at - other.at),
    reached: found
      .filter(({ name }) => name === 'stage')
      .flatMap(({ part, value }) => STAGES.filter((one) => one === part).map((stage) => ({ stage, at: Number(value) })))
      .sort((one, other) => one.at - other.at || STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage)),
  };
}

/** Lines that come, and lines that go: of several that say the same the last one goes. */
export interface LinesChange {
  readonly add?: readonly string[] | undefined;
  readonly take?: readonly string[] | undefined;
}

/** What is done to a field: it says this, or nothing (null); or lines of it come and go. */
export type FieldChange = string | null | LinesChange;

/** Does it only take something away? That can be done to any field, whatever the kind. */
export const takesAway = (change: FieldChange): boolean =>
  change === null || (typeof change === 'object' && (change.add ?? []).length === 0);

/** The rows of lines that go: for each text the last one that says it. */
function lastThatSay(rows: readonly FieldRow[], mine: readonly string[], texts: readonly string[]): string[] {
  const left = rows
    .filter(({ field }) => mine.includes(field))
    .toSorted((one, other) => Number(partsOf(one.field).part) - Number(partsOf(other.field).part));
  return texts.flatMap((text) => {
    const at = left.findLastIndex(({ value }) => value === text);
    return at < 0 ? [] : left.splice(at, 1).map(({ field }) => field);
  });
}

/** What rows in force become by a change: the rows that differ, by their names; null: gone. */
export function rowsChanged(rows: readonly FieldRow[], name: CaseFieldName, change: FieldChange, now: number) {
  const had = new Map(rows.map(({ field, value }) => [field, value]));
  const mine = [...had.keys()].filter((field) => partsOf(field).name === name);
  const changed = new Map<string, string | null>();
  const put = (field: string, value: string | null): void => {
    if ((had.get(field) ?? null) !== value) changed.set(field, value);
  };
  if (formOf(name) === 'lines') {
    const lines = typeof change === 'string' ? change.split('\n') : (change?.add ?? []);
    const gone = change === null || typeof change === 'string' ? mine : lastThatSay(rows, mine, change.take ?? []);
    for (const field of gone) put(field, null);
    // two lines of one moment come one after the other all the same
    let at = Math.max(now, ...mine.map((field) => Number(partsOf(field).part) + 1));
    for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
      put(`${name}/${at}`, line);
      at += 1;
    }
    return changed;
  }
  if (change === null) for (const field of mine) put(field, null);
  if (typeof change !== 'string') return changed;
  put(name, change);
  if (formOf(name) === 'stage' && changed.size > 0) put(`${name}/${change}`, String(now));
  return changed;
}
