import { expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';
import { mail, mbox } from '../helpers/cli-seed.ts';

test('desk spam files a sender away, --not lets her in again, and undo knows both', async () => {
  const desk = await seededDesk();
  const next = mbox([
    mail({ From: 'lan@example.vn', To: 'cskh@maymoi.example', Subject: 'Win', 'Message-ID': '<w@x>' }, 'Win!'),
  ]);

  expect((await desk.run(['spam', '1', '2'])).out).toBe(
    '2 cases changed: #1 #2.\nThe next mail from lan@example.vn is filed away as spam.\n',
  );
  await desk.run(['import', desk.file('next.mbox', next), '--keep-open']);
  expect(await desk.json(['show', '4'])).toMatchObject({ status: 'solved', tags: ['spam'], unread: false });

  expect((await desk.run(['spam', '--not', '1'])).out).toContain('comes in as usual again');
  expect(await desk.json(['show', '1'])).toMatchObject({ status: 'new', tags: ['màn-hình'] });
  expect((await desk.run(['undo'])).out).toBe('Undone: spam #1: -spam\n');
  expect(await desk.json(['show', '1'])).toMatchObject({ status: 'solved' });
});
