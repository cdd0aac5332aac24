import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { mailTo, SHOP, shop } from '../helpers/live-shop.ts';
import { openScreens } from '../helpers/screen.ts';

test('a case that may belong to another says so in the list and in its head; one key joins them, z parts them again', async () => {
  const story = await shop();
  const stranger = mailTo(story.desk, 'Lan <lan1990@gmail.example>', ['In-Reply-To: <first@thuxanh.example>']);
  const number = (await story.get(stranger)).case ?? 0;
  const screens = await openScreens({ desk: story.desk, size: '140x40' });
  screens.press('next');
  screens.sees(`+#${story.number}? `);
  screens.sees(`may belong to #${story.number}`);
  screens.sees('join with the case it may belong to');
  screens.press('join-case');
  expect(readCase(story.desk, number).case.number).toBe(story.number);
  screens.doesNotSee('+#');
  screens.press('undo');
  screens.sees(`+#${story.number}? `);
});

test('where nothing points to another case, the key says so and the bar does not name it', async () => {
  const story = await shop();
  const screens = await openScreens({ desk: story.desk, size: '140x40' });
  screens.doesNotSee('join with');
  screens.press('join-case');
  screens.sees(`#${story.number} shows no sign of another case.`);
});

test('thanks that were only filed are marked; one key reopens the case', async () => {
  const story = await shop();
  const { messageId } = story.answer();
  story.set({ status: 'solved' });
  await story.fromLan([`In-Reply-To: <${messageId}>`], 'Cảm ơn shop nhé!');
  const screens = await openScreens({ desk: story.desk, size: '140x40' });
  screens.press('go-solved', 'open');
  screens.sees('thank-you · only filed');
  screens.sees('reopen what was only filed');
  screens.press('reopen');
  expect(story.status()).toBe('open');
});

test('a sender whom our own server found to be another is marked', async () => {
  const story = await shop({ authservId: 'mx.shop.example' });
  const results = 'Authentication-Results: mx.shop.example; dmarc=fail header.from=thuxanh.example';
  await story.fromLan([results, 'In-Reply-To: <first@thuxanh.example>', `To: ${SHOP}`]);
  const screens = await openScreens({ desk: story.desk, size: '140x40' });
  screens.press('open', 'last');
  screens.sees('sender not confirmed');
});
