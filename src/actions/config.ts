import * as z from 'zod';
import type { Context } from '../context.ts';
import { normalAddress } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import { isSettingKey, ownAddresses, SETTINGS, type SettingKey } from '../domain/settings.ts';
import { standing } from '../domain/standing.ts';
import { getCase, updateCase } from '../store/cases.ts';
import { entriesOf, importedMails, setDirection } from '../store/entries.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';

/** The setting's name, checked; throws `bad-value` naming the nearest one. */
export function settingKey(key: string): SettingKey {
  if (isSettingKey(key) && key !== 'last-seen') return key;
  throw new DeskError('bad-value', 'unknown-setting', { key, nearest: nearest(key, settingKeys()) });
}

/** The settings an agent may change; `last-seen` is desk's own. */
export const settingKeys = (): SettingKey[] =>
  Object.keys(SETTINGS).filter((key): key is SettingKey => isSettingKey(key) && key !== 'last-seen');

/** The value in force. */
export const readConfig = (context: Context, key: SettingKey): string =>
  readSetting(context.store, key) ?? SETTINGS[key].default;

/** Sets or (null) unsets a setting. A changed `me` turns the directions of imported mail round. */
export const setConfig: Action<{ key: string; value: string | null }, { turned: number }> = {
  id: 'config-set',
  input: z.strictObject({ key: z.string(), value: z.string().nullable() }),
  run: (writing, _context, { key: name, value }) => {
    const key = settingKey(name);
    if (value !== null && !SETTINGS[key].check(value)) throw new DeskError('bad-value', 'bad-setting', { key, value });
    writeSetting(writing, key, value);
    describeAction(writing, { what: value === null ? key : `${key}=${value}` });
    return { turned: key === 'me' ? turnDirections(writing, ownAddresses(value ?? '')) : 0 };
  },
};

/** What we wrote goes out, everything else came in; cases that no agent has touched get the status that follows. */
function turnDirections(writing: Writing, own: ReadonlySet<string>): number {
  const cases = new Set<number>();
  let turned = 0;
  for (const mail of importedMails(writing.store)) {
    const ours = own.has(normalAddress(mail.from));
    if (ours === (mail.direction === 'out')) continue;
    setDirection(writing, mail.id, ours ? 'out' : 'in', ours ? 'agent' : 'customer');
    cases.add(mail.case);
    turned += 1;
  }
  for (const number of cases) {
    const before = getCase(writing.store, number);
    if (before.touchedAt !== null || before.status === 'solved' || before.status === 'closed') continue;
    const stands = standing(entriesOf(writing.store, number), null);
    updateCase(writing, before, { ...stands, updatedAt: before.updatedAt });
  }
  return turned;
}
