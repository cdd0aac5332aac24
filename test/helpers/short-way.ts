import type { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readSources } from '../../src/intake/read.ts';
import { scanHeader, trimContainer } from '../../src/mail/header.ts';
import { mendBoundaries } from '../../src/mail/mend-boundaries.ts';
import { plainTree } from '../../src/mail/plain-mail.ts';
import { readTree } from '../../src/mail/tree.ts';

const FOLDERS = [
  ...['zammad-mail', 'discourse-mail', 'chatwoot-mail', 'freescout-mail', 'notmuch', 'mailarch', 'spamassassin'],
  ...['cpython-email', 'enmime', 'mailparser', 'postal-mime', 'reply-github', 'large'],
];

export interface ShortWay {
  readonly mails: number;
  /** of these, how many the short way takes */
  readonly short: number;
}

/** What the short way for plain mail takes must come out as the full parser has it. */
export async function compareShortWay(raws: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<ShortWay> {
  let mails = 0;
  let short = 0;
  for await (const raw of raws) {
    mails += 1;
    const { mail } = trimContainer(raw);
    const plain = plainTree(mail, scanHeader(mail));
    if (plain === null) continue;
    short += 1;
    expect(plain, mail.toString('latin1', 0, 300)).toEqual(await readTree(mendBoundaries(mail)));
  }
  return { mails, short };
}

/** The same over all mail folders of the corpora, at most so many mails of each. */
export async function compareCorpora(folder: string, most: number): Promise<ShortWay> {
  const all = { mails: 0, short: 0 };
  for (const name of FOLDERS) {
    const { mails, short } = await compareShortWay(mailsOf(join(folder, name), most));
    all.mails += mails;
    all.short += short;
  }
  console.log(`plain mails: ${all.short} of ${all.mails} the short way, all equal`);
  return all;
}

async function* mailsOf(path: string, most: number): AsyncGenerator<Buffer> {
  let given = 0;
  for await (const incoming of readSources([path])) {
    if (incoming.kind !== 'mail') continue;
    yield incoming.raw;
    given += 1;
    if (given >= most) return;
  }
}
