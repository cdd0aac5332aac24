import { expect, test } from 'vitest';
import { readCase } from '../../src/actions/read-cases.ts';
import { readFigures } from '../../src/actions/read-playbooks.ts';
import { editorText } from '../../src/tui/editor/editor.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const open = (locale: 'vi' | 'en' = 'vi'): Promise<Screens> =>
  openScreens({ seed: true, locale, zone: 'Asia/Ho_Chi_Minh', size: '100x40' });

/** A complaint, with its playbook on the screen. */
async function complaint(locale: 'vi' | 'en' = 'vi'): Promise<{ desk: Screens; number: number }> {
  const desk = await open(locale);
  const number = desk.state().shown?.case.number ?? 0;
  desk.press('topic-complaint', 'mood-angry', 'go-playbooks');
  return { desk, number };
}
const typed = ({ state }: Screens): string => {
  const { screen } = state();
  return screen.name === 'compose' ? editorText(screen.draft.editor) : '';
};

test('p shows the playbooks that fit the case, the step to offer and why others do not fit', async () => {
  const { desk, number } = await complaint('en');

  desk.sees(`Playbooks for #${number}`);
  desk.sees(/▸ .* · next/);
  expect(desk.state().screen).toMatchObject({ name: 'playbooks', at: 0 });
  desk.press('last');
  desk.sees(/costs|refusal|offer/);
});

test('the conditions are said in words, in the agent’s language', async () => {
  const desk = await open('vi');
  desk.goTo(36);
  desk.press('topic-return', 'go-playbooks');
  for (let turn = 0; turn < 8; turn += 1) {
    const { screen } = desk.state();
    if (screen.name === 'playbooks' && screen.book.standing[screen.which]?.playbook.name === 'return-late') break;
    desk.press('playbook-next');
  }
  desk.sees('Trả hàng sau bảy ngày');
  desk.sees('cần hỏi: giao không quá 30 ngày trước (chưa biết)');
});

test('Enter offers the step: the composer opens with its words, and z takes the offer back', async () => {
  const { desk, number } = await complaint();
  const { screen } = desk.state();
  const first = screen.name === 'playbooks' ? screen.book.standing[0]?.ladder.rungs[0]?.step : undefined;

  desk.press('playbook-offer');

  expect(desk.state().screen).toMatchObject({ name: 'compose', draft: { number, type: 'reply' } });
  expect(typed(desk).length).toBeGreaterThan(20);
  expect(typed(desk)).not.toContain('{{');
  desk.sees('đã đề nghị');
  expect(readFigures(desk.desk)).toMatchObject([{ step: first?.id, offered: 1, taken: 0 }]);
  desk.key('Esc');
  expect(readCase(desk.desk, number).drafts.reply?.text).toContain('Dạ');
  desk.press('undo');
  expect(readFigures(desk.desk)).toEqual([]);
  expect(readCase(desk.desk, number).drafts.reply?.text).toContain('Dạ');
});

test('what is typed already stays, with the words under it', async () => {
  const { desk } = await complaint();
  desk.key('Esc');
  desk.press('reply');
  desk.type('Chào chị');
  desk.key('Esc');
  desk.press('go-playbooks', 'playbook-offer');

  expect(typed(desk)).toMatch(/^Chào chị\n\n./u);
});

test('y and n write down the answer, the cursor goes on to the next step, and z takes it back', async () => {
  const { desk, number } = await complaint();
  const next = (): unknown => {
    const { screen } = desk.state();
    return screen.name === 'playbooks' ? screen.book.standing[screen.which]?.ladder.next : null;
  };
  const before = next();

  desk.press('playbook-no');
  expect(next()).not.toBe(before);
  desk.sees('không nhận');
  expect(readCase(desk.desk, number).events.filter((event) => event.field === 'option')).toHaveLength(2);

  desk.press('undo');
  expect(next()).toBe(before);
  desk.press('redo', 'back');
  desk.press('open', 'last');
  desk.sees(/khách không nhận: /);
});

test('a case that no playbook fits says what decides', async () => {
  const desk = await open();
  desk.press('topic-installation', 'go-playbooks');
  desk.sees('Không có kịch bản nào hợp');
  desk.press('playbook-yes');
  desk.sees('Chủ đề quyết định');
});

test('Tab goes from one playbook to the next and round', async () => {
  const desk = await open();
  desk.press('topic-exchange', 'go-playbooks');
  const which = (): number => {
    const { screen } = desk.state();
    return screen.name === 'playbooks' ? screen.which : -1;
  };
  const { screen } = desk.state();
  const count = screen.name === 'playbooks' ? screen.book.standing.length : 0;
  expect(count).toBeGreaterThan(1);
  for (let turn = 0; turn < count; turn += 1) {
    expect(which()).toBe(turn);
    desk.press('playbook-next');
  }
  expect(which()).toBe(0);
});
