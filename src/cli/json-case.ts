import type { CaseView, DoneAction, StoredEvent } from '../actions/read-cases.ts';
import type { CaseOptions } from '../actions/read-options.ts';
import type { CaseSummary } from '../actions/summaries.ts';
import type { Kind } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import type { AddressRole, Entry } from '../domain/entry.ts';
import type { OwnFields } from '../domain/field-rows.ts';
import { readMoney } from '../domain/money.ts';
import type { Rating } from '../domain/rating.ts';
import type { Words } from '../i18n/index.ts';
import { fieldsShown } from '../i18n/say-fields.ts';
import { sayProblem } from '../i18n/say-problem.ts';
import { iso } from './json.ts';
import { commitmentJson } from './json-clock.ts';

/** A case as scripts get it. Keys are only ever added. */
export function caseJson({ case: one, customer, tags, own, messages }: CaseSummary): Record<string, unknown> {
  return {
    number: one.number,
    kind: one.kind,
    topic: one.topic,
    mood: one.mood,
    subject: one.subject,
    status: one.status,
    priority: one.priority,
    channel: one.channel,
    tags,
    product: one.product,
    department: one.department,
    fields: ownFieldsJson(own, one.kind),
    customer: customer === null ? null : customerJson(customer),
    createdAt: iso(one.createdAt),
    updatedAt: iso(one.updatedAt),
    waitingSince: iso(one.waitingSince),
    dueAt: iso(one.due?.at ?? null),
    due: one.due?.what ?? null,
    snoozedUntil: iso(one.snooze?.until ?? null),
    snooze: one.snooze?.mode ?? null,
    solvedAt: iso(one.solvedAt),
    messages,
    unread: one.unread,
    mayBelong: one.mayBelong,
  };
}

function customerJson({ id, name, points, segment }: Customer): Record<string, unknown> {
  const of = (kind: string): string[] => points.filter((point) => point.kind === kind).map((point) => point.value);
  return { id, name, emails: of('email'), phones: of('phone'), segment };
}

/** A case with its timeline; `options`: what was offered in it. */
export function caseViewJson(view: CaseView, options: CaseOptions, words: Words): Record<string, unknown> {
  const { own, case: one } = view;
  const told = one.kind === 'care' || options.offered.length + options.tried.length > 0 ? options : {};
  const messages = view.entries.filter((entry) => entry.type === 'message').length;
  return {
    ...caseJson({ ...view, messages }),
    merged: view.merged,
    links: view.links.map((one) => one.number),
    rating: ratingJson(view.rating),
    fields: { ...ownFieldsJson(own, one.kind), ...told },
    commitments: view.commitments.map(commitmentJson),
    entries: view.entries.map((entry) => entryJson(entry, words)),
  };
}

/** The fields of the kind, null where nothing is filled in, and those of another kind that are. */
function ownFieldsJson(own: OwnFields, kind: Kind): Record<string, unknown> {
  const shown = fieldsShown(own, kind).map((name): [string, unknown] => {
    if (name === 'steps') return [name, own.steps.map(({ at, text }) => ({ at: iso(at), text }))];
    const value = own.values[name] ?? null;
    return [name, name === 'amount' && value !== null ? readMoney(value) : value];
  });
  const reached = own.reached.map(({ stage, at }) => [stage, iso(at)]);
  return {
    ...Object.fromEntries(shown),
    ...(reached.length === 0 ? {} : { stages: Object.fromEntries(reached) }),
  };
}

const ratingJson = (rating: Rating | null): Record<string, unknown> | null =>
  rating === null ? null : { score: rating.score, comment: rating.comment, at: iso(rating.at), author: rating.author };

/** An entry as scripts get it: `text` is what they wrote now, `quoted` the rest; together nothing is missing. */
function entryJson(entry: Entry, words: Words): Record<string, unknown> {
  const from = entry.addresses.find((one) => one.role === 'from');
  const those = (role: AddressRole): { name: string; address: string }[] =>
    entry.addresses.filter((one) => one.role === role).map(({ name, address }) => ({ name, address }));
  return {
    id: entry.id,
    type: entry.type,
    party: entry.party,
    direction: entry.direction,
    channel: entry.channel,
    at: iso(entry.at),
    author: entry.author,
    from: from === undefined ? null : { name: from.name, address: from.address },
    to: those('to'),
    cc: those('cc'),
    subject: entry.subject,
    text: entry.text,
    quoted: entry.quoted,
    minutes: entry.minutes,
    attachments: entry.parts.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    messageId: entry.messageId,
    automatic: entry.automatic,
    thanks: entry.thanks,
    filedOnly: entry.filedOnly,
    authenticated: entry.authenticated,
    problem: entry.problem === null ? null : sayProblem(words, entry.problem),
    problemCode: entry.problem?.code ?? null,
    delivery: entry.delivery,
  };
}

/** One thing that somebody did. */
export const actionJson = ({ at, ...action }: DoneAction): Record<string, unknown> => ({ ...action, at: iso(at) });

/** One fact of a case's history. */
export const eventJson = ({ at, ...event }: StoredEvent): Record<string, unknown> => ({ ...event, at: iso(at) });
