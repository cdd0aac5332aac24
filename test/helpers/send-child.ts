import { readFileSync } from 'node:fs';
import { createMailWorld } from '../../src/start/mail-world.ts';
import { createDesk } from './desk.ts';
import { mailWorld, sentFolder, withMail, work } from './mail-desk.ts';

/**
 * Works the outbox once in a process of its own: `node send-child.ts STORE NOW SENT`. SENT is a file with the Message-IDs
 * that lie in the server's Sent; who claims, and who counts as gone, is told by the real processes.
 */
const [path = '', now = '', sent = ''] = process.argv.slice(2);
const { claimant, isGone } = createMailWorld(process.pid, Date.now());
const folder = sentFolder(() => readFileSync(sent, 'utf8').split('\n'));
const desk = withMail(createDesk({ path, now: Number(now), session: `child-${process.pid}` }), {
  ...mailWorld(claimant, folder),
  isGone,
});
process.send?.('ready');
await work(desk);
desk.close();
