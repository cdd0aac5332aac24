import { SEGMENTS } from './customer.ts';
import { LOOKS_LIKE_ADDRESS } from './entry.ts';
import { readLedgerRules } from './ledger/rules-text.ts';
import { readSegmentValues } from './purchase.ts';
import { isTemplateName } from './template.ts';

const INPUT_METHODS = ['telex', 'vni', 'viqr'] as const;

export type InputMethod = (typeof INPUT_METHODS)[number];

const isInputMethod = (value: string): value is InputMethod => INPUT_METHODS.some((one) => one === value);

/** The input method of a setting's value; Telex for what is none. */
export const inputMethodOf = (value: string): InputMethod => (isInputMethod(value) ? value : 'telex');

/** What can be set with `desk config`: the key, what it means when it is not set, and which values are right. */
export const SETTINGS = {
  /** our own mail addresses, comma separated: they decide what came in and what went out */
  me: {
    default: '',
    check: (value: string) => value.split(',').every((one) => one.trim() === '' || LOOKS_LIKE_ADDRESS.test(one.trim())),
  },
  /** the agent's name, in replies and history */
  agent: { default: '', check: (value: string) => value.trim() !== '' },
  /** the shop's name, for templates */
  shop: { default: '', check: () => true },
  /** language of the screens; the environment's when not set */
  language: { default: '', check: (value: string) => ['en', 'vi', 'th'].includes(value) },
  /** how Vietnamese is typed: which key a letter stands for that the input method made while keys are commands */
  'input-method': { default: 'telex', check: (value: string) => isInputMethod(value) },
  /** weights, window and ratio of the ledger: `late-first=1 rating-low=2 window-days=365 ratio=12` */
  ledger: { default: '', check: (value: string) => readLedgerRules(value).ok },
  /** what a customer of a segment is worth who has bought nothing yet: `loyal=30000000 current=8000000` */
  'segment-values': { default: '', check: (value: string) => readSegmentValues(value, SEGMENTS) !== null },
  /** plans of care that are not run, by their names: `win-back-former, thanks-after-a-year` */
  'plans-off': { default: '', check: (value: string) => plansNamed(value).every(isTemplateName) },
  /** when an agent last looked: the start line counts from here */
  'last-seen': { default: '', check: (value: string) => !Number.isNaN(Number(value)) },
} as const satisfies Record<string, { default: string; check: (value: string) => boolean }>;

export type SettingKey = keyof typeof SETTINGS;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SETTINGS, key);

/** The names in a `plans-off` setting. */
export function plansNamed(value: string): string[] {
  return value.split(/[\s,]+/).filter((name) => name !== '');
}

/** The addresses in a `me` setting, normalised. */
export const ownAddresses = (me: string): ReadonlySet<string> =>
  new Set(
    me
      .split(',')
      .map((one) => one.trim().toLowerCase())
      .filter((one) => one !== ''),
  );
