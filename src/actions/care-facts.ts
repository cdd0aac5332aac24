import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import { DAY, DEFAULT_LEDGER_RULES } from '../domain/ledger/rules.ts';
import type { PlaybookFacts } from '../domain/playbook/condition.ts';
import { type Bought, boughtBy, poorRatingsSince } from '../store/bought.ts';
import { tagsOf, workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';

/** A case with whose it is and which of her purchases it is about. */
export interface CareCase {
  readonly case: Case;
  readonly customer: Customer | null;
  /** the newest purchase of the case's product, or the newest of all where it names none */
  readonly purchase: Bought | null;
  readonly facts: PlaybookFacts;
}

/** What playbooks and hand-offs go by; a case that was merged counts as what it is part of. Throws `not-found`. */
export function careCase(context: Context, wanted: number): CareCase {
  const { store } = context;
  const now = context.now();
  const found = workingCase(store, wanted);
  const customer = found.customer === null ? null : findCustomer(store, found.customer);
  const bought = customer === null ? [] : boughtBy(store, customer.id);
  const purchase = boughtFor(found.product, bought);
  const since = now - DEFAULT_LEDGER_RULES.windowDays * DAY;
  return {
    case: found,
    customer,
    purchase,
    facts: {
      kind: found.kind,
      topic: found.topic,
      mood: found.mood,
      priority: found.priority,
      tags: tagsOf(store, found.number),
      product: found.product ?? purchase?.product ?? null,
      segment: customer?.segment ?? null,
      value: spentOn(bought),
      strikes: customer === null ? 0 : poorRatingsSince(store, customer.id, since),
      daysSincePurchase: daysSince(purchase?.at ?? null, now),
      daysSinceDelivery: daysSince(purchase?.deliveredAt ?? null, now),
      inWarranty: purchase?.warrantyUntil == null ? null : purchase.warrantyUntil > now,
    },
  };
}

/** What it cost in VND; null where that is not known. */
export const priceOf = (purchase: Bought | null): number | null =>
  purchase?.currency === 'VND' ? purchase.amount : null;

const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();

/** Agents name a product as they please: one name holds the other. Who bought one thing only means that. */
function boughtFor(product: string | null, bought: readonly Bought[]): Bought | null {
  const [newest = null] = bought;
  if (product === null || bought.length === 1) return newest;
  const wanted = plain(product);
  return bought.find((one) => plain(one.product).includes(wanted) || wanted.includes(plain(one.product))) ?? null;
}

function spentOn(bought: readonly Bought[]): number | null {
  const prices = bought.flatMap((one) => priceOf(one) ?? []);
  return prices.length === 0 ? null : prices.reduce((sum, one) => sum + one, 0);
}

const daysSince = (at: number | null, now: number): number | null =>
  at === null || at > now ? null : Math.floor((now - at) / DAY);
