import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const three = async (): Promise<Screens> => {
  const desk = await openScreens({ seed: true });
  desk.press('mark', 'mark', 'mark');
  desk.sees('3 selected');
  return desk;
};
const caseOf = (desk: Screens, number: number) => readCase(desk.desk, number).case;

test('a status for all that are selected, and one z takes it back from all', async () => {
  const desk = await three();
  const numbers = [...desk.state().list.marked];
  desk.press('status-hold');
  desk.sees('3 cases: status: on hold');
  expect(numbers.map((number) => caseOf(desk, number).status)).toEqual(['hold', 'hold', 'hold']);
  expect(desk.state().list.marked.size).toBe(0);

  desk.press('undo');
  expect(numbers.map((number) => caseOf(desk, number).status)).toEqual(['open', 'new', 'new']);
});

test('z takes a bulk edit back from the cases that nobody touched since, and names the others', async () => {
  const desk = await three();
  const numbers = [...desk.state().list.marked];
  desk.press('priority-low');
  const other = await openScreens({ desk: { ...desk.desk, ...desk.desk.as({ session: 'other', agent: 'Vy' }) } });
  other.press('go-all');
  other.goTo(numbers[0] ?? 0);
  other.press('status-solved');

  desk.press('undo');
  desk.sees(`Left as they are, because somebody has since worked on them: #${numbers[0]}`);
  expect(caseOf(desk, numbers[0] ?? 0).priority).toBe('low');
  expect(caseOf(desk, numbers[1] ?? 0).priority).toBe('urgent');
});

test('tags to add and take away, in all that are selected', async () => {
  const desk = await three();
  const numbers = [...desk.state().list.marked];
  desk.press('tags');
  desk.sees('Tags to add in 3 cases, -tag takes one away');
  desk.type('gấp -vip\n');
  for (const number of numbers) expect(readCase(desk.desk, number).tags).toContain('gấp');
  expect(readCase(desk.desk, 36).tags).toEqual(['gấp', 'nguy-cơ-rời-bỏ', 'sửa-lại-nhiều-lần']);
});

test('a template for many is asked for once more before anything is written', async () => {
  const desk = await openScreens({ seed: true });
  desk.goTo(49);
  desk.press('mark');
  desk.goTo(47);
  desk.press('mark', 'template');
  desk.type('double');
  desk.key('Enter');
  desk.sees('Send "double-charge" in 2 cases?');
  desk.key('n');
  expect(desk.state().standing.mail.held).toBe(0);
  expect(desk.state().list.marked.size).toBe(2);

  desk.press('template');
  desk.type('double\n');
  desk.sees('Send "double-charge" in 2 cases?');
  desk.key('Enter'); // the one that chose the template, held down
  expect(desk.state().standing.mail.held).toBe(0);

  desk.press('template');
  desk.type('double\n');
  desk.key('y');
  desk.sees('2 replies held. z takes them back.');
  expect(desk.state().standing.mail.held).toBe(2);
  expect(caseOf(desk, 47).status).toBe('hold');
  expect(readCase(desk.desk, 49).entries.at(-1)?.text).toContain('Hello Priya,');
  expect(readCase(desk.desk, 47).entries.at(-1)?.text).toContain('Dạ em chào chị Lan');

  desk.press('undo');
  expect(desk.state().standing.mail.held).toBe(0);
  expect(caseOf(desk, 47).status).toBe('open');
});

test('a template for many leaves out, by name, who would answer a stranger or nobody, and sends the rest', async () => {
  const desk = await openScreens({ seed: true });
  const { db } = desk.desk.store;
  db.prepare(
    `UPDATE entry_addresses SET address = 'mallory@elsewhere.example', normal = 'mallory@elsewhere.example'
      WHERE role = 'from' AND entry IN (SELECT id FROM entries WHERE case_number = 49 AND party = 'customer')`,
  ).run();
  const made = { customer: 'Bà Sáu', subject: 'Hỏi giá', kind: 'service', channel: 'email' } as const;
  const { number } = perform(desk.desk.as({ session: 'elsewhere' }), newCase, made).output;
  desk.press('go-all');
  for (const one of [49, 47, number]) {
    desk.goTo(one);
    desk.press('mark');
  }

  desk.press('template');
  desk.type('double\n');
  desk.sees('Send "double-charge" in 1 case?');
  desk.sees('1 left out: #49 would answer a stranger.');
  desk.sees(`1 left out: #${number} has no address.`);
  desk.key('y');

  desk.sees('1 left out: #49 would answer a stranger.');
  expect(caseOf(desk, 47).status).toBe('hold');
  expect(readCase(desk.desk, 49).entries.some((entry) => entry.delivery === 'held')).toBe(false);
  expect([...desk.state().list.marked]).toEqual([49, number]);
});

test('a template for many that would reach no customer asks nothing and sends nothing', async () => {
  const desk = await openScreens({ seed: true });
  desk.desk.store.db.exec("UPDATE contact_points SET value = 'x@elsewhere.example', normal = 'x@elsewhere.example'");
  desk.goTo(49);
  desk.press('mark', 'template');
  desk.type('double\n');
  expect(desk.state().overlay).toBeNull();
  desk.sees('1 left out: #49 would answer a stranger.');
});

test('everything is selected and nothing again with one key', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('mark-all');
  desk.sees('23 selected');
  desk.press('mark-all');
  desk.doesNotSee('selected');
});

test('the undo list takes back an older action, and says which one was taken back', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('priority-low', 'first', 'status-hold', 'undo-list');
  desk.sees(/^ › .*status: on hold/m);
  desk.press('next', 'undo-this');
  desk.sees('undone');
  expect(caseOf(desk, 36).priority).toBe('urgent');
  expect(caseOf(desk, 54).status).toBe('hold');
  desk.press('back');
  desk.sees('1 Inbox');
});

test('an action that later ones build on is not taken back alone: one line names what changed', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('open', 'status-hold', 'status-pending', 'undo-list', 'next', 'undo-this');
  expect(desk.state().notice?.tone).toBe('error');
  expect(caseOf(desk, 36).status).toBe('pending');
});

test('nothing to undo is one line', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('undo');
  expect(desk.state().notice).not.toBeNull();
  desk.press('redo');
  expect(desk.state().notice).not.toBeNull();
});
