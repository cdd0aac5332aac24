import type { Locale } from '../context.ts';
import type { en } from './en/index.ts';

/** Every text of desk. English is the type: a text that is missing in Vietnamese or Thai does not compile. */
export type Words = typeof en;

const LOADERS: Readonly<Record<Locale, () => Promise<Words>>> = {
  en: async () => (await import('./en/index.ts')).en,
  vi: async () => (await import('./vi/index.ts')).vi,
  th: async () => (await import('./th/index.ts')).th,
};

const loaded = new Map<Locale, Words>();

/** Loads the texts of a language, once: a start pays for the one that it speaks. */
export async function loadWords(locale: Locale): Promise<Words> {
  const words = loaded.get(locale) ?? (await LOADERS[locale]());
  loaded.set(locale, words);
  return words;
}

/** All texts in one language, which must have been loaded: whoever chooses a language sees to that. */
export function wordsFor(locale: Locale): Words {
  const words = loaded.get(locale);
  if (words === undefined) throw new Error(`the words of ${locale} are not loaded`);
  return words;
}

/** All texts in every language that is loaded by now. */
export const loadedWords = (): readonly Words[] => [...loaded.values()];
