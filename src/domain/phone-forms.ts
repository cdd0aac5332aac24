import { normalPhone as plainDigits } from './customer.ts';
import { type Home, normalPhone } from './phone.ts';

/** The countries that desk's first users are at home in. */
const HOMES: readonly Home[] = ['84', '66'];

/**
 * Every form in which a telephone number may be kept (`contact_points.normal`), so that it is found however it was
 * typed: `+84 90 123 4567`, `0084 90…`, `84 90…` and `090 123 4567` are one number.
 */
export function phoneForms(typed: string): string[] {
  const forms = HOMES.flatMap((home) => {
    const whole = normalPhone(typed, home);
    if (whole === null) return [];
    const national = whole.startsWith(`+${home}`) ? whole.slice(home.length + 1) : null;
    const abroad = whole.slice(1);
    return national === null
      ? [`00${abroad}`, abroad]
      : [`0${national}`, `00${abroad}`, abroad, national, `0${national}`];
  });
  return [...new Set([plainDigits(typed), ...forms])];
}

/** How a number is shown: as it is dialled from anywhere, whichever way it was written down; what is none stays. */
export function shownPhone(written: string): string {
  for (const home of HOMES) {
    const whole = normalPhone(written, home);
    if (whole !== null) return whole;
  }
  return written;
}
