import { DeskError } from '../../domain/errors.ts';
import { HOURS } from '../../domain/when/lexeme.ts';
import { parseWhen } from '../../domain/when/parse-when.ts';

/** Reads a moment as somebody writes it, in ms; null: it is none. */
export type ReadMoment = (text: string, now: number) => number | null;

/** The hour at which a message leaves on a day that is named alone. */
const MORNING = 'T08:00';

/** `2026-12-01T08:00`, here or with a zone, and `2026-12-01`, which is the morning of that day. */
export const isoMoment: ReadMoment = (text) => {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?$/.exec(text.trim());
  if (match === null) return null;
  const [, day = '', time] = match;
  const at = Date.parse(time === undefined ? `${day}${MORNING}` : `${day}T${time}`);
  return Number.isNaN(at) ? null : at;
};

/** As the screens read it: a moment in words or figures on the clock of this zone; a day alone is its morning, or that hour. */
export const momentIn =
  (zone: () => string, bareDay: number = HOURS.morning): ReadMoment =>
  (text, now) =>
    parseWhen(text, now, { zone: zone(), bareDay })?.at ?? isoMoment(text, now);

/** When a message is to leave, in ms. Throws `bad-leave-at`, `leave-at-past`. */
export function leaveAt(text: string, now: number, read: ReadMoment = isoMoment): number {
  const at = read(text, now);
  if (at === null) throw new DeskError('bad-value', 'bad-leave-at', { value: text });
  if (at <= now) throw new DeskError('bad-value', 'leave-at-past', { value: text });
  return at;
}
