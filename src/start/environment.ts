import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { LOCALES, type Locale } from '../context.ts';
import { DeskError } from '../domain/errors.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** Where the store is: `--db`, `$DESK_DB`, `$DESK_HOME/desk.db`, else the XDG data folder. */
export function storePath(db: string | null, env: Env): string {
  if (db !== null) return db;
  if (env['DESK_DB']) return env['DESK_DB'];
  if (env['DESK_HOME']) return join(env['DESK_HOME'], 'desk.db');
  const data = env['XDG_DATA_HOME'] ?? '';
  return join(isAbsolute(data) ? data : join(env['HOME'] || homedir(), '.local', 'share'), 'desk', 'desk.db');
}

const isLocale = (text: string): text is Locale => LOCALES.some((one) => one === text);

/** The language asked for on the command line, or null; throws `unknown-language`. */
export function localeAsked(lang: string | null): Locale | null {
  if (lang === null) return null;
  if (isLocale(lang)) return lang;
  throw new DeskError('usage', 'unknown-language', { value: lang });
}

/** The setting's language, else the environment's, else English. */
export function localeOf(setting: string, env: Env): Locale {
  if (isLocale(setting)) return setting;
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const language = named.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : 'en';
}

/** What tells a terminal's programs which letters it can show. */
export const charsetOf = (env: Env): string => env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';

/** The clock; `$DESK_NOW` (ISO 8601) stops it at a moment, for tests and screenshots. Throws `bad-now`. */
export function clockOf(env: Env, now: () => number): () => number {
  const fixed = env['DESK_NOW'];
  if (!fixed) return now;
  const at = Date.parse(fixed);
  if (Number.isNaN(at)) throw new DeskError('bad-config', 'bad-now', { value: fixed });
  return () => at;
}

/**
 * The zone of the machine, as Intl takes it. $TZ in the form of POSIX (`ICT-7`) has no name there: then the offset of now
 * (ms), `+07:00`.
 */
export function zoneOf(now: number): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // an empty $TZ is named Etc/Unknown, which Intl itself refuses
  if (timeZone !== undefined && timeZone !== 'Etc/Unknown') return timeZone;
  const east = -new Date(now).getTimezoneOffset();
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${east < 0 ? '-' : '+'}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
}

/** NO_COLOR (not empty) and --no-color beat FORCE_COLOR, which beats the terminal. */
export function colorWanted(env: Env, color: boolean, terminal: boolean): 'none' | 'forced' | 'terminal' {
  if (!color || env['NO_COLOR']) return 'none';
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force === '0' || force === 'false' ? 'none' : 'forced';
  return terminal ? 'terminal' : 'none';
}

/** $TERM's names of what has no cursor to move: a line printer, a shell inside Emacs. */
const WITHOUT_CURSOR = new Set(['dumb', 'unknown', 'emacs']);

/** The terminal's name where it can't show screens, or null. */
export const dumbTerminal = (env: Env): string | null =>
  WITHOUT_CURSOR.has(env['TERM'] ?? '') ? (env['TERM'] ?? '') : null;
