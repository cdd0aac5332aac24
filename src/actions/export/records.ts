import type { Context } from '../../context.ts';
import type { Case } from '../../domain/case.ts';
import type { Customer, PointKind } from '../../domain/customer.ts';
import { isNothingChosen } from '../../domain/draft-head.ts';
import type { Entry } from '../../domain/entry.ts';
import type { RecordCommitment, RecordTies } from '../../domain/incoming.ts';
import { tiesOf } from '../../store/case-ties.ts';
import { findCase, getCase, tagsOf } from '../../store/cases.ts';
import { recordsOf } from '../../store/commitment-records.ts';
import { mergedRecord } from '../../store/customer-merge-records.ts';
import { customersWithoutCases, findCustomer } from '../../store/customers.ts';
import { findDraft } from '../../store/drafts.ts';
import { entriesOf } from '../../store/entries.ts';
import { backgroundsOf, type EntryBackground, mergedCases } from '../../store/export.ts';
import { overrideRecords } from '../../store/mark-overrides.ts';
import type { Store } from '../../store/open.ts';
import { purchasesOf } from '../../store/purchases.ts';
import { readSetting } from '../../store/settings.ts';
import { allTemplates } from '../../store/templates.ts';
import { ruleValues } from '../clock-settings.ts';
import { settingKeys } from '../config.ts';

/** One line of desk's own JSONL, in its wire form. */
export type WireRecord = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * These cases with everything that belongs to them, one record after the other, so that memory holds one case. A raw
 * mail stands before the case that names it. `whole` adds what belongs to no case of these: settings, templates,
 * customers, and the numbers of merged cases.
 */
export function* exportRecords(context: Context, numbers: readonly number[], whole: boolean): Generator<WireRecord> {
  const { store } = context;
  if (whole) {
    const values = settingKeys().flatMap((key): [string, string][] => {
      const value = readSetting(store, key);
      return value === null ? [] : [[key, value]];
    });
    yield { type: 'settings', values: { ...Object.fromEntries(values), ...ruleValues(store) } };
    for (const template of allTemplates(store)) yield { type: 'template', ...template };
    for (const customer of customersWithoutCases(store))
      yield {
        ...{ type: 'customer', customer: customerRecord(store, customer) },
        commitments: recordsOf(store, 'customer', customer.id).map(commitmentRecord),
        merged: mergedRecord(store, customer.id) ?? undefined,
      };
  }
  for (const number of numbers) yield* caseWithMails(context, number);
  if (whole) for (const number of mergedCases(store)) yield* caseWithMails(context, number);
}

/** What lies among the raw mails for an entry: its mail, or, of a message that is none yet, the files that go with it. */
const bytesOf = ({ received, delivery, parts }: Entry): string[] =>
  received !== null ? [received] : delivery === null ? [] : parts.map(({ sha256 }) => sha256);

function* caseWithMails({ store }: Context, number: number): Generator<WireRecord> {
  const one = findCase(store, number);
  if (one === null) return; // gone since the query was asked
  const entries = entriesOf(store, number);
  for (const sha256 of entries.flatMap(bytesOf)) {
    const raw = store.raw().read(sha256);
    if (raw !== null) yield { type: 'raw', sha256, base64: raw.toString('base64') };
  }
  const backgrounds = backgroundsOf(store, number);
  const customer = one.customer === null ? null : findCustomer(store, one.customer);
  const drafts = (['reply', 'note'] as const).flatMap((type) => findDraft(store, number, type) ?? []);
  yield {
    ...caseRecord(one),
    tags: tagsOf(store, number),
    mergedInto: one.mergedInto === null ? null : getCase(store, one.mergedInto).uid,
    ...tiesRecord(tiesOf(store, number)),
    customer: customer === null ? null : customerRecord(store, customer),
    drafts: drafts.map(({ type, text, template, head }) => ({
      ...{ type, text, template },
      ...(isNothingChosen(head) ? {} : { head }),
    })),
    entries: entries.map((entry) => entryRecord(entry, backgrounds.get(entry.id))),
  };
}

const commitmentRecord = (one: RecordCommitment) => ({
  ...one,
  ...{ at: moment(one.at), madeAt: moment(one.madeAt), doneAt: moment(one.doneAt) },
  ...{ droppedAt: moment(one.droppedAt), missedAt: moment(one.missedAt) },
});

function tiesRecord({ merge, ...ties }: RecordTies) {
  const { ratings = [], commitments = [], options = [], handoffs = [], linkedWith = [], blockedSenders = [] } = ties;
  const { fields = {} } = ties;
  return {
    ratings: ratings.map((one) => ({ ...one, at: moment(one.at) })),
    commitments: commitments.map(commitmentRecord),
    options: options.map((one) => ({ ...one, at: moment(one.at) })),
    handoffs: handoffs.map((one) => ({
      ...{ ...one, dueAt: moment(one.dueAt), madeAt: moment(one.madeAt), answeredAt: moment(one.answeredAt) },
    })),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
    linkedWith,
    blockedSenders: blockedSenders.map((one) => ({ ...one, at: moment(one.at) })),
    merge: merge === undefined ? null : { ...merge, waitingSince: moment(merge.waitingSince) },
  };
}

function caseRecord(one: Case): WireRecord {
  const { uid, number, subject, kind, topic, mood, status, priority, channel, product, department, unread } = one;
  return {
    type: 'case',
    ...{ uid, number, subject, kind, topic, mood, status, priority, channel, product, department, unread },
    snooze: one.snooze?.mode ?? null,
    snoozedUntil: moment(one.snooze?.until ?? null),
    createdAt: moment(one.createdAt),
    updatedAt: moment(one.updatedAt),
    waitingSince: moment(one.waitingSince),
    solvedAt: moment(one.solvedAt),
    touchedAt: moment(one.touchedAt),
  };
}

function customerRecord(
  store: Store,
  { id, points, mergedInto: _, ...customer }: Customer,
): Readonly<Record<string, unknown>> {
  const of = (kind: PointKind): string[] => points.filter((one) => one.kind === kind).map((one) => one.value);
  return {
    ...customer,
    ...{ emails: of('email'), phones: of('phone'), handles: of('handle') },
    segmentSince: moment(customer.segmentSince),
    purchases: purchasesOf(store, id).map(({ id: __, customer: ___, ...one }) => ({
      ...one,
      ...{ at: moment(one.at), deliveredAt: moment(one.deliveredAt), warrantyUntil: moment(one.warrantyUntil) },
    })),
    overrides: overrideRecords(store, id).map((one) => ({ ...one, at: moment(one.at) })),
  };
}

function entryRecord(entry: Entry, background: EntryBackground | undefined): Readonly<Record<string, unknown>> {
  const { uid, type, party, direction, channel, atSource, author, subject, text, quoted } = entry;
  const { minutes, automatic, thanks, filedOnly, authenticated, problem, messageId, addresses, parts, received } =
    entry;
  return {
    ...{ uid, type, party, direction, channel, at: moment(entry.at), atSource, author, addresses },
    ...{ subject, text, quoted, minutes, automatic, thanks, filedOnly, authenticated },
    ...{ problem, messageId },
    references: background?.references ?? [],
    attachments: parts,
    raw: received,
    identity: background?.identity ?? null,
    outbox: background?.outbox ?? null,
  };
}

const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59Z');

/** ISO 8601, or plain ms where that has no four-digit year. */
function moment(ms: number | null): string | number | null {
  return ms === null || ms < EARLIEST || ms > LATEST ? ms : new Date(ms).toISOString();
}
