import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readSources } from '../../src/intake/read.ts';
import { createBoundedParser } from '../../src/mail/bounded.ts';
import { checkStore } from '../../src/store/check.ts';
import { corpora } from '../helpers/corpora.ts';
import { deliverOne, SAFE } from '../helpers/deliver-all.ts';
import { createDesk } from '../helpers/desk.ts';
import { hostileMails } from '../helpers/hostile-mails.ts';

const root = corpora();
const FOLDERS = [
  'zammad-mail',
  'discourse-mail',
  'chatwoot-mail',
  'freescout-mail',
  'notmuch',
  'mailarch',
  'spamassassin',
  'cpython-email',
  'enmime',
  'mailparser',
  'postal-mime',
  'reply-talon',
  'reply-trimmer',
];

/** As in the program: what takes too long, or too much, is given up and kept. */
const parser = createBoundedParser(pathToFileURL(join(import.meta.dirname, '../../dist/mail-worker.js')));
const desk = { ...createDesk(), parseMail: parser.parse };
const count = new Map<string, number>();
let slowest = { name: '', cpu: 0 };
afterAll(async () => {
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const told = JSON.stringify({ ...Object.fromEntries(count), slowest, peak });
  console.info(`delivered: ${told} (processor ms; peak MB of the whole test)`);
  await parser.close();
  desk.close();
});

async function deliver(name: string, raw: Buffer): Promise<string[]> {
  const { how, cpu } = await deliverOne(desk, raw);
  count.set(how, (count.get(how) ?? 0) + 1);
  if (cpu > slowest.cpu) slowest = { name, cpu: Math.round(cpu) };
  return SAFE.includes(how) ? [] : [`${name}: ${how}`];
}

describe.skipIf(root === null)('every mail of the corpora, delivered', () => {
  test.each(FOLDERS)('%s', async (folder) => {
    const amiss: string[] = [];
    let mails = 0;
    for await (const incoming of readSources([join(root ?? '', folder)])) {
      if (incoming.kind !== 'mail') continue;
      mails += 1;
      amiss.push(...(await deliver(`${incoming.source} ${incoming.ref}`, incoming.raw)));
    }
    expect(mails).toBeGreaterThan(0);
    // a file that an archive holds as a mail, and that has nothing of one, is refused and not kept
    expect(amiss.filter((one) => !one.endsWith(': no mail'))).toEqual([]);
    expect(amiss.length).toBeLessThanOrEqual(mails * 0.05);
  });
});

test('200 hostile mails, delivered', async () => {
  const amiss: string[] = [];
  for (const { name, raw } of hostileMails()) amiss.push(...(await deliver(name, raw)));
  expect(amiss).toEqual([]);
});

test('the store is sound after all of them', () => {
  expect(checkStore(desk.store)).toMatchObject({ broken: [], danglingReferences: 0, missingRaw: 0 });
});
