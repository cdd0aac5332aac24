import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { tempDesk, tempFolder } from './cli.ts';
import { type Call, callsOf, type Ended, failFrom, killAt, type Run } from './kill.ts';
import type { Scene } from './kill-scenes.ts';
import { expectSound } from './sound.ts';

/** What a sweep found; the last two must be 0. */
export interface Swept {
  /** how often it hit: killed, or the command ended with an error */
  hits: number;
  /** results that desk had printed by then */
  confirmed: number;
  lost: number;
  half: number;
}

/** What happens at a call: the process is killed, or the disk fails from then on. */
export type Blow = 'kill' | 'EIO' | 'ENOSPC';

type Pieces = Readonly<Record<string, string>>;

/** Where to strike: every `step`-th call, and all that are no writes; or `points` of them, spread over the whole command. */
export type Where = { readonly step: number } | { readonly points: number };

/**
 * Strikes a command at one call after the other, each time in a fresh folder. After each: all files are sound, every piece
 * is as before or as after, what was printed is there, an error is one plain line that is true, and the command, given
 * again, ends complete.
 */
export async function sweep(scene: Scene, where: Where, blow: Blow = 'kill'): Promise<Swept> {
  const base = await scene.prepare();
  const before = piecesIn(scene, base);
  const whole = copyOf(base);
  const calls = (await callsOf(runIn(scene, whole))).filter(({ name }) => blow === 'kill' || FAILING.test(name));
  const after = piecesIn(scene, whole);
  const output = outputOf(scene, whole);
  const swept: Swept = { hits: 0, confirmed: 0, lost: 0, half: 0 };
  const wanted = placesIn(calls, where, blow === 'kill' ? /write|sync/ : /write/);
  const one = async (call: Call): Promise<void> => {
    const folder = copyOf(base);
    const run = runIn(scene, folder);
    const ended = blow === 'kill' ? await killAt(call, run) : await failFrom(call, blow, run);
    if (ended.code !== 0) swept.hits += 1;
    const note = `${scene.name}, ${blow} at ${call.name} ${call.nth}`;
    if (ended.code !== null) expectPlain(ended, note);
    await judge({ scene, folder, before, after, output, ended, note }, swept);
    rmSync(folder, { recursive: true });
  };
  // two at a time: each waits for its strace most of the time
  const next = async (): Promise<void> => {
    for (let call = wanted.shift(); call !== undefined; call = wanted.shift()) await one(call);
  };
  await Promise.all([next(), next()]);
  return swept;
}

interface Judged {
  readonly scene: Scene;
  readonly folder: string;
  readonly before: Pieces;
  readonly after: Pieces;
  readonly output: string;
  readonly ended: Ended;
  readonly note: string;
}

/** Calls that are made on files alone: an error at any other would hit Node itself. */
const FAILING = /^(pwrite64|fsync|fdatasync|ftruncate|rename|link|copy_file_range)$/;

/** An end that somebody can go by: done, or one line that says what happened. */
function expectPlain({ code, err }: Ended, note: string): void {
  if (code === 0) return;
  expect([73, 74], `${note}: ${err}`).toContain(code);
  expect(err, note).toMatch(/^desk: .+\n$/);
}

async function judge({ scene, folder, before, after, output, ended, note }: Judged, swept: Swept): Promise<void> {
  const now = piecesIn(scene, folder, note);
  const done = same(now, after);
  if (ended.out !== '') {
    swept.confirmed += 1;
    if (!done) swept.lost += 1;
  }
  const known = scene.atOnce
    ? done || same(now, before)
    : Object.entries(now).every(([name, piece]) => piece === before[name] || piece === after[name]) &&
      Object.keys(before).every((name) => name in now || !(name in after));
  if (!known) swept.half += 1;
  expect(known, `${note}: half done: ${differing(now, before)} changed, ${differing(now, after)} not yet`).toBe(true);
  if (ended.code === 0) expect(done, `${note}: it said done, but ${differing(now, after)}`).toBe(true);
  if (ended.err.includes('nothing was changed'))
    expect(same(now, before), `${note}: ${ended.err} ${differing(now, before)}`).toBe(true);
  if (!output.startsWith(outputOf(scene, folder))) throw new Error(`${note}: a wrong output`);

  if (done && scene.twice === 'done again') return;
  const { code, err } = await runAgain(scene, folder);
  if (done && scene.twice === 'refused') expect(code, note).toBeGreaterThan(0);
  else expect(code, `${note}, again: ${err}`).toBe(0);
  const then = piecesIn(scene, folder, `${note}, again`);
  for (const [name, piece] of Object.entries(after)) expect(then[name], `${note}, again: ${name}`).toBe(piece);
  if (scene.twice === 'the same') expect(Object.keys(then), note).toEqual(Object.keys(after));
  if (scene.outFile !== undefined) expect(outputOf(scene, folder), note).toBe(output);
}

const differing = (a: Pieces, b: Pieces): string =>
  Object.keys({ ...a, ...b })
    .filter((name) => a[name] !== b[name])
    .join(', ');

const same = (a: Pieces, b: Pieces): boolean => JSON.stringify(a) === JSON.stringify(b);

const runIn = ({ argv, outFile }: Scene, folder: string): Run => ({
  argv: argv(folder),
  db: join(folder, 'desk.db'),
  ...(outFile === undefined ? {} : { outFile: join(folder, outFile) }),
});

async function runAgain(scene: Scene, folder: string): Promise<Ended> {
  const { argv, db, outFile } = runIn(scene, folder);
  const ran = await tempDesk().run([...argv, '--db', db]);
  if (outFile !== undefined) writeFileSync(outFile, ran.bytes);
  return ran;
}

/** Looks at a copy: to open a store is to mend what a kill has left, which is the command's own to do. */
function piecesIn(scene: Scene, folder: string, note = scene.name): Pieces {
  const copy = copyOf(folder);
  expectSound(copy, note);
  const pieces = scene.pieces(copy);
  rmSync(copy, { recursive: true });
  return pieces;
}

const outputOf = ({ outFile }: Scene, folder: string): string =>
  outFile !== undefined && existsSync(join(folder, outFile)) ? readFileSync(join(folder, outFile), 'utf8') : '';

function copyOf(folder: string): string {
  const copy = tempFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The few calls that are not `common` count most: all of them in a full sweep, half of the points in a thin one. */
function placesIn(calls: readonly Call[], where: Where, common: RegExp): Call[] {
  const rare = calls.filter(({ name }) => !common.test(name));
  if ('step' in where)
    return every(calls, where.step).concat(rare.filter((call) => calls.indexOf(call) % where.step !== 0));
  const some = every(rare, Math.ceil(rare.length / (where.points / 2)));
  // a calmer machine makes fewer and larger transactions: what lies in the last quarter may not come another time
  const sure = calls.slice(0, Math.ceil(calls.length * 0.75));
  return some.concat(every(sure, Math.ceil(sure.length / (where.points - some.length))));
}

const every = (calls: readonly Call[], step: number): Call[] => calls.filter((_, at) => at % step === 0);
