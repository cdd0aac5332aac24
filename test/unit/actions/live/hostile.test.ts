import { expect, test } from 'vitest';
import { deliverOne, SAFE } from '../../../helpers/deliver-all.ts';
import { createDesk } from '../../../helpers/desk.ts';
import { hostileMails } from '../../../helpers/hostile-mails.ts';

test('hostile mails are filed, none is lost, and each gives its bytes back', async () => {
  const desk = createDesk();
  const lost: string[] = [];
  for (const { name, raw } of hostileMails(8)) {
    const { how } = await deliverOne(desk, raw);
    if (!SAFE.includes(how)) lost.push(`${name}: ${how}`);
  }
  expect(lost).toEqual([]);
  expect(hostileMails().length).toBe(200);
  desk.close();
});
