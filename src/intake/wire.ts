import * as z from 'zod';
import { CHANNELS, KINDS, MOODS, PRIORITIES, STATUSES, TOPICS } from '../domain/case.ts';
import { SEGMENTS } from '../domain/customer.ts';
import { PARTIES } from '../domain/entry.ts';
import type { DeskRecord, RecordCase, RecordClock, RecordEntry, RecordTemplate } from '../domain/incoming.ts';

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
const moment = z.iso.datetime({ offset: true, local: true, error: 'not an ISO 8601 date' }).transform(toMs);

/** A date without a zone is UTC, wherever it is read. */
function toMs(value: string): number {
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
}

const address = z.union([
  z.object({ name: words, address: words }),
  z.string().transform((value) => ({ name: '', address: value })),
]);

const entry = z
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
  })
  .transform(({ direction, at, ...rest }) => ({ ...rest, direction: direction ?? null, at: at ?? null }));

const customer = z.object({
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
});

const caseRecord = z.object({
  type: z.literal('case').default('case'),
  uid: text,
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
  snoozedUntil: orNothing(moment),
  unread: orNothing(z.boolean()),
  customer: customer.nullish().transform((value) => value ?? { name: '', emails: [], phones: [], handles: [] }),
  entries: listOf(entry),
});

const template = z.object({
  type: z.literal('template'),
  name: z.string().regex(/^[\p{L}\p{M}\p{N}-]+$/u, 'a template name is letters, digits and hyphens'),
  title: words,
  tags: listOf(z.string()),
  bodies: z
    .record(z.string(), z.string())
    .refine((bodies) => Object.keys(bodies).length > 0, 'a template needs a body'),
  set: z
    .record(z.string(), z.string())
    .nullish()
    .transform((value) => value ?? {}),
  addTags: listOf(z.string()),
});

const clock = z.object({ type: z.literal('clock'), now: moment });

/** Checks one value of a JSONL line; `reason` names the key and what is wrong with it, in English. */
export function checkRecord(value: unknown): { record: DeskRecord } | { reason: string } {
  const type = z.object({ type: z.string() }).safeParse(value).data?.type ?? 'case';
  if (type === 'case') return judged(caseRecord.safeParse(value), toCase);
  if (type === 'template') return judged(template.safeParse(value), toTemplate);
  if (type === 'clock') return judged(clock.safeParse(value), (data): RecordClock => data);
  return { reason: `type: unknown "${type.slice(0, 40)}"` };
}

function judged<T>(
  result: z.ZodSafeParseResult<T>,
  make: (data: T) => DeskRecord,
): { record: DeskRecord } | { reason: string } {
  if (result.success) return { record: make(result.data) };
  const issue = result.error.issues[0];
  return { reason: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not readable'}` };
}

function toCase({ entries, ...data }: z.infer<typeof caseRecord>): RecordCase {
  return { ...data, entries: entries.flatMap((one) => toEntry(one, data.channel)) };
}

/** Events are history that desk writes itself; they are not read back. */
function toEntry({ type, channel, ...data }: z.infer<typeof entry>, usual: RecordCase['channel']): RecordEntry[] {
  return type === 'event' ? [] : [{ ...data, type, channel: channel ?? usual }];
}

const toTemplate = (data: z.infer<typeof template>): RecordTemplate => ({ ...data, title: data.title || data.name });
