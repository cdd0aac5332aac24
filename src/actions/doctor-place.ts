import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNetworkFileSystem } from '../store/open.ts';
import type { Finding } from './doctor.ts';

/** What desk runs on, as far as it can go wrong. */
export interface Machine {
  /** `24.1.0` */
  readonly node: string;
  /** LC_ALL, LC_CTYPE or LANG; '' when none is set, null where nobody looks at a terminal */
  readonly locale: string | null;
  /** statfs's type of the file system that a folder lies on */
  readonly fileSystemOf: (folder: string) => number;
}

/** Looks at the machine and the folder; needs no open store. */
export function examinePlace(path: string, machine: Machine): Finding[] {
  const [major = 0, minor = 0] = machine.node.split('.').map(Number);
  const folder = dirname(path);
  const leftovers = existsSync(folder) ? readdirSync(folder).filter(isUnfinished(basename(path))) : [];
  const [first = ''] = leftovers;
  return [
    { what: 'node-current', ok: major > 22 || (major === 22 && minor >= 12), facts: { version: machine.node } },
    ...(machine.locale === null
      ? []
      : [{ what: 'locale-utf8', ok: /utf-?8/i.test(machine.locale), facts: { locale: machine.locale || 'C' } }]),
    { what: 'disk-local', ok: !isOnNetwork(folder, machine), facts: { path } },
    {
      what: 'no-leftovers',
      ok: leftovers.length === 0,
      facts: { files: leftovers.length, path: first === '' ? '' : join(folder, first) },
    },
  ];
}

/** Copies that a killed backup or restore has not finished: `desk.db.<mark>.part.db`. */
const isUnfinished = (store: string) => (name: string) =>
  /\.part(\.raw)?\.db(-journal)?$/.test(name) && name.startsWith(store.replace(/\.db$/, ''));

function isOnNetwork(folder: string, { fileSystemOf }: Machine): boolean {
  return existsSync(folder) && isNetworkFileSystem(fileSystemOf(folder));
}
