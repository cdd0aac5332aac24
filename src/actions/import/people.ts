import type { Context } from '../../context.ts';
import { type ContactPoint, normalPoint } from '../../domain/customer.ts';
import type { Address } from '../../domain/entry.ts';
import type { RecordCustomer } from '../../domain/incoming.ts';
import { phoneForms } from '../../domain/phone-forms.ts';
import { bringCustomer } from '../../store/customer-records.ts';
import {
  addPoints,
  customersAt,
  customerWithUid,
  getCustomer,
  insertCustomer,
  nameless,
  wholeCustomer,
} from '../../store/customers.ts';
import type { Store } from '../../store/open.ts';
import { isRemoved } from '../../store/tombstones.ts';
import type { Writing } from '../../store/writing.ts';
import type { Filing } from './filing.ts';
import type { Tally } from './report.ts';

/** The customer who writes from this address; made when there is none. Null for a mail without a usable sender. */
export function customerAt(writing: Writing, context: Context, tally: Tally, person: Address | null): number | null {
  if (person === null || person.address === '') return null;
  const known = customersAt(writing.store, { kind: 'email', value: person.address })[0];
  if (known !== undefined) return known;
  tally.customers += 1;
  return insertCustomer(writing, nameless(context.newId(), person));
}

/** Was the customer of this record forgotten, and has she not come back since? */
export function isForgottenPerson(store: Store, record: RecordCustomer): boolean {
  if (record.uid !== undefined) return isRemoved(store, 'customer', record.uid);
  const points = pointsOfRecord(record);
  const isBack = (id: number): boolean => getCustomer(store, id).name === record.name;
  return (
    points.some((point) => isForgottenPoint(store, point)) &&
    !points.some((point) => customersAt(store, point).some(isBack))
  );
}

/** Did a customer who was forgotten have this address or number? */
export function isForgottenPoint(store: Store, point: ContactPoint): boolean {
  const forms = point.kind === 'phone' ? phoneForms(point.value) : [normalPoint(point)];
  return forms.some((form) => isRemoved(store, point.kind, form));
}

const pointsOfRecord = (record: RecordCustomer): ContactPoint[] => [
  ...record.emails.map((value) => ({ kind: 'email' as const, value })),
  ...record.phones.map((value) => ({ kind: 'phone' as const, value })),
  ...record.handles.map((value) => ({ kind: 'handle' as const, value })),
];

/**
 * The customer of a JSONL record: the one with its uid, or with its name and a shared contact point (of those whom no other
 * record of this import has named by a uid of hers), else a new one.
 * `byUid`: she shares what she has with the one she is a part of, so only her uid tells her.
 */
export function customerOfRecord(
  writing: Writing,
  { context, tally, brought }: Filing,
  record: RecordCustomer,
  byUid = false,
): number | null {
  const points = pointsOfRecord(record);
  if (record.name === '' && points.length === 0) return null;
  if (record.uid !== undefined) brought.add(record.uid);
  const isAnother = (uid: string): boolean => record.uid !== undefined && brought.has(uid);
  const known =
    (record.uid === undefined ? null : customerWithUid(writing.store, record.uid)) ??
    (byUid ? [] : points)
      .flatMap((point) => customersAt(writing.store, point))
      .map((id) => getCustomer(writing.store, id))
      .find(({ name, uid }) => name === record.name && !isAnother(uid))?.id ??
    null;
  if (known !== null) {
    const whole = wholeCustomer(writing.store, known);
    addPoints(writing, whole, points);
    return whole;
  }
  tally.customers += 1;
  const id = insertCustomer(writing, {
    uid: record.uid ?? context.newId(),
    name: record.name === '' ? (points[0]?.value ?? '') : record.name,
    givenName: record.givenName ?? null,
    honorific: record.honorific ?? null,
    language: record.language ?? null,
    segment: record.segment ?? null,
    company: record.company ?? null,
    internal: record.internal ?? false,
    points,
    ...{ segmentSince: record.segmentSince ?? null, consent: record.consent ?? null },
    ...{ notes: record.notes ?? '', fields: record.fields ?? {} },
  });
  bringCustomer(writing, id, record);
  return id;
}
