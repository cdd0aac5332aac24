import { EXIT, reportError } from '../cli/exit.ts';
import { type Globals, parseGlobals } from '../cli/globals.ts';
import { runQuick } from '../cli/quick.ts';
import { DeskError } from '../domain/errors.ts';
import { loadWords } from '../i18n/index.ts';
import { asDeskError } from '../store/sqlite-errors.ts';
import { clean } from '../text/clean.ts';
import { colorWanted, dumbTerminal } from './environment.ts';
import { localeBefore, type Opened, openDemo, openSession, openStoreless } from './session.ts';
import type { World } from './world.ts';

/** Runs desk with these arguments and gives the exit code. Decides between screens and command line; never throws. */
export async function start(argv: readonly string[], world: World): Promise<number> {
  const json = argv.includes('--json');
  const told: { lang: string | null; db: string | null } = { lang: null, db: null };
  try {
    const globals = parseGlobals(argv);
    told.lang = globals.lang;
    told.db = globals.db;
    world.setColor(colorWanted(world.env, globals.color, world.io.outIsTerminal));
    return await decide(world, globals);
  } catch (error) {
    const words = await loadWords(localeBefore(world, told.lang, told.db));
    return reportError(asDeskError(error), world.io, words, json);
  }
}

async function decide(world: World, globals: Globals): Promise<number> {
  const { io } = world;
  const [first] = globals.rest;
  if (globals.version) {
    io.out(`desk ${world.version()}\n`);
    return EXIT.ok;
  }
  if (globals.help || first === 'help') return help(world, globals);
  if (first === undefined) return open(world, globals, openSession);
  if (first === 'list' || first === 'show') {
    const code = await within(await openSession(world, globals), ({ session }) => runQuick(session, globals.rest));
    if (code !== null) return code;
  }
  const { findCommand, parseArguments, SPELLED } = await import('../cli/program.ts');
  const { spelled, args } = findCommand(globals.rest);
  const { args: words, given } = parseArguments(spelled, args);
  if (spelled.verb === 'demo') return open(world, globals, openDemo);
  const opener = spelled.command.storeless === true ? openStoreless : openSession;
  const opening = opener(world, globals);
  const opened = await (spelled.command.handedOver === true ? opening.catch(askAgain) : opening);
  return within(opened, ({ session }) => spelled.command.run({ ...session, commands: SPELLED }, words, given));
}

/** What keeps us from our own store is no fault of what somebody brings. */
function askAgain(caught: unknown): never {
  const error = asDeskError(caught);
  throw error instanceof DeskError ? new DeskError('busy', error.what, error.facts, error) : error;
}

type Opener = (world: World, globals: Globals, id?: string) => Promise<Opened>;

/** The screens, or where they can't be, the inbox as text. */
async function open(world: World, globals: Globals, opener: Opener): Promise<number> {
  const { io } = world;
  const demo = opener === openDemo;
  const dumb = dumbTerminal(world.env);
  const wanted = io.outIsTerminal && io.inIsTerminal && !globals.json;
  const screens = wanted && dumb === null;
  return within(await opener(world, globals, screens ? world.newId() : undefined), async ({ session }) => {
    if (screens) {
      const code = await world.runTui(session.context, {
        demo,
        caseText: async (views) => (await import('./case-text.ts')).caseText(session, views),
      });
      if (code === EXIT.ok) (await import('../cli/print-day.ts')).printDay(session);
      return code;
    }
    if (wanted && dumb !== null) session.printer.remark(session.words.cli.dumbTerminal(dumb));
    const { printInbox } = await import('../cli/print-inbox.ts');
    return printInbox(session);
  });
}

async function within<Result>(opened: Opened, work: (opened: Opened) => Result | Promise<Result>): Promise<Result> {
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

async function help(world: World, globals: Globals): Promise<number> {
  const { helpLines } = await import('../cli/help.ts');
  const words = await loadWords(localeBefore(world, globals.lang, globals.db));
  const asked = globals.rest.filter((word) => word !== 'help' && !word.startsWith('-'));
  const { helpTopic } = await import('../cli/help-topic.ts');
  for (const line of helpLines(words, helpTopic(asked))) world.io.out(`${clean(line, 'line')}\n`);
  return EXIT.ok;
}
