import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inTerminal, type Measured, type Program, untilShown } from './in-terminal.ts';
import { median, once, percentile } from './pairs.ts';
import { listMails, setUpPeers } from './peers.ts';
import { line, title } from './report.ts';
import { DESK } from './start.ts';
import type { Bench } from './stores.ts';

const NODE = process.execPath;
const KEYS = 160;
const ROUNDS = 5;
const ROWS = /ORD-\d+/;
const HELP = /Esc\s+back/;

/** The screens in a terminal of 120×40: first rows, ready for keys, keys, bytes, memory; also while an import runs. */
export async function benchScreens(bench: Bench): Promise<void> {
  const desk = (name: string, store: string): Program => ({
    name,
    run: [NODE, DESK, '--db', store],
    ready: ROWS,
    keys: ['j', 'k'],
  });
  const small = desk('1,000 cases', bench.small);
  const large = desk('100,000 cases', bench.large);
  await startUp([small, large]);
  title('Keys at 120×40 (ms to the last byte of the answer)');
  const measured = [await keys(small), await keys(large)];
  await keysDuringImport(bench, desk);
  for (const peer of await peers(bench)) await keys(peer, false);
  const [one, many] = measured;
  if (one !== undefined && many !== undefined)
    line('memory, 100,000 to 1,000 cases', many.memory / one.memory, '×', { first: 1.05, goal: 1.05 });
}

async function startUp(programs: readonly Program[]): Promise<void> {
  const times = programs.map(() => ({ rows: [] as number[], ready: [] as number[] }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, program] of programs.entries()) {
      const { ms: floor } = await once({ name: 'floor', run: [NODE, '-e', '0'] });
      times[at]?.rows.push((await untilShown(program, '', ROWS)) / floor);
      times[at]?.ready.push((await untilShown(program, '?', HELP)) / floor);
    }
  title('The screens come up (× node -e 0)');
  for (const [at, { name }] of programs.entries()) {
    line(`first rows, ${name}`, median(times[at]?.rows ?? []), '×', { first: 3, goal: 1.75 });
    line(`ready for keys, ${name}`, median(times[at]?.ready ?? []), '×', { first: 8, goal: 6 });
  }
}

async function keys(program: Program, ours = true): Promise<Measured> {
  const measured = await inTerminal(program, KEYS);
  const bar = (first: number, goal: number) => (ours ? { first, goal } : undefined);
  line(
    `${program.name}, p50`,
    percentile(measured.keys, 0.5),
    'ms',
    bar(6, 1.5),
    `${median(measured.bytes)} bytes a key`,
  );
  line(`${program.name}, p99`, percentile(measured.keys, 0.99), 'ms', bar(20, 8));
  line(`${program.name}, memory`, measured.memory, 'MB', bar(110, 90));
  return measured;
}

/** Keys on a copy of the large store, into which another process imports 20,000 mails meanwhile. */
export async function keysDuringImport(
  { folder, large }: Bench,
  desk: (name: string, store: string) => Program,
): Promise<void> {
  const lists = listMails();
  if (lists === null) return;
  const copy = join(folder, 'importing');
  rmSync(copy, { recursive: true, force: true }); // of a run that was broken off
  mkdirSync(copy, { recursive: true });
  copyFileSync(large, join(copy, 'desk.db')); // it has no raw mails
  const store = join(copy, 'desk.db');
  const child = spawn(NODE, [DESK, '--db', store, 'import', '--keep-open', lists], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await keys(desk('100,000 cases, during an import', store));
  line('… the import was still at work at the end', child.exitCode === null ? 1 : 0, '(1 = yes)');
  child.kill();
  await ended;
  rmSync(copy, { recursive: true });
}

async function peers({ folder }: Bench): Promise<Program[]> {
  const lists = listMails();
  if (lists === null) return [];
  const peers = await setUpPeers(lists, join(folder, 'peers'));
  const neomutt: Program = {
    name: 'neomutt, 20,000 mails',
    run: ['neomutt', '-n', '-F', peers.muttrc, '-f', peers.maildir],
    env: peers.env,
    ready: /Msgs:/,
    keys: ['k', 'j'], // sorted by date it starts at the last
  };
  if (!peers.has('neomutt')) {
    console.log('  neomutt is not installed: no peer for the keys');
    return [];
  }
  await untilShown(neomutt, '', neomutt.ready); // fills its cache of headers
  return [neomutt];
}
