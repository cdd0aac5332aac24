import { beforeEach, expect, test } from 'vitest';
import { type Desk, seededDesk } from '../helpers/cli.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

test('templates are listed, shown and filled in for a case', async () => {
  expect((await desk.run(['templates'])).out).toMatch(/^screen-reset {2,}en,vi {2,}Screen: first steps\n$/);
  expect((await desk.run(['templates', 'render', 'screen-reset', '1'])).out).toBe('Chào anh/chị Lan, mời thử lại ạ.\n');
  expect(await desk.json(['templates', 'show', 'screen-reset'])).toMatchObject({
    name: 'screen-reset',
    set: { status: 'pending' },
    addTags: ['tried-reset'],
    used: 0,
  });
});

test('a template is added and changed by options; languages that are not named stay', async () => {
  await desk.run([
    'templates',
    'add',
    'on-its-way',
    '--title',
    'Đang giao',
    '--lang',
    'vi',
    '--text',
    'Đơn đang trên đường ạ.',
    '--set',
    'status=pending',
    '--set',
    'tags+=giao',
    '--tag',
    'shipping',
  ]);
  await desk.run(['templates', 'set', 'on-its-way', '--language', 'en', '--text', 'It is on its way.']);

  expect(await desk.json(['templates', 'show', 'on-its-way'])).toMatchObject({
    title: 'Đang giao',
    tags: ['shipping'],
    set: { status: 'pending' },
    addTags: ['giao'],
    bodies: { vi: 'Đơn đang trên đường ạ.', en: 'It is on its way.' },
  });
});

test('what show prints is a file that set reads: nothing is lost on the way', async () => {
  const before = await desk.json(['templates', 'show', 'screen-reset']);
  const { out } = await desk.run(['templates', 'show', 'screen-reset']);

  expect((await desk.run(['templates', 'set', '--file', desk.file('t.md', out)])).out).toBe(
    'Template screen-reset was like that already.\n',
  );
  await desk.run(['templates', 'remove', 'screen-reset']);
  expect((await desk.run(['templates', 'add', '--file', '-'], { stdin: out })).code).toBe(0);
  expect(await desk.json(['templates', 'show', 'screen-reset'])).toEqual(before);
});

test('a file that is no template says where it fails, and removing is undone', async () => {
  const ran = await desk.run([
    'templates',
    'add',
    '--file',
    desk.file('bad.md', '---\nname: x\ncolour: red\n---\nHi\n'),
  ]);
  expect([ran.code, ran.err]).toEqual([65, expect.stringContaining('colour:')]);

  await desk.run(['templates', 'remove', 'screen-reset']);
  expect((await desk.run(['templates', 'show', 'screen-reset'])).code).toBe(66);
  await desk.run(['undo']);
  expect((await desk.run(['templates', 'show', 'screen-reset'])).code).toBe(0);
});

test('dry runs add, change and remove nothing', async () => {
  await desk.run(['templates', 'add', 'x', '--text', 'y', '--dry-run']);
  await desk.run(['templates', 'set', 'screen-reset', '--title', 'y', '--dry-run']);
  await desk.run(['templates', 'remove', 'screen-reset', '--dry-run']);

  expect(await desk.json(['templates', 'list'])).toMatchObject([
    { name: 'screen-reset', title: 'Screen: first steps' },
  ]);
});

test('what a template sets is typed as in desk set: any case of letters, none, and the three snoozes, counted from each use', async () => {
  const set = async (...values: string[]) =>
    (await desk.run(['templates', 'set', 'screen-reset', ...values.flatMap((one) => ['--set', one])])).err;
  const kept = async () => (await desk.json(['templates', 'show', 'screen-reset'])) as { set: object };

  expect(await set('snooze=Reply', 'topic=NONE', 'priority=HIGH', 'Product=Máy giặt')).toBe('');
  expect((await kept()).set).toEqual({ snooze: 'reply', topic: 'none', priority: 'high', product: 'Máy giặt' });
  expect(await set('snooze=firm:3d', 'topic=none')).toBe('');
  expect(await set('snooze=until:yesterday')).toContain('until when to snooze');
  await desk.run(['set', '1', 'topic=fault']);
  await desk.run(['reply', '1', '--template', 'screen-reset']);

  expect(await desk.json(['show', '1'])).toMatchObject({ snoozedUntil: '2026-03-15T09:00:00.000Z', topic: null });
});
