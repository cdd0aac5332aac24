import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Snooze } from '../domain/case.ts';
import type { DeskRecord, RecordCase, RecordClock, RecordEntry, RecordTemplate } from '../domain/incoming.ts';
import type { Problem } from '../domain/problem.ts';
import { wrongField } from './expected.ts';
import { caseForm, clockForm, type entryForm, personForm, rawForm, settingsForm, templateForm } from './wire-forms.ts';

type Checked = { readonly record: DeskRecord } | { readonly wrong: Problem['facts'] };

/** Checks one value of a JSONL line; `wrong` names the field and what it must be. */
export function checkRecord(value: unknown): Checked {
  const type = z.object({ type: z.string() }).safeParse(value).data?.type ?? 'case';
  switch (type) {
    case 'case':
      return judged(caseForm.safeParse(value), toCase);
    case 'template':
      return judged(templateForm.safeParse(value), toTemplate);
    case 'clock':
      return judged(clockForm.safeParse(value), (data): RecordClock => data);
    case 'customer':
      return judged(personForm.safeParse(value), (data) => data);
    case 'settings':
      return judged(settingsForm.safeParse(value), (data) => data);
    case 'raw':
      return checkRaw(value);
    default:
      return { wrong: { field: 'type', expected: 'one-of', values: 'case, template, clock, customer, settings, raw' } };
  }
}

function checkRaw(value: unknown): Checked {
  const { data, error } = rawForm.safeParse(value);
  if (data === undefined) return { wrong: wrongField(error.issues[0]) };
  const bytes = Buffer.from(data.base64, 'base64');
  return createHash('sha256').update(bytes).digest('hex') === data.sha256
    ? { record: { type: 'raw', sha256: data.sha256, bytes } }
    : { wrong: { field: 'sha256', expected: 'own-bytes' } };
}

function judged<T>(result: z.ZodSafeParseResult<T>, make: (data: T) => DeskRecord): Checked {
  if (result.success) return { record: make(result.data) };
  return { wrong: wrongField(result.error.issues[0]) };
}

function toCase({ entries, snooze, snoozedUntil, ...data }: z.infer<typeof caseForm>): RecordCase {
  return {
    ...data,
    ...{ snooze: snoozeOf(snooze, snoozedUntil) },
    entries: entries.flatMap((one) => toEntry(one, data.channel)),
  };
}

/** A date alone means: until then, or until they reply. */
function snoozeOf(mode: Snooze['mode'] | undefined, until: number | undefined): Snooze | undefined {
  if (mode === 'reply') return { mode, until: null };
  return until === undefined ? undefined : { mode: mode ?? 'until', until };
}

/** Events are history that desk writes itself; they are not read back. */
function toEntry({ type, channel, ...data }: z.infer<typeof entryForm>, usual: RecordCase['channel']): RecordEntry[] {
  if (type === 'event') return [];
  const attachments = data.attachments.map((one, index) => ({ ...one, n: one.n ?? index + 1 }));
  return [{ ...data, type, channel: channel ?? usual, attachments }];
}

const toTemplate = (data: z.infer<typeof templateForm>): RecordTemplate => ({
  ...data,
  title: data.title || data.name,
});
