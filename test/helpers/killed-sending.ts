import { fork } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { perform } from '../../src/actions/action.ts';
import { setConfig } from '../../src/actions/config.ts';
import { outgoingIn } from '../../src/store/outbox.ts';
import { createDesk, DEMO_NOW } from './desk.ts';
import { temporaryFolder } from './folder.ts';
import { addAccount, answerTo, SHOP } from './mail-desk.ts';
import { openSink, type Place } from './smtp-sink.ts';

const PLACES: readonly Place[] = ['connect', 'mail', 'rcpt', 'data', 'end', 'answered'];
/** Each process sees the clock so much later than the one before: what nobody knows the fate of is looked up then. */
const STEP = 150_000;

export interface Tortured {
  readonly kills: number;
  /** at which places the sender was killed, how often */
  readonly places: Readonly<Record<string, number>>;
  /** messages that nobody knew the fate of for a while */
  readonly uncertain: number;
  /** ids that came more than once */
  readonly double: readonly string[];
  /** ids that were marked sent at any time, and had not come */
  readonly absent: readonly string[];
  /** ids that are not sent at the end */
  readonly left: readonly string[];
}

/** A small generator, so that a run can be done again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Sends so many messages while the process that sends is killed (-9) again and again, before, at and after DATA; what the
 * server takes it files into Sent, which the next process searches.
 */
export async function tortureSending(messages: number, seed: number): Promise<Tortured> {
  const random = randomFrom(seed);
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  const sentFile = join(folder, 'sent');
  writeFileSync(sentFile, '');
  let strike: { place: Place; after: number } | null = null;
  let child: ReturnType<typeof fork> | null = null;
  const places: Record<string, number> = {};
  const sink = await openSink({
    onTaken: ({ id }) => appendFileSync(sentFile, `${id}\n`),
    onPlace: (place) => {
      if (strike === null || strike.place !== place) return;
      strike.after -= 1;
      if (strike.after > 0) return;
      strike = null;
      places[place] = (places[place] ?? 0) + 1;
      child?.kill('SIGKILL');
    },
  });
  // the line fails too: after the message was handed over, taken or not
  sink.decide(() => (random() < 0.9 ? null : { cut: random() < 0.5 ? 'end' : 'end-taken' }));
  const desk = createDesk({ path });
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port, { imap: { host: 'localhost', port: 1, tls: 'off' }, sentCopy: 'server' });
  for (let nth = 0; nth < messages; nth += 1) answerTo(desk, `c${nth}@example.vn`);

  const absent = new Set<string>();
  const uncertain = new Set<string>();
  let kills = 0;
  for (let round = 1; outgoingIn(desk.store, ['queued', 'sending', 'uncertain'], 1).length > 0; round += 1) {
    if (round > messages * 3) break;
    const place = PLACES[Math.floor(random() * PLACES.length)] ?? 'data';
    strike = { place, after: place === 'connect' ? 1 : 1 + Math.floor(random() * 9) };
    child = fork(join(import.meta.dirname, 'send-child.ts'), [path, String(DEMO_NOW + round * STEP), sentFile]);
    const ended = await new Promise<string | number | null>((resolve) =>
      child?.on('exit', (code, signal) => resolve(signal ?? code)),
    );
    if (ended === 'SIGKILL') kills += 1;
    else if (ended !== 0) throw new Error(`sending ended with ${ended}`);
    const filed = new Set(readFileSync(sentFile, 'utf8').split('\n'));
    for (const { messageId } of outgoingIn(desk.store, ['sent'], messages))
      if (!filed.has(messageId)) absent.add(messageId);
    for (const { messageId } of outgoingIn(desk.store, ['uncertain', 'sending'], messages)) uncertain.add(messageId);
  }
  const left = outgoingIn(desk.store, ['held', 'queued', 'sending', 'failed', 'uncertain'], messages);
  desk.close();
  await sink.close();
  const ids = sink.taken.map(({ id }) => id);
  return {
    ...{ kills, places, uncertain: uncertain.size, absent: [...absent] },
    double: ids.filter((id, index) => ids.indexOf(id) !== index),
    left: left.map(({ messageId }) => messageId),
  };
}
