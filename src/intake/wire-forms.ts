import * as z from 'zod';
import { CHANNELS, KINDS, MOODS, PRIORITIES, SNOOZE_MODES, STATUSES, TOPICS } from '../domain/case.ts';
import { COMMITMENTS } from '../domain/commitment.ts';
import { CONSENTS, POINT_KINDS, SEGMENTS } from '../domain/customer.ts';
import type { DraftHead } from '../domain/draft-head.ts';
import { ADDRESS_ROLES, AT_SOURCES, AUTHENTICATED, DELIVERIES, FILED_ONLY, PARTIES } from '../domain/entry.ts';
import { HANDOFF_STATES } from '../domain/handoff/handoff.ts';
import type { RecordCommitment } from '../domain/incoming.ts';
import { STEP_ANSWERS } from '../domain/playbook/ladder.ts';
import { type Expectation, problemFromText } from '../domain/problem.ts';
import { SCORES } from '../domain/rating.ts';

/**
 * The wire form of desk's own JSONL: what `desk show --json` and `desk export` print and people write by hand. Lists may
 * be left out, null is the same as left out, dates are ISO 8601, keys nobody knows are passed over.
 */
const orNothing = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);
const listOf = <T extends z.ZodType>(type: T) =>
  z
    .array(type)
    .nullish()
    .transform((list) => list ?? []);
const text = orNothing(z.string());
const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
/** ISO 8601; ms since 1970 for the few moments that ISO 8601 has no four-digit year for */
const moment = z.union([z.iso.datetime({ offset: true, local: true }).transform(toMs), z.int()], {
  error: 'date' satisfies Expectation,
});
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sha256' satisfies Expectation);

/** A date without a zone is UTC, wherever it is read. */
function toMs(value: string): number {
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
}

const address = z.union(
  [z.object({ name: words, address: words }), z.string().transform((value) => ({ name: '', address: value }))],
  { error: 'address' satisfies Expectation },
);

const attachment = z.object({
  n: orNothing(z.int().positive()),
  name: words,
  type: words,
  size: z.int().min(0),
  sha256,
  cid: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

/** As exported, or in words. */
const problem = z
  .union([z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }), z.string()], {
    error: 'text' satisfies Expectation,
  })
  .transform((value) => problemFromText(typeof value === 'string' ? value : JSON.stringify(value)));

/** What was chosen for a draft beside its words. */
const draftHead = z
  .object({
    to: z.array(address),
    cc: z.array(address),
    bcc: z.array(address),
    from: z.string(),
    subject: z.string(),
    parts: z.array(attachment.extend({ n: z.int().positive() })),
    quote: z.literal(true),
    leaveAt: z.int(),
  })
  .partial()
  .transform((head): DraftHead => head as DraftHead); // what is left out is left out, never undefined

const outbox = z.object({ state: z.enum(DELIVERIES), messageId: z.string(), envelope: z.string() });

export const entryForm = z
  .object({
    type: z.enum(['message', 'note', 'call', 'event']),
    party: z.enum(PARTIES),
    direction: z.enum(['in', 'out']).nullish(),
    channel: z.enum(CHANNELS).nullish(),
    at: moment.nullish(),
    from: orNothing(address),
    to: listOf(address),
    cc: listOf(address),
    subject: text,
    text: words,
    quoted: words,
    minutes: orNothing(z.number().int().min(0)),
    messageId: text,
    automatic: text,
    thanks: orNothing(z.boolean()),
    filedOnly: orNothing(z.enum(FILED_ONLY)),
    authenticated: orNothing(z.enum(AUTHENTICATED)),
    uid: text,
    author: text,
    atSource: orNothing(z.enum(AT_SOURCES)),
    problem: orNothing(problem),
    addresses: orNothing(z.array(z.object({ role: z.enum(ADDRESS_ROLES), name: words, address: words }))),
    attachments: listOf(attachment),
    references: listOf(z.string()),
    identity: text,
    raw: orNothing(sha256),
    outbox: orNothing(outbox),
  })
  .transform(({ direction, at, ...rest }) => ({ ...rest, direction: direction ?? null, at: at ?? null }));

const when = orNothing(moment).transform((value) => value ?? null);
const purchase = z.object({
  ...{ at: when, deliveredAt: when, product: z.string(), warrantyUntil: when },
  serial: text.transform((value) => value ?? null),
  amount: orNothing(z.int()).transform((value) => value ?? null),
  currency: text.transform((value) => value ?? 'VND'),
});

