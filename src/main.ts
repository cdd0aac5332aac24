import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import chalk from 'chalk';
import type { CaseView } from './actions/read-cases.ts';
import type { Context } from './context.ts';
import { createNewId } from './start/new-id.ts';
import { processIo } from './start/process-io.ts';
import { start } from './start/start.ts';

/** ms after the start of the screens at which mail is looked after. */
const MAIL_AFTER_MS = 1_000;

// The only place that reads argv and the environment; everything else is handed what it needs.
const { env } = process;
env['SQLITE_USE_URI'] = '1'; // read when the first store is opened: store/files.ts needs a file: name for one of its own

process.exitCode = await processIo(env, (io) =>
  start(process.argv.slice(2), {
    io,
    env,
    now: Date.now,
    // the global one: node:crypto would cost every start 5 ms
    newId: createNewId(Date.now, () => crypto.randomUUID()),
    version: () => String(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version),
    node: process.versions.node,
    fileSystemOf: (folder) => statfsSync(folder).type,
    pagesFolder: join(import.meta.dirname, '../fixtures'),
    demoFolder: join(import.meta.dirname, '../fixtures/demo'),
    openParser,
    openMail,
    runTui,
    setColor: (wanted) => {
      // chalk knows terminals and FORCE_COLOR, but not NO_COLOR; Ink shares its level
      if (wanted === 'none') chalk.level = 0;
      else if (wanted === 'forced' && chalk.level === 0) chalk.level = 1;
    },
  }),
);

async function openParser() {
  const { createBoundedParser } = await import('./mail/bounded.ts');
  return createBoundedParser(new URL('./mail-worker.js', import.meta.url));
}

async function openMail() {
  const { createMailWorld } = await import('./start/mail-world.ts');
  return createMailWorld(process.pid, Math.round(performance.timeOrigin));
}

async function runTui(
  context: Context,
  { caseText }: { readonly caseText: (views: readonly CaseView[]) => Promise<string> },
): Promise<number> {
  const screens = await import('./tui/run.ts');
  const running = screens.runTui(context, {
    stdin: process.stdin,
    stdout: process.stdout,
    caseText,
    spoken: env['INK_SCREEN_READER'] === 'true',
    editor: env['VISUAL'] || env['EDITOR'] || 'vi',
  });
  let endMail = (): void => undefined;
  // nothing is loaded for it before the screens are there
  const starting = setTimeout(() => {
    void import('./start/mail-process.ts').then(({ runMailBeside }) => {
      endMail = runMailBeside(context, [process.execPath, ...process.execArgv, process.argv[1] ?? '']);
    });
  }, MAIL_AFTER_MS);
  return running.finally(() => {
    clearTimeout(starting);
    endMail();
  });
}
