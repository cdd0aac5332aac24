import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpora } from '../../helpers/corpora.ts';
import { compareCorpora, compareShortWay } from '../../helpers/short-way.ts';

const folder = corpora();

describe('the short way for plain mail', () => {
  it.skipIf(folder === null)('reads every mail of the corpora that it takes as the full parser does', async () => {
    const { mails, short } = await compareCorpora(folder ?? '', 2500);

    expect(short).toBeGreaterThan(mails / 3);
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
          await compareShortWay([Buffer.from([...lines, '', text].join(eol), 'utf8')]);
        },
      ),
      { numRuns: 600 },
    );
  });
});