const customer = z.object({
  uid: text,
  name: words,
  givenName: text,
  honorific: text,
  language: text,
  segment: orNothing(z.enum(SEGMENTS)),
  company: text,
  internal: orNothing(z.boolean()),
  emails: listOf(z.string()),
  phones: listOf(z.string()),
  handles: listOf(z.string()),
  segmentSince: orNothing(moment),
  consent: orNothing(z.enum(CONSENTS)),
  notes: text,
  fields: orNothing(z.record(z.string(), z.string())),
  tags: orNothing(z.array(z.string())),
  purchases: orNothing(z.array(purchase)),
  overrides: orNothing(z.array(z.object({ mark: z.string(), reason: z.string(), at: moment, author: words }))),
});

const ratings = z.array(z.object({ score: z.literal(SCORES), comment: words, at: moment, author: words }));
const commitments = z.array(
  z
    .object({
      ...{ kind: z.enum(COMMITMENTS), at: moment, text: words, template: text, madeAt: moment, author: words },
      ...{ doneAt: when, droppedAt: when, missedAt: when },
    })
    .transform(({ template, ...one }): RecordCommitment => ({ ...one, template: template ?? null })),
);
const options = z.array(
  z.object({
    ...{ playbook: z.string(), step: z.string(), answer: z.enum(STEP_ANSWERS) },
    ...{ cost: z.number().nullable(), at: moment, author: words },
  }),
);
const form = z.record(z.string(), z.string());
const handoffs = z.array(
  z.object({
    ...{ mark: z.string().min(1), department: z.string(), state: z.enum(HANDOFF_STATES), given: form, packet: words },
    ...{ dueAt: when, madeAt: moment, author: words, answeredAt: when, answer: form.nullable() },
  }),
);
const blockedSenders = z.array(z.object({ address: z.string(), at: moment }));
const merge = z.object({
  status: z.enum(STATUSES),
  waitingSince: moment.nullish().transform((value) => value ?? null),
  entries: listOf(z.string()),
  tags: listOf(z.string()),
});

export const caseForm = z.object({
  type: z.literal('case').default('case'),
  uid: text,
  number: orNothing(z.int().positive()),
  subject: words,
  kind: z.enum(KINDS).default('service'),
  topic: orNothing(z.enum(TOPICS)),
  mood: orNothing(z.enum(MOODS)),
  status: orNothing(z.enum(STATUSES)),
  priority: z.enum(PRIORITIES).default('normal'),
  channel: z.enum(CHANNELS).default('email'),
  tags: listOf(z.string()),
  product: text,
  department: text,
  snooze: orNothing(z.enum(SNOOZE_MODES)),
  snoozedUntil: orNothing(moment),
  unread: orNothing(z.boolean()),
  createdAt: moment.nullish(),
  updatedAt: moment.nullish(),
  waitingSince: moment.nullish(),
  solvedAt: moment.nullish(),
  touchedAt: moment.nullish(),
  mergedInto: text,
  merge: orNothing(merge),
  ratings: orNothing(ratings),
  commitments: orNothing(commitments),
  options: orNothing(options),
  handoffs: orNothing(handoffs),
  fields: orNothing(form),
  linkedWith: orNothing(z.array(z.string())),
  blockedSenders: orNothing(blockedSenders),
  drafts: orNothing(
    z.array(
      z.object({ type: z.enum(['reply', 'note']), text: z.string(), template: text, head: orNothing(draftHead) }),
    ),
  ),
  customer: customer.nullish().transform((value) => value ?? { name: '', emails: [], phones: [], handles: [] }),
  entries: listOf(entryForm),
});

export const templateForm = z.object({
  type: z.literal('template'),
  name: z.string().regex(/^[\p{L}\p{M}\p{N}-]+$/u, 'template-name' satisfies Expectation),
  title: words,
  tags: listOf(z.string()),
  bodies: z
    .record(z.string(), z.string())
    .refine((bodies) => Object.keys(bodies).length > 0, 'body' satisfies Expectation),
  set: z
    .record(z.string(), z.string())
    .nullish()
    .transform((value) => value ?? {}),
  addTags: listOf(z.string()),
  used: orNothing(z.int().min(0)),
});

const known = z.union([z.string(), z.number(), z.null()]);
const mergedCustomer = z.object({
  into: z.string(),
  cases: listOf(z.string()),
  points: listOf(z.object({ kind: z.enum(POINT_KINDS), value: z.string() })),
  purchases: listOf(z.int().min(0)),
  commitments: listOf(z.int().min(0)),
  tags: listOf(z.string()),
  lessons: orNothing(z.array(z.object({ field: z.string(), had: known, got: known }))),
});

export const personForm = z.object({
  type: z.literal('customer'),
  customer,
  commitments: orNothing(commitments),
  merged: orNothing(mergedCustomer),
});
export const rawForm = z.object({ type: z.literal('raw'), sha256, base64: z.string() });
export const settingsForm = z.object({ type: z.literal('settings'), values: z.record(z.string(), z.string()) });

export const clockForm = z.object({ type: z.literal('clock'), now: moment });
