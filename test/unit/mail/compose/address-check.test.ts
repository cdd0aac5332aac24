import { describe, expect, test } from 'vitest';
import { DeskError } from '../../../../src/domain/errors.ts';
import { messageIdText, typedAddress, wireAddress } from '../../../../src/mail/compose/address-check.ts';

const refused = (address: string): string => {
  try {
    return wireAddress(address);
  } catch (error) {
    return error instanceof DeskError ? error.what : String(error);
  }
};

describe('an address', () => {
  test.each(['lan@example.vn', 'a+b.c@x-y.example', "o'brien@a.b", 'agent@localhost', 'LAN@Example.VN'])(
    '%s goes out as it is',
    (address) => {
      expect(wireAddress(address)).toBe(address);
    },
  );

  test('a domain in letters goes out as its punycode', () => {
    expect(wireAddress('lan@tên-miền.vn')).toBe('lan@xn--tn-min-iva0322d.vn');
    expect(wireAddress('a@ไทย.example')).toBe('a@xn--o3cw4h.example');
  });

  test.each([
    '',
    'lan',
    '@x.vn',
    'lan@',
    'a b@x.vn',
    'a@b@c',
    'a..b@x.vn',
    '.a@x.vn',
    'a@x..vn',
    'a@-x.vn',
    'a@x.vn\r\nRCPT TO:<b@y>',
    'a@x.vn>',
    '<a@x.vn',
    'a@x.vn,b@y.vn',
    'a@x.vn b@y.vn',
    '"a b"@x.vn',
    'a@[127.0.0.1]',
    'a@x%2evn',
    `${'a'.repeat(65)}@x.vn`,
    `a@${'x'.repeat(64)}.vn`,
    'a@x.vn\0',
    'a\u2028@x.vn',
    'a@x。vn',
    'a@x.vn;b@y.vn',
    'group:a@x.vn;',
    'a(b)@x.vn',
  ])('%j is none', (address) => {
    expect(refused(address)).toBe('bad-address');
  });

  test('a local part in other letters is refused, and said to be that', () => {
    expect(refused('lân@example.vn')).toBe('address-not-ascii');
  });

  test('as it is typed, with a name', () => {
    expect(typedAddress(' "Nguyễn, Lan" <lan@example.vn> ')).toEqual({
      name: 'Nguyễn, Lan',
      address: 'lan@example.vn',
    });
    expect(typedAddress('lan@example.vn')).toEqual({ name: '', address: 'lan@example.vn' });
    expect(() => typedAddress('a@b.c, d@e.f')).toThrow(DeskError);
    expect(() => typedAddress('Lan <a@b.c> <d@e.f>')).toThrow(DeskError);
    expect(() => typedAddress('Lan\r\nBcc: x@y.z <a@b.c>')).toThrow(DeskError);
  });
});

test('a Message-ID has an @ and neither blanks nor brackets', () => {
  for (const id of ['a@b', '42.x-y.0123@shop.example']) expect(messageIdText.safeParse(id).success).toBe(true);
  for (const id of ['', 'a', 'a@', '@b', 'a b@c', 'a@b>', '<a@b', 'a@b\r\nX: y', 'a@b\0', 'ä@b'])
    expect(messageIdText.safeParse(id).success).toBe(false);
});
