import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../src/domain/incoming.ts';
import { corpora } from '../../helpers/corpora.ts';
import { readAll, sender } from '../../helpers/mails.ts';
import { zammadYml } from '../../helpers/zammad-yml.ts';

const folder = corpora();

/** Where the corpora's README says that the .yml is wrong, or wants it otherwise. */
const ADDRESS: Readonly<Record<string, string>> = { mail087: 'test@example.com' };
const NAME: Readonly<Record<string, string>> = {
  mail019: '我', // Zammad drops the name together with the missing address
  mail046: '武兰成', // the .yml holds the raw GB2312 bytes read as Latin-2
  mail065: 'Bürling, Andreas', // Zammad cuts the encoded word in two
  mail087: 'Test',
};
const SUBJECT: Readonly<Record<string, string>> = {
  mail018: 'Benachrichtung  \tzum  \tÜbermittlungsstatus  \t(Fehlgeschlagen)', // Zammad reads no UTF-7
  mail046: '转发：整体提升企业服务水平',
};

describe.skipIf(folder === null)('the 65 mails of Zammad', () => {
  const all = new Map<string, ParsedMail>();
  const expected = new Map<string, ReadonlyMap<string, string>>();

  beforeAll(async () => {
    const zammad = join(folder ?? '', 'zammad-mail');
    for (const file of readdirSync(zammad).filter((name) => name.endsWith('.box'))) {
      const key = file.slice(0, 7);
      const { mails } = await readAll(join(zammad, file));
      if (mails.length === 1 && mails[0]) all.set(key, mails[0].parsed);
      expected.set(key, zammadYml(join(zammad, file.replace(/box$/, 'yml'))));
    }
  });

  const differing = (
    value: (mail: ParsedMail) => string | undefined,
    key: string,
    exceptions: Readonly<Record<string, string>>,
  ) =>
    [...expected].flatMap(([name, yml]) => {
      const mail = all.get(name);
      const got = (mail ? value(mail) : undefined)?.trim() ?? '';
      const wanted = (exceptions[name] ?? yml.get(key) ?? '').trim();
      return got === wanted ? [] : [`${name}: ${got} instead of ${wanted}`];
    });

  it('are one mail each', () => expect(all.size).toBe(65));

  it('have the right sender address, 65 of 65', () => {
    expect(differing((mail) => sender(mail)?.address, 'from_email', ADDRESS)).toEqual([]);
  });

  it('have the right sender name', () => {
    expect(differing((mail) => sender(mail)?.name, 'from_display_name', NAME)).toEqual([]);
  });

  it('have the right subject', () => {
    expect(differing((mail) => mail.subject ?? '', 'subject', SUBJECT)).toEqual([]);
  });
});
