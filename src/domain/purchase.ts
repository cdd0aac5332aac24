import type { Segment } from './customer.ts';

/** Something a customer bought. Times are ms. */
export interface Purchase {
  readonly id: number;
  readonly customer: number;
  readonly at: number | null;
  readonly deliveredAt: number | null;
  readonly product: string;
  readonly serial: string | null;
  readonly warrantyUntil: number | null;
  /** in the smallest unit that is used every day: đồng, satang, cents */
  readonly amount: number | null;
  readonly currency: string;
}

/** What a customer is worth to the shop, and by what: the sum of what she bought, or what her segment is said to be worth. */
export interface CustomerValue {
  readonly amount: number;
  readonly currency: string;
  readonly by: 'purchases' | 'segment';
}

/**
 * The sum of the purchases in the currency of most of them; without one that has an amount what the desk says her segment
 * is worth, and null where it says nothing.
 */
export function worthOf(
  purchases: readonly Pick<Purchase, 'amount' | 'currency'>[],
  segment: Segment | null,
  bySegment: SegmentValues,
): CustomerValue | null {
  const sums = new Map<string, { times: number; amount: number }>();
  for (const { amount, currency } of purchases) {
    if (amount === null) continue;
    const sum = sums.get(currency) ?? { times: 0, amount: 0 };
    sums.set(currency, { times: sum.times + 1, amount: sum.amount + amount });
  }
  const [main] = [...sums].sort(([, one], [, other]) => other.times - one.times);
  if (main !== undefined) return { amount: main[1].amount, currency: main[0], by: 'purchases' };
  const worth = segment === null ? undefined : bySegment[segment];
  return worth === undefined ? null : { amount: worth, currency: 'VND', by: 'segment' };
}

export type SegmentValues = Readonly<Partial<Record<Segment, number>>>;

/** Reads `loyal=30000000 current=8000000`; null where it says anything else. */
export function readSegmentValues(text: string, segments: readonly Segment[]): SegmentValues | null {
  const values: Partial<Record<Segment, number>> = {};
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const [, name, amount] = /^(\p{L}+)=(\d{1,15})$/u.exec(word) ?? [];
    const segment = segments.find((one) => one === name);
    if (segment === undefined) return null;
    values[segment] = Number(amount);
  }
  return values;
}
