import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mailIdentity } from '../../../src/mail/identity.ts';
import { guessOwnAddresses } from '../../../src/mail/own-address.ts';
import { groupThreads, parentIds } from '../../../src/mail/thread.ts';
import { type ReadMail, readAll, sender } from '../../helpers/mails.ts';

const folder = join(import.meta.dirname, '../../../fixtures/mail');
const identities = (mails: readonly ReadMail[]) => mails.map(({ parsed, raw }) => mailIdentity(parsed, raw));

describe('the mailbox of the shop', () => {
  it('holds eight mails in six threads', async () => {
    const { mails, problems } = await readAll(join(folder, 'shop.mbox'));
    expect(problems).toEqual([]);
    expect(mails.map(({ parsed }) => sender(parsed)?.name)).toEqual([
      'Nguyễn Thị Lan',
      'Điện máy Sao Mai',
      'Nguyễn Thị Lan',
      'สมชาย ใจดี',
      'Amy Tran',
      'Mail Delivery System',
      'Trade News',
      'Trần Thị Hoa',
    ]);
    expect(mails.map(({ parsed }) => parsed.automatic)).toEqual([null, null, null, null, null, 'bounce', 'list', null]);
    const threads = groupThreads(
      mails.map(({ ref, parsed }) => ({ key: ref, messageId: parsed.messageId, parents: parentIds(parsed) })),
    );
    expect(threads.map((thread) => thread.length)).toEqual([3, 1, 1, 1, 1, 1]);
  });

  it('reads as people wrote it', async () => {
    const { mails } = await readAll(join(folder, 'shop.mbox'));
    const [first, answer, picture, html, flowed, , , thanks] = mails.map(({ parsed }) => parsed);
    expect(first?.text).toContain('\n>From hôm đó');
    expect(answer).toMatchObject({ text: 'Dạ chào chị Lan, chị thử giúp em ổ cắm khác được không ạ?\n\n' });
    expect(answer?.quoted).toContain('> Máy giặt em mua');
    expect(picture?.parts).toMatchObject([{ n: 1, name: 'ổ cắm.png', type: 'image/png', size: 68 }]);
    expect(html?.text).toBe('สวัสดีครับ\n\nได้รับกล่องแล้ว แต่จอแตกครับ ขอเปลี่ยนได้ไหม');
    expect(flowed?.text).toContain('Please have a look and refund one of them.');
    expect(thanks).toMatchObject({
      text: 'Tivi đẹp lắm, cảm ơn shop nhiều.\n',
      atSource: 'from-line',
      at: Date.UTC(2026, 0, 8, 3),
    });
  });

  it('is ours: the guess finds the address', async () => {
    const { mails } = await readAll(join(folder, 'shop.mbox'));
    const of = (mail: ReadMail, ...roles: string[]) =>
      mail.parsed.addresses.filter(({ role }) => roles.includes(role)).map(({ address }) => address);
    const guess = guessOwnAddresses(
      mails.map((mail) => ({
        messageId: mail.parsed.messageId,
        parents: parentIds(mail.parsed),
        from: of(mail, 'from')[0] ?? null,
        to: of(mail, 'to', 'cc'),
        deliveredTo: of(mail, 'delivered-to'),
      })),
    );
    expect(guess.map(({ address }) => address)).toEqual(['hotro@saomai.example']);
  });

  it('and its Maildir and single files hold the same mails', async () => {
    const mbox = new Set(identities((await readAll(join(folder, 'shop.mbox'))).mails));
    const { mails } = await readAll(join(folder, 'maildir'), join(folder, 'question.eml'));
    expect(mails.length).toBe(4);
    expect(identities(mails).filter((identity) => !mbox.has(identity))).toEqual([]);
    expect(mails[2]?.parsed).toMatchObject({ at: 1767840000000, atSource: 'maildir' });
  });
});
