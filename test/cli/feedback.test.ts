import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededDesk } from '../helpers/cli.ts';

test('desk feedback lists what customers said, sends it once, and undo gives it back', async () => {
  const desk = await seededDesk();
  expect((await desk.run(['feedback', 'list'])).code).toBe(0);
  expect((await desk.run(['feedback', 'send'])).code).toBe(66);
  await desk.run(['set', '1', 'topic=feedback', 'product=Aqua 7', 'mood=upset']);

  expect((await desk.run(['feedback'])).out).toMatch(/^Aqua 7: 1 line of 1 case, upset 1\n {2}#1 /);
  expect(await desk.json(['feedback', 'list'])).toMatchObject([
    { product: 'Aqua 7', cases: 1, moods: { upset: 1 }, lines: [{ case: 1, mood: 'upset' }] },
  ]);
  expect(await desk.json(['feedback', 'list', '--product', 'Vela'])).toEqual([]);
  expect((await desk.run(['feedback', 'list', '--since', 'kiki'])).code).toBe(2);

  expect((await desk.run(['feedback', 'send', '--dry-run'])).out).toContain('## Aqua 7');
  const folder = join(desk.folder, 'packets');
  const sent = (await desk.json(['feedback', 'send', '--save', folder])) as { saved: string; case: number };
  expect(sent).toMatchObject({ department: 'rnd', state: 'waiting', mailedTo: null });
  expect(readFileSync(join(sent.saved, 'packet.md'), 'utf8')).toContain('desk-handoff:');
  expect(await desk.json(['feedback', 'list'])).toEqual([]);
  expect((await desk.run(['undo'])).out).toContain('feedback to a department');
  expect(await desk.json(['feedback', 'list'])).toHaveLength(1);
});
