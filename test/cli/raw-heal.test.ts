import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { tempDesk } from '../helpers/cli.ts';
import { ask } from '../helpers/shop-mails.ts';

test.each([
  ['no longer unpacks', Buffer.from('not deflated')],
  ['is another', deflateRawSync(Buffer.from('Subject: Another mail\n\nHi\n'))],
])('an original mail that %s is whole again after an import of the same mail', async (_, bytes) => {
  const desk = tempDesk();
  const file = desk.file('ask.eml', ask);
  await desk.run(['import', file, '--me', 'shop@example.org']);
  const raw = new Database(join(desk.folder, 'desk.raw.db'));
  raw.prepare('UPDATE blobs SET z = ?').run(bytes);
  raw.close();
  expect((await desk.run(['doctor', '--deep'])).code).not.toBe(0);

  // a dry run only looks
  await desk.run(['import', file, '--dry-run']);
  expect((await desk.run(['doctor', '--deep'])).code).not.toBe(0);
  const { code, out } = await desk.run(['import', file]);

  expect([code, out]).toEqual([0, expect.stringContaining('1 mail was here already.')]);
  expect((await desk.run(['source', '1'])).bytes.toString()).toBe(ask);
  expect((await desk.run(['doctor', '--deep'])).code).toBe(0);
});
