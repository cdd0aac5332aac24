import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../../src/intake/read.ts';
import { scanHeader, trimContainer } from '../../../src/mail/header.ts';
import { mendBoundaries } from '../../../src/mail/mend-boundaries.ts';
import { plainTree } from '../../../src/mail/plain-mail.ts';
import { readTree } from '../../../src/mail/tree.ts';
import { corpora } from '../../helpers/corpora.ts';

const folder = corpora();
const FOLDERS = [
  ...['zammad-mail', 'discourse-mail', 'chatwoot-mail', 'freescout-mail', 'notmuch', 'mailarch', 'spamassassin'],
  ...['cpython-email', 'enmime', 'mailparser', 'postal-mime', 'reply-github', 'large'],
];
/** In the gate; `npm run deep` looks at all. */
const MOST = process.env.DESK_DEEP === '1' ? Number.POSITIVE_INFINITY : 2500;

/** Of the mails, how many the short way takes; each must come out as the parser has it. */
async function compared(raws: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<{ mails: number; short: number }> {
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

async function* mailsOf(name: string): AsyncGenerator<Buffer> {
  let given = 0;
  for await (const incoming of readSources([join(folder ?? '', name)])) {
    if (incoming.kind !== 'mail') continue;
    yield incoming.raw;
    given += 1;
    if (given >= MOST) return;
  }
}

describe('the short way for plain mail', () => {
  it.skipIf(folder === null)('reads every mail of the corpora that it takes as the full parser does', async () => {
    const all = { mails: 0, short: 0 };
    for (const name of FOLDERS) {
      const { mails, short } = await compared(mailsOf(name));
      all.mails += mails;
      all.short += short;
    }

    console.log(`plain mails: ${all.short} of ${all.mails} the short way, all equal`);
    expect(all.short).toBeGreaterThan(all.mails / 3);
  });

  const type = fc.constantFrom(
    ...['text/plain', 'TEXT/Plain; charset=utf-8', 'text/plain; charset="ISO-8859-1"', 'text/plain; charset=x y'],
    ...['text/plain; charset=utf-8; format=flowed', 'text/plain;charset=us-ascii;', 'text', 'text/html', ''],
    ...['text/plain; charset=', 'text/plain; charset=(a) utf-8', "text/plain; charset*=us-ascii'en'utf-8"],
  );
  const encoding = fc.constantFrom('7bit', '8bit', '8BIT', 'binary', 'base64', 'quoted-printable', '7bit (clear)', '');
  const body = fc.stringMatching(/^[a-z>\n\r =é-]{0,60}$/);

  it('takes no mail that the full parser reads otherwise, however its header is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[fc.option(type), fc.option(encoding), fc.constantFrom('\n', '\r\n'), body],
        fc.constantFrom('', ' folded', 'no field', 'X-Empty:', 'X:y', 'Content-Disposition: attachment', '\tX: y'),
        async (contentType, transfer, eol, text, odd) => {
          const lines = ['Subject: a', ...(odd === '' ? [] : [odd])];
          if (contentType !== null) lines.push(`Content-Type: ${contentType}`);
          if (transfer !== null) lines.push(`Content-Transfer-Encoding: ${transfer}`);
          await compared([Buffer.from([...lines, '', text].join(eol), 'utf8')]);
        },
      ),
      { numRuns: 600 },
    );
  });
});
