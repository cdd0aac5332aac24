import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import { type OwnFields, readFields } from '../domain/field-rows.ts';
import { DAY } from '../domain/ledger/rules.ts';
import type { PlaybookFacts } from '../domain/playbook/condition.ts';
import type { Purchase } from '../domain/purchase.ts';
import { fieldRows } from '../store/case-fields.ts';
import { tagsOf, workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { purchasesOf } from '../store/purchases.ts';
import { readLedger } from './read-ledger.ts';

/** A case with whose it is and which of her purchases it is about. */
export interface CareCase {
  readonly case: Case;
  readonly customer: Customer | null;
  /** the newest purchase of the case's product, or the newest of all where it names none */
  readonly purchase: Purchase | null;
  /** the fields of its kind */
  readonly own: OwnFields;
  readonly facts: PlaybookFacts;
}

/** What playbooks and hand-offs go by; a case that was merged counts as what it is part of. Throws `not-found`. */
export function careCase(context: Context, wanted: number): CareCase {
  const { store } = context;
  const now = context.now();
  const found = workingCase(store, wanted);
  const customer = found.customer === null ? null : findCustomer(store, found.customer);
  const bought = customer === null ? [] : newestFirst(purchasesOf(store, customer.id));
  const purchase = boughtFor(found.product, bought);
  const own = readFields(fieldRows(store, found.number));
  return {
    case: found,
    customer,
    purchase,
    own,
    facts: {
      ...own.values,
      serial: own.values.serial ?? purchase?.serial ?? null,
      steps: own.steps.length === 0 ? null : own.steps.map(({ text }) => text),
      kind: found.kind,
      topic: found.topic,
      mood: found.mood,
      priority: found.priority,
      tags: tagsOf(store, found.number),
      product: found.product ?? purchase?.product ?? null,
      segment: customer?.segment ?? null,
      value: spentOn(bought),
      strikes: customer === null ? 0 : readLedger(context, customer.id).strikes,
      daysSincePurchase: daysSince(purchase?.at ?? null, now),
      daysSinceDelivery: daysSince(purchase?.deliveredAt ?? null, now),
      inWarranty: purchase?.warrantyUntil == null ? null : purchase.warrantyUntil > now,
    },
  };
}

const whenOf = ({ at, deliveredAt }: Purchase): number => at ?? deliveredAt ?? 0;
const newestFirst = (purchases: readonly Purchase[]): Purchase[] =>
  purchases.toSorted((one, other) => whenOf(other) - whenOf(one) || other.id - one.id);

/** What it cost in VND; null where that is not known. */
export const priceOf = (purchase: Purchase | null): number | null =>
  purchase?.currency === 'VND' ? purchase.amount : null;

const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** Agents name a product as they please: one name holds the other. Who bought one thing only means that. */
function boughtFor(product: string | null, bought: readonly Purchase[]): Purchase | null {
  const [newest = null] = bought;
  if (product === null || bought.length === 1) return newest;
  const wanted = plain(product);
  return bought.find((one) => plain(one.product).includes(wanted) || wanted.includes(plain(one.product))) ?? null;
}

function spentOn(bought: readonly Purchase[]): number | null {
  const prices = bought.flatMap((one) => priceOf(one) ?? []);
  return prices.length === 0 ? null : prices.reduce((sum, one) => sum + one, 0);
}

const daysSince = (at: number | null, now: number): number | null =>
  at === null || at > now ? null : Math.floor((now - at) / DAY);
