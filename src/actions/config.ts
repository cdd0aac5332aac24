import * as z from 'zod';
import { DeskError } from '../domain/errors.ts';
import { nearest } from '../domain/query.ts';
import { isSettingKey, ownAddresses, SETTINGS, type SettingKey } from '../domain/settings.ts';
import { writeSetting } from '../store/settings.ts';
import { describeAction } from '../store/writing.ts';
import type { Action } from './action.ts';
import { turnDirections } from './turn-directions.ts';

/** The setting's name, checked; throws `bad-value` naming the nearest one. */
export function settingKey(key: string): SettingKey {
  if (isSettingKey(key) && key !== 'last-seen') return key;
  throw new DeskError('bad-value', 'unknown-setting', { key, nearest: nearest(key, settingKeys()) });
}

/** The settings an agent may change; `last-seen` is desk's own. */
export const settingKeys = (): SettingKey[] =>
  Object.keys(SETTINGS).filter((key): key is SettingKey => isSettingKey(key) && key !== 'last-seen');

/** Sets or (null) unsets a setting. A changed `me` turns the directions of imported mail round. */
export const setConfig: Action<{ key: string; value: string | null }, { turned: number }> = {
  id: 'config-set',
  input: z.strictObject({ key: z.string(), value: z.string().nullable() }),
  run: (writing, context, { key: name, value }) => {
    const key = settingKey(name);
    if (value !== null && !SETTINGS[key].check(value)) throw new DeskError('bad-value', 'bad-setting', { key, value });
    writeSetting(writing, key, value);
    describeAction(writing, { what: value === null ? key : `${key}=${value}` });
    return { turned: key === 'me' ? turnDirections(writing, context, ownAddresses(value ?? '')) : 0 };
  },
};
