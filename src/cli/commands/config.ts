import { perform } from '../../actions/action.ts';
import { setConfig, settingKey, settingKeys } from '../../actions/config.ts';
import { readConfig } from '../../actions/read-config.ts';
import type { SettingKey } from '../../domain/settings.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { join, style } from '../style.ts';

/** `desk config get KEY`: the value alone. */
export const configGet: Command = {
  arguments: '<key>',
  options: [],
  examples: ['desk config get me', 'desk config get agent --json'],
  run: ({ context, printer, globals }, [name = '']) => {
    const key = settingKey(name);
    const value = readConfig(context, key);
    if (globals.json) printer.json({ [key]: value });
    else printer.line(clean(value, 'line'));
    return 0;
  },
};

/** `desk config list`: every setting, its value, and what it is for. */
export const configList: Command = {
  arguments: '',
  options: [],
  examples: ['desk config list', 'desk config list --json'],
  run: ({ context, printer, words, globals }) => {
    const keys = settingKeys();
    if (globals.json) {
      printer.json(Object.fromEntries(keys.map((key) => [key, readConfig(context, key)])));
      return 0;
    }
    for (const key of keys) {
      const value = clean(`${key} = ${readConfig(context, key)}`, 'line');
      printer.line(join([value, style.dim(clean(`  # ${explained(words.cli.settings, key)}`, 'line'))]));
    }
    return 0;
  },
};

const explained = (settings: Readonly<Record<SettingKey, string>>, key: SettingKey): string => settings[key];

/** `desk config set KEY VALUE`. */
export const configSet: Command = {
  arguments: '<key> <value>',
  options: [],
  examples: ['desk config set me care@shop.example,help@shop.example', 'desk config set language vi'],
  run: (session, [name = '', value = ''], given) => change(session, name, value, given.flag('dryRun')),
};

/** `desk config unset KEY`: back to the default. */
export const configUnset: Command = {
  arguments: '<key>',
  options: [],
  examples: ['desk config unset language', 'desk config unset shop --dry-run'],
  run: (session, [name = ''], given) => change(session, name, null, given.flag('dryRun')),
};

function change(
  { context, printer, words, globals }: Session,
  name: string,
  value: string | null,
  dryRun: boolean,
): number {
  const key = settingKey(name);
  const { action, output } = perform(context, setConfig, { key, value }, { dryRun });
  if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, key, value, ...output });
  else printer.tell(words.cli.configured(key, value, output.turned, dryRun));
  return 0;
}
