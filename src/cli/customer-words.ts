import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { readSum } from '../domain/money.ts';
import { addMonths, realDay } from '../domain/when/calendar.ts';
import { localOf, momentOf } from '../domain/when/zone.ts';
import { grouped } from '../i18n/number.ts';
import { dayIn } from '../i18n/time.ts';
import type { Session } from './command.ts';

/** The day of a moment, with its year. */
export const dayOf = ({ context }: Session, at: number): string => dayIn(context.locale, at, context.zone(), true);

export const money = (amount: number, currency: string): string => `${grouped(amount)} ${currency}`;

/** A day as it is typed, `2026-03-01` or `today`: its noon in the agent's zone, so that it is that day in most zones. Throws `bad-day`. */
export function dayTyped({ now, zone }: Context, typed: string): number {
  if (/^(today|hôm-nay|วันนี้)$/iu.test(typed.normalize('NFC'))) return now();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim()) ?? [];
  const real = year === undefined ? null : realDay(Number(year), Number(month), Number(day));
  if (real === null) throw new DeskError('usage', 'bad-day', { value: typed });
  return momentOf({ ...real, minutes: NOON }, zone());
}

const NOON = 720;

/** A day, or so many months from `from` on: `24mo`, `24 tháng`, `24 เดือน`. Throws `bad-day`. */
export function warrantyTyped(context: Context, typed: string, from: number): number {
  const months = /^(\d{1,3})\s*(?:mo|months?|tháng|เดือน)$/iu.exec(typed.trim().normalize('NFC'))?.[1];
  if (months === undefined) return dayTyped(context, typed);
  const day = localOf(from, context.zone());
  return momentOf({ ...addMonths(day, Number(months)), minutes: NOON }, context.zone());
}

/** A sum as it is typed, `12000000`, `12.000.000` or `12 000 000`; throws `bad-amount`. */
export function amountTyped(typed: string): number {
  const sum = readSum(typed);
  if (sum === null) throw new DeskError('usage', 'bad-amount', { value: typed });
  return sum;
}
