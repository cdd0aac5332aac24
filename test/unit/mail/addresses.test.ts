import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddresses } from '../../../src/mail/addresses.ts';
import { parsed, sender } from '../../helpers/mails.ts';

describe('addresses', () => {
  it.each([
    ['Lan <lan@example.vn>', [{ name: 'Lan', address: 'lan@example.vn' }]],
    ['lan@example.vn', [{ name: '', address: 'lan@example.vn' }]],
    ['lan@example.vn (Nguyễn)', [{ name: 'Nguyễn', address: 'lan@example.vn' }]],
    [
      '"Smith, Karoline (DE)" <k@example.com>, b@c.d',
      [
        { name: 'Smith, Karoline (DE)', address: 'k@example.com' },
        { name: '', address: 'b@c.d' },
      ],
    ],
    [
      'Team: a@b.c, "B" <b@b.c>; d@b.c',
      [
        { name: '', address: 'a@b.c' },
        { name: 'B', address: 'b@b.c' },
        { name: '', address: 'd@b.c' },
      ],
    ],
    ['undisclosed-recipients:;', []],
    ['Test test@example.com', [{ name: 'Test', address: 'test@example.com' }]],
    [
      '=?iso-8859-1?Q?B=FCrling, =20Andreas?= <smith@example.com>',
      [{ name: 'Bürling,  Andreas', address: 'smith@example.com' }],
    ],
    ['"=?utf-8?B?TMOqIEFu?=" <an@example.vn>', [{ name: 'Lê An', address: 'an@example.vn' }]],
    ['=?utf-8?B?TMOqIDxhbkBleGFtcGxlLnZuPg==?=', [{ name: 'Lê', address: 'an@example.vn' }]],
    ['<lan@example.vn', [{ name: '', address: 'lan@example.vn' }]],
    ['"never closed <lan@example.vn>', [{ name: '"never closed', address: 'lan@example.vn' }]],
    ['', []],
  ])('%s', (value, wanted) => {
    const found = readAddresses(Buffer.from(value, 'utf8').toString('latin1'));
    const squeeze = (name: string) => name.replace(/\s+/g, ' ').replace(/^"/, '');
    expect(found.map(({ name, address }) => ({ name: squeeze(name), address }))).toEqual(
      wanted.map(({ name, address }) => ({ name: squeeze(name), address })),
    );
  });

  it('are read from anything without throwing, and in linear time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (value) => Array.isArray(readAddresses(value))),
    );
    const started = performance.now();
    for (const piece of ['"', '(', '<', '=?a?q?', ',a@b', '\\', ':']) readAddresses(piece.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('of a From without one come from Reply-To', async () => {
    const mail = await parsed(['From: "Lan" <>', 'Reply-To: <lan@example.vn>', 'To: shop@example.vn']);
    expect(sender(mail)).toEqual({ role: 'from', name: 'Lan', address: 'lan@example.vn' });
  });

  it('keep the role they play', async () => {
    const mail = await parsed([
      'From: a@b.c',
      'Sender: s@b.c',
      'To: t@b.c',
      'Cc: c@b.c',
      'Bcc: x@b.c',
      'Delivered-To: d@b.c',
      'X-Original-To: o@b.c',
    ]);
    expect(mail.addresses.map(({ role, address }) => `${role} ${address}`)).toEqual([
      'from a@b.c',
      'sender s@b.c',
      'to t@b.c',
      'cc c@b.c',
      'bcc x@b.c',
      'delivered-to d@b.c',
      'delivered-to o@b.c',
    ]);
  });
});
