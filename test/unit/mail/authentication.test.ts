import { expect, test } from 'vitest';
import { authenticationOf } from '../../../src/mail/authentication.ts';
import { scanHeader } from '../../../src/mail/header.ts';

const of = (lines: readonly string[], from = 'lan@thuxanh.example', id: string | null = 'mx.shop.example') =>
  authenticationOf(scanHeader(Buffer.from([...lines, '', ''].join('\r\n'))), id, from);
const said = (results: string) => of([`Authentication-Results: mx.shop.example; ${results}`]);

test.each([
  ['dmarc=pass header.from=thuxanh.example', 'pass'],
  ['dmarc=fail (p=NONE) header.from=thuxanh.example; spf=pass smtp.mailfrom=lan@thuxanh.example', 'fail'],
  ['spf=pass smtp.mailfrom=lan@thuxanh.example', 'pass'],
  ['dkim=pass header.d=mail.thuxanh.example', 'pass'],
  ['dkim=pass header.d=evil.test; spf=pass smtp.mailfrom=evil.test', 'none'],
  ['dkim=fail header.d=thuxanh.example; spf=none', 'fail'],
  ['dkim=fail header.d=thuxanh.example; spf=pass smtp.mailfrom=thuxanh.example', 'pass'],
  ['spf=neutral; dkim=none (message not signed; dmarc=pass)', 'none'],
  ['none', 'none'],
])('%s → %s', (results, wanted) => {
  expect(said(results)).toBe(wanted);
});

test('only our own server is believed, and of two headers of its the topmost one', () => {
  const foreign = 'Authentication-Results: mx.evil.test; dmarc=pass';
  expect(of([foreign])).toBe(null);
  expect(of([foreign, 'Authentication-Results: MX.shop.example 1; dmarc=fail'])).toBe('fail');
  expect(
    of(['Authentication-Results: mx.shop.example; dmarc=fail', 'Authentication-Results: mx.shop.example; dmarc=pass']),
  ).toBe('fail');
  expect(of(['Authentication-Results: mx.shop.example.evil.test; dmarc=pass'])).toBe(null);
  expect(of(['Authentication-Results: mx.shop.example; dmarc=pass'], 'a@b.c', null)).toBe(null);
});
