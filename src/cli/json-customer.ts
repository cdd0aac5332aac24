import type { CustomerSummary } from '../actions/read-customers.ts';
import { pointsOfKind } from '../domain/customer.ts';
import type { Ledger, LedgerMark } from '../domain/ledger/ledger.ts';
import type { Purchase } from '../domain/purchase.ts';
import { iso } from './json.ts';

/** A customer as scripts get her. Keys are only ever added. */
export const customerJson = ({ customer, products, value, ledger }: CustomerSummary): Record<string, unknown> => ({
  id: customer.id,
  name: customer.name,
  givenName: customer.givenName,
  honorific: customer.honorific,
  language: customer.language,
  segment: customer.segment,
  segmentSince: iso(customer.segmentSince),
  company: customer.company,
  internal: customer.internal,
  consent: customer.consent,
  emails: pointsOfKind(customer, 'email'),
  phones: pointsOfKind(customer, 'phone'),
  handles: pointsOfKind(customer, 'handle'),
  tags: customer.tags,
  notes: customer.notes,
  fields: customer.fields,
  products: products.map(purchaseJson),
  value: value?.amount ?? null,
  currency: value?.currency ?? null,
  valueBy: value?.by ?? null,
  ledger: ledgerJson(ledger),
});

export const purchaseJson = (one: Purchase): Record<string, unknown> => ({
  id: one.id,
  product: one.product,
  at: iso(one.at),
  deliveredAt: iso(one.deliveredAt),
  serial: one.serial,
  warrantyUntil: iso(one.warrantyUntil),
  amount: one.amount,
  currency: one.currency,
});

export const ledgerJson = ({ poor, good, balance, strikes, atRisk, marks }: Ledger): Record<string, unknown> => ({
  ...{ poor, good, balance, strikes, atRisk },
  marks: marks.map(markJson),
});

/** One mark of a ledger; `key` is what `desk customers overrule` takes. */
export const markJson = (mark: LedgerMark): Record<string, unknown> => ({
  key: mark.key,
  rule: mark.rule,
  sort: mark.sort,
  at: iso(mark.at),
  case: mark.case,
  entry: mark.entry,
  commitment: mark.commitment,
  weight: mark.weight,
  strike: mark.strike,
  overruled: mark.overruled === null ? null : { reason: mark.overruled.reason, at: iso(mark.overruled.at) },
});
