import type { Context } from '../../context.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import type { RecordSettings } from '../../domain/incoming.ts';
import { isSettingKey, ownAddresses, SETTINGS } from '../../domain/settings.ts';
import { guessOwnAddresses } from '../../mail/own-address.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { Writing } from '../../store/writing.ts';
import { takeOverRule } from '../clock-settings.ts';
import { turnDirections } from '../turn-directions.ts';
import type { ImportOptions } from './options.ts';
import type { Staged } from './stage.ts';

/** Our own addresses for an import. */
export interface Me {
  readonly addresses: readonly string[];
  readonly guessed: boolean;
}

/**
 * What we know of our addresses: those in the setting together with those given; without any, those that records name
 * as an agent's; without any, a guess from the mails, confirmed where somebody is there to ask.
 */
export async function ownAddressesFor(context: Context, options: ImportOptions, staged: Staged): Promise<Me> {
  const known = [...ownAddresses(readSetting(context.store, 'me') ?? '')];
  const given = normal(options.me ?? []);
  if (given.length > 0 || known.length > 0) return { addresses: [...new Set([...known, ...given])], guessed: false };
  const me = options.me === undefined ? staged.settings[0]?.values['me'] : undefined;
  if (staged.settings.length > 0) return { addresses: [...ownAddresses(me ?? '')], guessed: false };
  const told = [...new Set(staged.records.flatMap((record) => record.own))];
  if (told.length > 0 || staged.traffic.length === 0) return { addresses: told, guessed: false };
  const guess = guessOwnAddresses(staged.traffic).map((one) => one.address);
  if (guess.length === 0 || options.confirmMe === undefined) return { addresses: guess, guessed: guess.length > 0 };
  return { addresses: normal(await options.confirmMe(guess)), guessed: true };
}

/** Throws `bad-setting` for what is no address: taken for ours, it would make our own mails a customer's. */
export function expectAddresses(me: readonly string[] | undefined): void {
  const value = me?.join(', ') ?? '';
  if (value !== '' && !SETTINGS.me.check(value)) throw new DeskError('bad-value', 'bad-setting', { key: 'me', value });
}

const normal = (addresses: readonly string[]): string[] => [
  ...new Set(addresses.map(normalAddress).filter((one) => one !== '')),
];

/** Takes over what another desk had set, where nothing is set here; `me` goes its own way. Returns how many. */
export function takeOver(writing: Writing, settings: readonly RecordSettings[]): number {
  let taken = 0;
  const all = settings.flatMap(({ values }) => Object.entries(values));
  // hours before the targets that count by them, and those in the order in which they are asked
  for (const [key, value] of all.toSorted(([one], [other]) => Number(isTargets(one)) - Number(isTargets(other))))
    if (takeOverRule(writing, key, value)) taken += 1;
  for (const [key, value] of all)
    if (
      isSettingKey(key) &&
      SETTABLE.has(key) &&
      SETTINGS[key].check(value) &&
      readSetting(writing.store, key) === null
    ) {
      writeSetting(writing, key, value);
      taken += 1;
    }
  return taken;
}

const isTargets = (key: string): boolean => key.startsWith('targets:');

const SETTABLE: ReadonlySet<string> = new Set(['agent', 'shop', 'language']);

/** Keeps what was found out; mails of earlier imports that these addresses wrote are turned round. False: known already. */
export function rememberMe(writing: Writing, context: Context, me: Me): boolean {
  const setting = me.addresses.join(',');
  const before = readSetting(writing.store, 'me') ?? '';
  if (setting === '' || setting === before) return false;
  writeSetting(writing, 'me', setting);
  turnDirections(writing, context, new Set(me.addresses));
  return true;
}
