import type { Context, Locale } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { giveZone } from '../store/schedule-zone.ts';
import { writeQuietly } from '../store/writing.ts';

/** Opening hours that came with the store are in the agent's zone from the first time on; not while another process writes. */
export function settleZone({ store, zone, locale }: Context): void {
  const here = zone();
  try {
    const chosen = isNobodysZone(here) ? (HOME[locale] ?? here) : here;
    writeQuietly(store, () => giveZone(store, TODAYS_NAMES[chosen] ?? chosen));
  } catch (error) {
    if (!(error instanceof DeskError && error.code === 'busy')) throw error;
  }
}

/** A server's clock says nothing of where its agent works: her language says more. */
const isNobodysZone = (zone: string): boolean => /^(?:UTC|GMT|Etc\/|[+-]00:00)/.test(zone);
/** Intl keeps old names. */
const TODAYS_NAMES: Readonly<Record<string, string>> = {
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
};
const HOME: Readonly<Partial<Record<Locale, string>>> = { vi: 'Asia/Ho_Chi_Minh', th: 'Asia/Bangkok' };
