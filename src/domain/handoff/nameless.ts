/** Stands for what was taken out. */
export const LEFT_OUT = '[…]';

const ADDRESS = /[^\s@<>()[\],;]+@[^\s@<>()[\],;]+\.[^\s@<>()[\],;.]+/g;
const NUMBER = /\+?\d[\d\s().-]{7,}\d/g;
/** Digits of the shortest telephone number; a date has fewer. */
const PHONE_DIGITS = 9;

/** Letters without marks and capitals, as people write their names in a hurry. */
const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/**
 * A customer's words without her: mail addresses, telephone numbers, what is `known` of her (handles, fields) and every word
 * of the `names` she goes by. Rather a word too many goes than one too few.
 */
export function nameless(text: string, names: readonly string[], known: readonly string[]): string {
  const hers = new Set(names.flatMap((name) => name.match(/[\p{L}\p{M}]+/gu) ?? []).map(bare));
  const whole = [...names, ...known].map((one) => one.trim()).filter((one) => [...one].length > 2);
  const without = whole
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, one) => left.replaceAll(one, LEFT_OUT), text.normalize('NFC'))
    .replace(ADDRESS, LEFT_OUT)
    .replace(NUMBER, (found) => (found.replace(/\D/g, '').length < PHONE_DIGITS ? found : LEFT_OUT))
    .replace(/[\p{L}\p{M}]+/gu, (word) => (isCapital(word) && hers.has(bare(word)) ? LEFT_OUT : word));
  return without.replace(/\[…\](?:[\s,]*\[…\])+/g, LEFT_OUT);
}

/** Names begin with a capital, where letters have any. */
const isCapital = (word: string): boolean => {
  const [first = ''] = word;
  return first === first.toUpperCase();
};
