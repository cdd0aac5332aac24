import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../src/domain/incoming.ts';
import { cutPart } from '../../../src/mail/source-part.ts';
import { corpora } from '../../helpers/corpora.ts';
import { readAll, sender } from '../../helpers/mails.ts';

const folder = corpora();

async function mail(...names: string[]): Promise<ParsedMail> {
  const { mails } = await readAll(join(folder ?? '', ...names));
  const [only] = mails;
  if (!only) throw new Error(`no mail in ${names.join('/')}`);
  return only.parsed;
}

describe.skipIf(folder === null)('the hard mails, as the README of the corpora reads them', () => {
  it('takes the From that has an address when there are two (017)', async () => {
    expect(sender(await mail('zammad-mail', 'mail017.box'))).toMatchObject({
      name: '都琹',
      address: 'ghgbwum@185.com.cn',
    });
  });

  it('reads UTF-7 under its old name (018)', async () => {
    const { text, automatic, parts } = await mail('zammad-mail', 'mail018.box');
    expect(text).toMatch(/über den Zustellstatus\.\s+Übermittlung an folgende Empfänger/);
    expect(automatic).toBe('bounce');
    expect(parts.map(({ type }) => type)).toEqual(['message/delivery-status', 'message/rfc822']);
  });

  it('reads raw GB2312 in the header (046)', async () => {
    const read = await mail('zammad-mail', 'mail046.box');
    expect(read.subject).toBe('转发：整体提升企业服务水平');
    expect(sender(read)?.name).toBe('武兰成');
  });

  it('reads text under a charset that does not exist (060)', async () => {
    const { text } = await mail('zammad-mail', 'mail060.box');
    expect(text).toContain('äöü - 差出人');
    expect(text).toContain('äöü - hi');
  });

  it('keeps the address beside an encoded word with spaces (065)', async () => {
    expect(sender(await mail('zammad-mail', 'mail065.box'))?.address).toBe('smith@example.com');
  });

  it('reads windows-1258 (072)', async () => {
    expect((await mail('zammad-mail', 'mail072.box')).text.normalize('NFC')).toContain('suite à ma commande');
  });

  it('has no date for hour 29, and never now (074)', async () => {
    expect(await mail('zammad-mail', 'mail074.box')).toMatchObject({ at: null, atSource: null });
  });

  it('reads Shift_JIS that calls itself iso-2022-jp (093)', async () => {
    const read = await mail('zammad-mail', 'mail093.box');
    expect(read.subject).toBe('ツール');
    expect(sender(read)?.name).toBe('ツール EXAMPLE');
    expect(read.text).toContain('今なら、先着100施設限定で');
  });

  it.each(['033-undelivered-mail-returned-to-sender', '055', '063', '078', '092'])(
    'shows the human part of delivery report %s and keeps the rest as parts',
    async (name) => {
      const { text, automatic, parts } = await mail('zammad-mail', `mail${name}.box`);
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/^(Final-Recipient|Diagnostic-Code):/im);
      expect(automatic).toBe('bounce');
      expect(parts.length).toBeGreaterThan(0);
    },
  );

  it('reads UTF-8 that calls itself Big5', async () => {
    expect((await mail('discourse-mail', 'chinese_reply.eml')).text).toBe('您好！ 你今天好吗？');
  });

  it('imports a mail without From, sender unknown', async () => {
    expect(sender(await mail('discourse-mail', 'no_from.eml'))).toBeNull();
    expect(sender(await mail('chatwoot-mail', 'bounced_with_no_from.eml'))?.address).toBe('');
  });

  it('lists inline images as parts with their cid', async () => {
    const { parts } = await mail('chatwoot-mail', 'mail_with_plain_text_and_inline_image.eml');
    expect(parts.filter(({ type, cid }) => type.startsWith('image/') && cid !== null).length).toBe(3);
  });

  it('reads a Date that is followed by rubbish', async () => {
    const { mails } = await readAll(join(folder ?? '', 'spamassassin', 'spam-2'));
    const found = mails.find(({ ref }) => ref.startsWith('00771'));
    expect(found?.parsed.atSource).toMatch(/^(date|received)$/);
  });

  // attachment_size there is the size before decoding, so it is not compared
  it('meets the expectations of FreeScout', async () => {
    interface Expected {
      readonly subject?: string | null;
      readonly from_name?: string;
      readonly attachments?: readonly string[];
      readonly text?: string;
      readonly text_ends_with?: string;
    }
    const expected: Record<string, Expected> = JSON.parse(
      readFileSync(join(folder ?? '', 'freescout-mail', 'expected.json'), 'utf8'),
      (key, value) => (key === '_note' ? undefined : value),
    );
    expect(Object.keys(expected).length).toBe(7);
    for (const [name, wanted] of Object.entries(expected)) {
      const read = await mail('freescout-mail', name);
      if (wanted.subject) expect(read.subject, name).toBe(wanted.subject);
      if (wanted.from_name !== undefined) expect(sender(read)?.name, name).toBe(wanted.from_name);
      if (wanted.attachments)
        expect(
          read.parts.map((part) => part.name),
          name,
        ).toEqual(wanted.attachments);
      if (wanted.text !== undefined) expect(read.text, name).toBe(wanted.text);
      if (wanted.text_ends_with !== undefined)
        expect((read.text + read.quoted).trimEnd().endsWith(wanted.text_ends_with), name).toBe(true);
    }
  });

  it('cuts every part of a mail from its raw bytes, with the size and hash that were announced', async () => {
    const { mails } = await readAll(join(folder ?? '', 'freescout-mail'), join(folder ?? '', 'chatwoot-mail'));
    let cut = 0;
    for (const { raw, parsed } of mails) {
      for (const part of parsed.parts) {
        const found = await cutPart(raw, part.n);
        expect(found?.length).toBe(part.size);
        expect(
          createHash('sha256')
            .update(found ?? '')
            .digest('hex'),
        ).toBe(part.sha256);
        cut += 1;
      }
    }
    expect(cut).toBeGreaterThan(20);
  });
});
