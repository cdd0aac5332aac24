import type { Locale } from '../context.ts';
import { en } from './en/index.ts';
import { th } from './th/index.ts';
import { vi } from './vi/index.ts';

/** Every text of desk. English is the type: a text that is missing in Vietnamese or Thai does not compile. */
export type Words = typeof en;

const ALL: Readonly<Record<Locale, Words>> = { en, vi, th };

/** All texts in one language. */
export const wordsFor = (locale: Locale): Words => ALL[locale];
