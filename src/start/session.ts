import type { Session } from '../cli/command.ts';
import type { Globals } from '../cli/globals.ts';
import { createPrinter } from '../cli/printer.ts';
import type { Context, Locale } from '../context.ts';
import { loadWords } from '../i18n/index.ts';
import { openStore, type Store } from '../store/open.ts';
import { hasZonelessSchedule } from '../store/schedule-zone.ts';
import { readSetting } from '../store/settings.ts';
import { charsetOf, clockOf, localeAsked, localeOf, storePath, zoneOf } from './environment.ts';
import { pagesIn } from './pages.ts';
import type { Parser, World } from './world.ts';

/** Undo takes back what the same session did: all commands are one, each window of the screens is its own. */
const CLI_SESSION = 'cli';
const DEMO = 'demo';

export interface Opened {
  readonly session: Session;
  readonly close: () => Promise<void>;
}

/** Opens the store and everything a command runs with. */
export async function openSession(world: World, globals: Globals, id: string = CLI_SESSION): Promise<Opened> {
  const now = clockOf(world.env, world.now);
  const asked = localeAsked(globals.lang);
  const store = openStore(storePath(globals.db, world.env), { readOnly: globals.readOnly, now: now() });
  const locale = asked ?? localeOf(readSetting(store, 'language') ?? '', world.env);
  return sessionOver(world, globals, { store, now, locale, session: id, agent: readSetting(store, 'agent') });
}

/** For commands that must not open the store: everything but it, over an empty one that nobody keeps. */
export async function openStoreless(world: World, globals: Globals): Promise<Opened> {
  const now = clockOf(world.env, world.now);
  const store = openStore(':memory:', { now: now() });
  const locale = localeBefore(world, globals.lang, globals.db);
  return sessionOver(world, globals, { store, now, locale, session: CLI_SESSION, agent: null });
}

/** The sample cases in a store that nobody keeps, at their own time, which goes on from there. */
export async function openDemo(world: World, globals: Globals, id: string = CLI_SESSION): Promise<Opened> {
  const { demoNow, fillDemo } = await import('./demo.ts');
  const began = clockOf(world.env, world.now)();
  const then = await demoNow(world.demoFolder);
  const now = (): number => then + clockOf(world.env, world.now)() - began;
  const locale = localeAsked(globals.lang) ?? localeOf('', world.env);
  const store = openStore(':memory:', { now: now() });
  const filling = await sessionOver(world, globals, { store, now, locale, session: DEMO, agent: 'Linh' });
  await fillDemo(filling.session.context, world.demoFolder);
  return sessionOver(world, globals, { store, now, locale, session: id, agent: readSetting(store, 'agent') });
}

interface Parts {
  readonly store: Store;
  readonly now: () => number;
  readonly locale: Locale;
  readonly session: string;
  readonly agent: string | null;
}

async function sessionOver(
  world: World,
  globals: Globals,
  { store, now, locale, session, agent }: Parts,
): Promise<Opened> {
  const words = await loadWords(locale);
  let parser: Promise<Parser> | null = null;
  const parserNeeded = (): Promise<Parser> => {
    parser ??= world.openParser();
    return parser;
  };
  let zone: string | null = null;
  const context: Context = {
    store,
    now,
    zone: () => {
      zone ??= zoneOf(now());
      return zone;
    },
    newId: world.newId,
    agent: agent || world.env['USER'] || world.env['USERNAME'] || 'agent',
    session,
    locale,
    parseMail: async (raw, hints) => (await parserNeeded()).parse(raw, hints),
    mail: world.openMail,
    pages: (folder) => pagesIn(world.pagesFolder, store.path, folder),
    cutPart: async (raw, n) => (await parserNeeded()).cut(raw, n),
  };
  // once in the life of a store
  if (!store.readOnly && hasZonelessSchedule(store)) (await import('./settle-zone.ts')).settleZone(context);
  const { io } = world;
  return {
    session: {
      context,
      words,
      globals,
      io,
      printer: createPrinter(io),
      storePath: storePath(globals.db, world.env),
      commands: [],
      machine: {
        node: world.node,
        locale: io.outIsTerminal ? charsetOf(world.env) : null,
        fileSystemOf: world.fileSystemOf,
      },
    },
    close: async () => {
      if (parser !== null) await (await parser).close();
      store.close();
    },
  };
}

/** Never throws. The language to speak before a store is open: asked for, set in the store that is there, or the environment's. */
export function localeBefore(world: World, lang: string | null, db: string | null): Locale {
  try {
    const asked = localeAsked(lang);
    if (asked !== null) return asked;
    const store = openStore(storePath(db, world.env), { readOnly: true, now: world.now() });
    try {
      return localeOf(readSetting(store, 'language') ?? '', world.env);
    } finally {
      store.close();
    }
  } catch {
    return localeOf('', world.env); // no store yet, or one that can't be read: whoever opens it says so
  }
}
