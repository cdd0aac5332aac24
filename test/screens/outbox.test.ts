import { expect, test } from 'vitest';
import { readMailStatus } from '../../src/actions/mailing/mail-status.ts';
import { readOutbox } from '../../src/actions/mailing/read-outbox.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { problemOf, problemText } from '../../src/domain/problem.ts';
import { claimNext, settleClaim } from '../../src/store/outbox-states.ts';
import { addMailAccount } from '../helpers/mail-account.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const LAN = 47;

/** An agent has answered Lan, with an account that sends for the shop. */
async function answered(locale: 'en' | 'vi' | 'th' = 'en'): Promise<Screens> {
  const desk = await openScreens({ seed: true, locale });
  addMailAccount(desk.desk, { address: readCase(desk.desk, LAN).reply.from.address });
  desk.goTo(LAN);
  desk.press('reply');
  desk.type('Dạ chị, mai bên em qua ạ.');
  desk.press('review', 'send');
  desk.send({ type: 'told', notice: { text: '', tone: 'info' } }); // what was said gives way to how mail stands
  return desk;
}

const stateOf = (desk: Screens) => readOutbox(desk.desk)[0]?.state ?? null;

test('what waits to leave is seen in the status line and in gm, and called back with c', async () => {
  const desk = await answered();
  desk.sees('1 queued');
  desk.press('go-mail');
  desk.sees(/#47 +in the outbox/);
  desk.press('mail-hold');
  expect(stateOf(desk)).toBe('held');
  desk.sees('Called back');
  desk.sees('1 held');
});

test('what is held goes with r, and z holds it again', async () => {
  const desk = await answered();
  desk.press('go-mail', 'mail-hold', 'mail-release');
  expect(stateOf(desk)).toBe('queued');
  desk.key('Esc');
  desk.press('undo');
  expect(stateOf(desk)).toBe('held');
});

test('e makes a draft of it again, in the composer, and z brings the message back', async () => {
  const desk = await answered();
  desk.press('go-mail', 'mail-edit');
  desk.sees('Dạ chị, mai bên em qua ạ.');
  expect(readOutbox(desk.desk)).toHaveLength(0);
  expect(readCase(desk.desk, LAN).case.status).toBe('open');
  desk.press('keep-draft');
  expect(readCase(desk.desk, LAN).drafts.reply?.text).toBe('Dạ chị, mai bên em qua ạ.');
  desk.press('undo');
  expect(stateOf(desk)).toBe('queued');
  expect(readCase(desk.desk, LAN).drafts.reply).toBeNull();
});

test('a failure stands in the status line until somebody has looked, and is sent again with r', async () => {
  const desk = await answered();
  const { store } = desk.desk;
  const account = readMailStatus(desk.desk).accounts[0]?.account.id ?? 0;
  const claimed = claimNext(store, account, 'x', desk.desk.now() + 60_000);
  const problem = problemText(problemOf('message-refused', { reply: 'no such user' }));
  settleClaim(store, claimed?.entry ?? 0, 'x', { state: 'failed', problem, code: '5.1.1' });
  desk.send({ type: 'store-changed' });
  desk.sees('1 not sent!');
  desk.press('go-mail');
  desk.sees('no such user');
  desk.sees('5.1.1');
  desk.key('Esc');
  desk.send({ type: 'store-changed' });
  desk.doesNotSee('not sent!');
  desk.press('go-mail', 'mail-release');
  expect(stateOf(desk)).toBe('queued');
});

test('a message that has left is neither called back nor edited, and that is said', async () => {
  const desk = await answered();
  const { store } = desk.desk;
  const account = readMailStatus(desk.desk).accounts[0]?.account.id ?? 0;
  claimNext(store, account, 'x', desk.desk.now() + 60_000);
  desk.press('go-mail', 'mail-edit');
  expect(desk.state().notice).toMatchObject({ tone: 'error' });
  expect(desk.state().screen.name).toBe('mail');
  desk.press('mail-hold');
  expect(desk.state().notice).toMatchObject({ tone: 'error' });
});

test('an answer by phone is to be passed on until s says that it was', async () => {
  const desk = await openScreens({ seed: true, locale: 'en' });
  desk.press('new');
  desk.type('0903 123 456\nPrice?\n');
  desk.press('reply');
  desk.type('It is 4 million.');
  desk.press('review', 'send', 'go-mail');
  desk.sees('1 to pass on');
  desk.press('mail-said');
  expect(readOutbox(desk.desk)).toHaveLength(0);
  desk.doesNotSee('to pass on');
});
