import type { Asked, ClockAsked } from './asked.ts';
import { HOURS, type Part } from './lexeme.ts';

const HALF_DAY = 720;

/** Minutes since midnight, 1440 and more for the small hours after it; `guessed`: it could be the other half of the day. */
export interface Hour {
  readonly minutes: number;
  readonly guessed: boolean;
}

const sure = (minutes: number): Hour => ({ minutes, guessed: false });

/** The hour that a clock, a part of the day or both mean; null when they contradict each other. */
export function hourOf({ clock, part }: Asked, bareDay: number): Hour | null {
  if (clock !== undefined) return part === undefined ? alone(clock) : together(clock, part);
  return sure((part === undefined ? bareDay : HOURS[part]) * 60);
}

/** From 1 to 6 one means the afternoon: shops are open then. */
const alone = ({ minutes, sort }: ClockAsked): Hour =>
  sort === 'exact' ? sure(minutes) : { minutes: minutes + HALF_DAY, guessed: true };

function together({ minutes, sort }: ClockAsked, part: Part): Hour | null {
  const hour = minutes / 60;
  const half = hour < 12 ? minutes + HALF_DAY : minutes;
  const between = (from: number, to: number): boolean => half >= from * 60 && half < to * 60;
  switch (part) {
    case 'morning':
      // three โมง of the morning is the third hour after six
      return hour >= 12 ? null : sure(sort === 'mong' && hour < 6 ? minutes + 360 : minutes);
    case 'noon':
      return hour >= 10 && hour < 13 ? sure(minutes) : between(13, 15) ? sure(half) : null;
    case 'afternoon':
      return between(12, 20) ? sure(half) : null;
    case 'evening':
      return between(15, 24) ? sure(half) : null;
    case 'night':
      if (hour === 12 || minutes === 1440) return sure(1440);
      return hour < 6 ? sure(minutes + 1440) : between(18, 24) ? sure(half) : null;
    case 'close':
      return null;
  }
}
