import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { addMonths, realDay } from '../domain/when/calendar.ts';
import { localOf, momentOf } from '../domain/when/zone.ts';
import type { PurchaseMade } from './purchases.ts';

type Clock = Pick<Context, 'now' | 'zone'>;

/** A day as it is typed, `2026-03-01` or `today`: its noon in the agent's zone, so that it is that day in most zones. Throws `bad-day`. */
export function dayTyped({ now, zone }: Clock, typed: string): number {
  if (/^(today|hôm-nay|วันนี้)$/iu.test(typed.normalize('NFC'))) return now();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? [];
  const real = year === undefined ? null : realDay(Number(year), Number(month), Number(day));
  if (real === null) throw new DeskError('usage', 'bad-day', { value: typed });
  return momentOf({ ...real, minutes: NOON }, zone());
}

const NOON = 720;

/** A day, or so many months from `from` on: `24mo`, `24 tháng`, `24 เดือน`. Throws `bad-day`. */
export function warrantyTyped(clock: Clock, typed: string, from: number): number {
  const months = /^(\d{1,3})\s*(?:mo|months?|tháng|เดือน)$/iu.exec(typed.trim().normalize('NFC'))?.[1];
  if (months === undefined) return dayTyped(clock, typed);
  const day = localOf(from, clock.zone());
  return momentOf({ ...addMonths(day, Number(months)), minutes: NOON }, clock.zone());
}

/** A sum as it is typed, `12000000`, `12.000.000` or `12 000 000`; throws `bad-amount`. */
export function amountTyped(typed: string): number {
  const digits = /^\d{1,3}(?:[.,\s_]\d{3})*$|^\d+$/.test(typed.trim()) ? typed.replace(/\D/g, '') : '';
  if (digits === '' || digits.length > 15) throw new DeskError('usage', 'bad-amount', { value: typed });
  return Number(digits);
}

/** What is typed of a purchase beside the product, by the names that the command line has for them. */
const FIELDS = /(?:^|\s)(at|delivered|serial|warranty|amount|currency)=("[^"]*"|\S*)/giu;

/**
 * A purchase in one line: `Máy giặt 9 kg amount=12.000.000 warranty=24mo serial=AQ1 at=2026-03-01`; without a day it was
 * now. Null where no product is named. Throws `bad-day`, `bad-amount`.
 */
export function purchaseTyped(clock: Clock, customer: number, typed: string): PurchaseMade | null {
  const given = new Map<string, string>();
  for (const [, name = '', value = ''] of typed.matchAll(FIELDS))
    given.set(name.toLowerCase(), value.replaceAll('"', ''));
  const product = typed.replace(FIELDS, ' ').replace(/\s+/g, ' ').trim();
  if (product === '') return null;
  const day = (name: string): number | null => {
    const value = given.get(name) ?? '';
    return value === '' ? null : dayTyped(clock, value);
  };
  const at = day('at') ?? clock.now();
  const [warranty = '', amount = '', serial = ''] = ['warranty', 'amount', 'serial'].map((name) => given.get(name));
  return {
    ...{ customer, at, deliveredAt: day('delivered'), product },
    serial: serial === '' ? null : serial,
    warrantyUntil: warranty === '' ? null : warrantyTyped(clock, warranty, at),
    amount: amount === '' ? null : amountTyped(amount),
    currency: (given.get('currency') ?? 'VND').toUpperCase(),
  };
}
