import { expect, test } from 'vitest';
import type { Part } from '../../../src/domain/entry.ts';
import { customerFiles } from '../../../src/domain/handoff/evidence.ts';

const KB = 1024;
const photo: Part = { n: 1, name: 'man-hinh.jpg', type: 'image/jpeg', size: 300 * KB, sha256: 'photo', cid: null };
const logo: Part = { n: 2, name: 'image001.png', type: 'image/png', size: 4 * KB, sha256: 'logo', cid: 'logo@x' };
const pasted: Part = { ...photo, name: 'image002.png', sha256: 'pasted', cid: 'pasted@x' };
const banner: Part = { ...photo, name: 'banner.png', sha256: 'banner', cid: 'banner@x' };
const signed: Part = { ...photo, name: 'smime.p7s', type: 'application/pkcs7-signature', sha256: 'signed' };

const from = (party: 'customer' | 'department' | 'agent', id: number, ...parts: Part[]) => ({ id, party, parts });
const evidence = (...entries: ReturnType<typeof from>[]): string[] =>
  customerFiles(entries).flatMap(({ aside, name }) => (aside ? [] : [name]));

test('what the customer sent is evidence; what others sent is not', () => {
  expect(
    evidence(
      from('customer', 1, photo),
      from('department', 2, { ...photo, sha256: 'other' }),
      from('agent', 3, { ...photo, sha256: 'ours' }),
    ),
  ).toEqual(['man-hinh.jpg']);
});

test('the same file twice goes once, under its first name', () => {
  expect(evidence(from('customer', 1, photo), from('customer', 2, { ...photo, name: 'again.jpg' }))).toEqual([
    'man-hinh.jpg',
  ]);
});

test('a photo pasted into the text is evidence; a small picture there, or one that comes with every mail, is not', () => {
  expect(evidence(from('customer', 1, pasted, logo, banner), from('customer', 2, logo, banner))).toEqual([
    'image002.png',
  ]);
});

test('a small picture that is sent as a file is evidence', () => {
  expect(evidence(from('customer', 1, { ...logo, cid: null }))).toEqual(['image001.png']);
  expect(evidence(from('customer', 1, logo), from('customer', 2, { ...logo, cid: null }))).toEqual(['image001.png']);
});

test('what mail programs add by themselves is none, but can be chosen', () => {
  expect(customerFiles([from('customer', 1, signed, photo)])).toMatchObject([
    { name: 'smime.p7s', aside: true },
    { name: 'man-hinh.jpg', aside: false },
  ]);
});
