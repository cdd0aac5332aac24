import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { backUpStore } from '../../../src/actions/backup.ts';
import { setConfig } from '../../../src/actions/config.ts';
import { releaseMail } from '../../../src/actions/mailing/release.ts';
import { planRestore, restore } from '../../../src/actions/restore.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import {
  addAccount,
  answerTo,
  mailWorld,
  outgoing,
  SHOP,
  timesTaken,
  withMail,
  work,
} from '../../helpers/mail-desk.ts';
import { openSink } from '../../helpers/smtp-sink.ts';

const open = (path: string, now?: number): Desk =>
  withMail(createDesk(now === undefined ? { path } : { path, now }), mailWorld('host:1:0'));

test('what was queued when a backup was made is held in it, and leaves once all the same', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'desk.db'), join(folder, 'copy.db')];
  const sink = await openSink();
  const desk = open(path);
  perform(desk, setConfig, { key: 'me', value: SHOP });
  addAccount(desk, sink.port);
  const entry = answerTo(desk, 'lan@example.vn');
  backUpStore(desk, copy);
  desk.wait(11_000);
  const { messageId } = outgoing(desk, entry);
  expect(await work(desk)).toMatchObject({ sent: 1 });
  const now = desk.now() + 60_000;

  // the backup opened as it lies there, and brought back in the place of the store
  const asItLies = open(copy, now);
  expect(await work(asItLies)).toMatchObject({ sent: 0 });
  asItLies.close();
  desk.close();
  restore(desk, planRestore(desk, path, copy));
  const restored = open(path, now);
  expect(outgoing(restored, entry)).toMatchObject({ state: 'held', hold: 'restored', notBefore: null });
  expect(await work(restored)).toMatchObject({ sent: 0 });
  expect(timesTaken(sink, messageId)).toBe(1);

  perform(restored, releaseMail, { entries: [entry] });
  restored.wait(11_000);
  expect(await work(restored)).toMatchObject({ sent: 1 });
  restored.close();
  await sink.close();
});
