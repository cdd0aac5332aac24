import * as z from 'zod';
import {
  type Case,
  CHANNELS,
  KINDS,
  type Kind,
  MOODS,
  PRIORITIES,
  type Snooze,
  STATUSES,
  type Status,
  TOPICS,
} from '../domain/case.ts';
import { belongsTo, CASE_FIELD_NAMES, fieldsOfKind } from '../domain/case-fields.ts';
import { DeskError } from '../domain/errors.ts';
import { takesAway } from '../domain/field-rows.ts';
import { waitingSince } from '../domain/standing.ts';
import { isTag } from '../domain/tag.ts';
import { changeField } from '../store/case-fields.ts';
import { type CasePatch, differingFields, getCase, setTags, tagsOf, updateCase, workingCase } from '../store/cases.ts';
import { spokenIn } from '../store/entries.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { toldChange, valueKept } from './own-fields.ts';

/** Letters in one field. */
const LONGEST = 20_000;

const snooze: z.ZodType<Snooze> = z.union([
  z.strictObject({ mode: z.literal('reply'), until: z.null() }),
  z.strictObject({ mode: z.enum(['until', 'firm']), until: z.int().positive() }),
]);

/** Fields of the case's kind: a value, null for none, or lines that come and go. */
const own = z.partialRecord(
  z.enum(CASE_FIELD_NAMES),
  z.union([
    z.string().max(LONGEST),
    z.null(),
    z.strictObject({ add: z.array(z.string().max(LONGEST)).optional(), take: z.array(z.string()).optional() }),
  ]),
);

/** The case fields that a key, a template or `desk set` may change. */
export const caseFields = z.strictObject({
  subject: z.string().trim().min(1).optional(),
  kind: z.enum(KINDS).optional(),
  topic: z.enum(TOPICS).nullable().optional(),
  mood: z.enum(MOODS).nullable().optional(),
  status: z.enum(STATUSES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  channel: z.enum(CHANNELS).optional(),
  product: z.string().trim().min(1).nullable().optional(),
  department: z.string().trim().min(1).nullable().optional(),
  snooze: snooze.nullable().optional(),
  own: own.optional(),
});
export type CaseFields = z.infer<typeof caseFields>;

/** Tags are typed and stand in queries. */
export const tagName = z.string().normalize('NFC').refine(isTag);

const input = z.strictObject({
  cases: z.array(z.int().positive()).min(1),
  fields: caseFields,
  addTags: z.array(tagName),
  removeTags: z.array(tagName),
  /** the version that was on the screen, for a single case; the action refuses when the case has moved on */
  expect: z.int().optional(),
});
export type SetCaseInput = z.infer<typeof input>;

export interface SetCaseOutput {
  /** cases in which something differed */
  readonly changed: number[];
  readonly unchanged: number[];
}

/** Sets fields and tags of one or many cases. */
export const setCase: Action<SetCaseInput, SetCaseOutput> = {
  id: 'set',
  input,
  run: (writing, _context, { cases, fields, addTags, removeTags, expect }) => {
    const wanted = [...new Set(cases.map((number) => workingCase(writing.store, number).number))];
    const changed: number[] = [];
    for (const number of wanted) {
      const before = getCase(writing.store, number);
      if (expect !== undefined && before.version !== expect)
        throw new DeskError('conflict', 'case-moved-on', { number });
      if (changeCase(writing, before, fields, addTags, removeTags)) changed.push(number);
    }
    const { own = {}, ...plain } = fields;
    const what = [
      ...Object.entries(plain).map(([key, value]) => `${key}=${told(value)}`),
      ...Object.entries(own).map(([key, value]) => toldChange(key, value)),
      ...addTags.map((tag) => `+${tag}`),
      ...removeTags.map((tag) => `-${tag}`),
    ];
    describeAction(writing, {
      case: wanted.length === 1 ? (wanted[0] ?? null) : null,
      cases: wanted.length,
      what: what.join(' '),
    });
    return { changed, unchanged: wanted.filter((number) => !changed.includes(number)) };
  },
};

/** Applies fields and tags to one case as an agent's own act; true when anything differed. Throws `field-of-other-kind`. */
export function changeCase(
  writing: Writing,
  before: Case,
  { own: ownFields = {}, ...fields }: CaseFields,
  addTags: readonly string[],
  removeTags: readonly string[],
): boolean {
  const patch = withoutUndefined({
    ...fields,
    ...(fields.status === undefined ? {} : turn(writing, before, fields.status)),
  });
  const ownDiffer = changeOwn(writing, before.number, fields.kind ?? before.kind, ownFields);
  const tags = [...tagsOf(writing.store, before.number).filter((tag) => !removeTags.includes(tag)), ...addTags];
  const tagsDiffer = setTags(writing, before.number, tags);
  if (!tagsDiffer && !ownDiffer && differingFields(before, patch).length === 0) return false;
  updateCase(writing, before, { ...patch, touchedAt: writing.now, unread: false });
  return true;
}

/** Fields of the kind; what another kind has can only be taken away. True when anything differed. */
function changeOwn(writing: Writing, number: number, kind: Kind, fields: NonNullable<CaseFields['own']>): boolean {
  let differs = false;
  for (const name of CASE_FIELD_NAMES) {
    const change = fields[name];
    if (change === undefined) continue;
    if (!takesAway(change) && !belongsTo(name, kind)) {
      const names = fieldsOfKind(kind).join(', ');
      if (names === '') throw new DeskError('bad-value', 'no-field-of-kind', { number, field: name, kind });
      throw new DeskError('bad-value', 'field-of-other-kind', { number, field: name, kind, names });
    }
    const kept = typeof change === 'string' ? valueKept(name, change) : change;
    differs = changeField(writing, number, name, kept) || differs;
  }
  return differs;
}

/** What follows from a status that an agent sets by hand. */
function turn(writing: Writing, before: Case, status: Status): CasePatch {
  if (status === 'solved' || status === 'closed')
    return { status, waitingSince: null, solvedAt: before.solvedAt ?? writing.now, snooze: null };
  const waiting = status === 'pending' ? null : waitingSince(spokenIn(writing.store, before.number));
  return { status, waitingSince: waiting, solvedAt: null };
}

function withoutUndefined(fields: CasePatch | CaseFields): CasePatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function told(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'object' && 'mode' in value) return String(value.mode);
  return String(value);
}
