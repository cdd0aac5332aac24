import type { Context } from '../context.ts';
import { SETTINGS, type SettingKey } from '../domain/settings.ts';
import { readSetting } from '../store/settings.ts';

/** The value in force. */
export const readConfig = (context: Context, key: SettingKey): string =>
  readSetting(context.store, key) ?? SETTINGS[key].default;
