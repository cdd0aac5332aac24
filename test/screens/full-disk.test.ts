import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens } from '../helpers/screen.ts';
import { canMount, smallDisk } from '../helpers/small-disk.ts';

test.runIf(canMount())(
  'on a full disk what is typed stays on the screen, and is saved when there is room again',
  async () => {
    const disk = smallDisk(6000);
    const desk = await openScreens({ seed: true, path: join(disk.folder, 'desk.db') });
    desk.goTo(49);
    desk.press('reply');
    const text = 'We will refund the second charge. '.repeat(300);
    desk.desk.store.db.pragma('wal_checkpoint(TRUNCATE)');
    disk.fill();
    desk.paste(text);
    desk.type('Sorry!');
    desk.tick(2000);

    desk.sees('The disk is full');
    desk.sees('Sorry!');
    desk.press('keep-draft');
    desk.sees('Sorry!');
    expect(readCase(desk.desk, 49).drafts.reply).toBeNull();

    disk.free();
    desk.press('keep-draft');
    desk.sees('Draft kept');
    expect(readCase(desk.desk, 49).drafts.reply?.text).toBe(`${text}Sorry!`);
  },
);

test.runIf(canMount())('a reply that the full disk refuses is still there to send, and goes out once', async () => {
  const disk = smallDisk(6000);
  const desk = await openScreens({ seed: true, path: join(disk.folder, 'desk.db') });
  desk.goTo(49);
  desk.press('reply');
  desk.paste('We will refund the second charge. '.repeat(300));
  desk.press('review');
  desk.desk.store.db.pragma('wal_checkpoint(TRUNCATE)');
  disk.fill();
  desk.press('send');
  desk.sees('The disk is full');

  disk.free();
  desk.tick(2000);
  desk.press('send');
  const { entries } = readCase(desk.desk, 49);
  expect(entries.filter((entry) => entry.delivery === 'held')).toHaveLength(1);
});
