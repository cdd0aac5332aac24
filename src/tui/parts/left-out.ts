import type { Reached } from '../../actions/recipients.ts';
import type { Locale } from '../../context.ts';
import { wordsFor } from '../../i18n/index.ts';

const NAMED = 12;

/** `#12 #15 #20`; of very many the first ones. */
export const hashed = (numbers: readonly number[]): string =>
  numbers
    .slice(0, NAMED)
    .map((number) => `#${number}`)
    .concat(numbers.length > NAMED ? ['…'] : [])
    .join(' ');

/** Which cases a bulk answer leaves out, and why: a sentence for each reason. */
export function leftOut({ stranger, nobody }: Reached, locale: Locale): string[] {
  const { tui } = wordsFor(locale);
  return [
    ...(stranger.length === 0 ? [] : [tui.strangersLeftOut(stranger.length, hashed(stranger))]),
    ...(nobody.length === 0 ? [] : [tui.nobodyLeftOut(nobody.length, hashed(nobody))]),
  ];
}
