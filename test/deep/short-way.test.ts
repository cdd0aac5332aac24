import { expect, test } from 'vitest';
import { corpora } from '../helpers/corpora.ts';
import { compareCorpora } from '../helpers/short-way.ts';

const folder = corpora();

test.skipIf(folder === null)(
  'the short way for plain mail is equal to the full parser on every mail there is',
  async () => {
    const { mails, short } = await compareCorpora(folder ?? '', Number.POSITIVE_INFINITY);

    expect(mails).toBeGreaterThan(20_000);
    expect(short).toBeGreaterThan(mails / 2);
  },
);
