import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, seededDesk, tempDesk } from '../helpers/cli.ts';

// the tests' clock stands at Thursday 12 March 2026, 09:00
let desk: Desk;
beforeEach(async () => {
  desk = await seededDesk();
});

/** A file of the desk's own, beside the store. */
function own(name: string, text: string): void {
  mkdirSync(join(desk.folder, 'playbooks'), { recursive: true });
  writeFileSync(join(desk.folder, 'playbooks', `${name}.md`), text);
}

const titles = 'title vi: Một\ntitle th: หนึ่ง\ntitle en: One';
const words = '--- vi ---\nDạ\n--- th ---\nค่ะ\n--- en ---\nYes';
const ladder = (name: string, steps: string): string => `---\nname: ${name}\n${titles}\n---\n${steps}`;
const offer = (id: string, no: string): string =>
  `\n## ${id}\nkind: offer\n${titles}\nyes: status pending\nno: ${no}\n${words}\n`;

describe('desk playbooks', () => {
  test('lists those that come with desk', async () => {
    const { out, code } = await desk.run(['playbooks']);

    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(13);
    expect(out).toMatch(/^return-late +5 steps +0 offered, 0 taken +Return outside the policy$/m);
    expect(await desk.json(['playbooks'])).toHaveLength(13);
  });

  test('show tells the ladder, and for a case which step fits and why not the others', async () => {
    const plain = await desk.run(['playbooks', 'show', 'return-late']);
    expect(plain.out).toContain('larger-model: The larger model, pay the difference');
    expect(plain.out).toContain('delivered at most 30 days ago');
    const shown = await desk.run(['playbooks', 'show', 'return-late', '--case', '1', '--lang', 'vi']);
    expect(shown.out).toContain('cần hỏi: giao không quá 30 ngày trước (chưa biết)');

    const json = await desk.json(['playbooks', 'show', 'return-late', '--case', '1']);
    expect(json).toMatchObject({
      ...{ name: 'return-late', next: 'policy-over', waiting: false },
      steps: [{ fits: true }, { fits: false, whyNot: [{ condition: 'delivery <= 30d', value: null }] }, {}, {}, {}],
    });
  });

  test('one that is not there is named with the nearest', async () => {
    const { code, err } = await desk.run(['playbooks', 'show', 'return-lat']);
    expect(code).toBe(66);
    expect(err).toContain('return-late');
  });
});

describe('desk playbooks offer', () => {
  test('prints what is said, in the customer’s language, and undo takes the offer back', async () => {
    const { out, code } = await desk.run(['playbooks', 'offer', '1', 'resale', '--playbook', 'return-late']);

    expect(code).toBe(0);
    expect(out).toMatch(/^Dạ còn một cách nữa/);
    expect((await desk.run(['history', '1'])).out).toContain('option: return-late/resale → offered');
    expect((await desk.run(['undo'])).out).toContain('option offered #1: return-late/resale');
    expect((await desk.run(['history', '1'])).out).toContain('[undone]');
  });

  test('--draft puts it under what is typed; a dry run writes nothing', async () => {
    await desk.run(['playbooks', 'offer', '1', 'resale', '--draft', '--dry-run']);
    expect(await desk.json(['playbooks', 'show', 'return-late', '--case', '1'])).toMatchObject({ waiting: false });

    await desk.run(['playbooks', 'offer', '1', 'resale', '--draft']);
    await desk.run(['playbooks', 'offer', '1', 'use-better', '--draft']);
    const [line = ''] = (await desk.run(['export'])).out.split('\n').filter((one) => one.includes('"uid":"s1"'));
    const { drafts, options } = JSON.parse(line);
    expect(drafts[0].text).toMatch(/^Dạ còn một cách nữa[\s\S]*\n\nDạ nếu /u);
    expect(options).toHaveLength(2);
  });
});

describe('desk playbooks answer', () => {
  test('records it, says what followed and what comes next', async () => {
    await desk.run(['playbooks', 'offer', '1', 'resale', '--playbook', 'return-late']);
    const { out } = await desk.run(['playbooks', 'answer', '1', 'yes']);

    expect(out).toContain('#1: taken: Help with selling it on.');
    expect(out).toContain('Follow-up');
    expect(out).toContain('To be handed off to sales');
    expect(await desk.json(['show', '1'])).toMatchObject({ status: 'hold', kind: 'care' });
  });

  test('as JSON tells the step to go on with', async () => {
    await desk.run(['playbooks', 'offer', '1', 'resale', '--playbook', 'return-late']);
    expect(await desk.json(['playbooks', 'answer', '1', 'no'])).toEqual({
      ...{ action: expect.any(Number), dryRun: false, case: 1, playbook: 'return-late', step: 'resale', answer: 'no' },
      ...{ next: 'use-better', lead: 'next use-better', handOff: [], followUpAt: null },
    });
  });

  test('of nothing that was offered is refused, and so is another word than yes or no', async () => {
    expect(await desk.run(['playbooks', 'answer', '1', 'yes'])).toMatchObject({ code: 75 });
    expect(await desk.run(['playbooks', 'answer', '1', 'maybe'])).toMatchObject({ code: 2 });
  });
});

describe('desk playbooks lint', () => {
  test('finds nothing wrong in what comes with desk', async () => {
    expect(await desk.run(['playbooks', 'lint'])).toMatchObject({
      code: 0,
      out: '',
      err: '13 playbooks, nothing wrong.\n',
    });
  });

  test('names a broken file with its line; it does not take the others down', async () => {
    own('mine', ladder('mine', '\n## one\nkind: offer\ncots: 5\nyes: status pending\nno: status pending\n'));

    const lint = await desk.run(['playbooks', 'lint']);
    expect(lint.code).toBe(65);
    expect(lint.out).toContain('mine.md:10: there is no such field: cots');
    const list = await desk.run(['playbooks']);
    expect(list.code).toBe(0);
    expect(list.out.trimEnd().split('\n')).toHaveLength(13);
    expect(list.err).toContain('mine.md:10');
    expect(await desk.run(['playbooks', 'show', 'mine'])).toMatchObject({ code: 65 });
  });

  test('a refusal without two ways on is wrong', async () => {
    own(
      'mine',
      ladder('mine', `\n## sorry\nkind: no\n${titles}\nways: one\n${words}\n${offer('one', 'status pending')}`),
    );

    const { code, out } = await desk.run(['playbooks', 'lint']);
    expect(code).toBe(65);
    expect(out).toContain('sorry: a refusal needs at least two ways on');
  });
});

test('an export brings offers and answers into another desk', async () => {
  await desk.run(['playbooks', 'offer', '1', 'resale', '--playbook', 'return-late']);
  await desk.run(['playbooks', 'answer', '1', 'no']);
  const { out } = await desk.run(['export']);
  const other = tempDesk();
  const file = other.file('all.jsonl', out);
  await other.run(['import', file]);
  await other.run(['import', file]);

  const shown = await other.json(['playbooks', 'show', 'return-late', '--case', '1']);
  expect(shown).toMatchObject({ next: 'use-better' });
  expect(await other.json(['playbooks', 'show', 'return-late'])).toMatchObject({
    steps: [{}, {}, {}, { id: 'resale', figures: { offered: 1, taken: 0, declined: 1 } }, {}],
  });
});
