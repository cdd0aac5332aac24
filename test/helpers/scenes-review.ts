import type { Attachment } from '../../src/actions/attachments.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { addMailAccount } from './mail-account.ts';
import type { Screens } from './screen.ts';

export type Scene = (desk: Screens) => void;

export const FILES: readonly Attachment[] = [
  { entry: 1, n: 1, name: 'жжж.pdf', size: 3, type: 'qqqqq/qqq', sha256: '', cid: null },
  { entry: 1, n: 2, name: `${'ж'.repeat(90)}.png`, size: 3_400_000, type: 'qqq/qq', sha256: '', cid: null },
];

/** An answer that leaves by an account, to a mail whose Reply-To is in another domain. */
const mailReview =
  (then: Scene): Scene =>
  (desk) => {
    const address = readCase(desk.desk, 47).reply.from.address;
    addMailAccount(desk.desk, { address, name: 'Жжж', signatures: { vi: 'Жж\nЖ' } });
    desk.desk.store.db.exec(`INSERT INTO entry_addresses (entry, position, role, name, address, normal)
      SELECT entry, 99, 'reply-to', 'жж', 'q@q-q.qq', 'q@q-q.qq' FROM entry_addresses WHERE role = 'from'`);
    desk.goTo(47);
    desk.press('reply');
    desk.type('ж жж');
    desk.press('review');
    then(desk);
  };
/** The review of an answer by mail, and everything that it asks for. */
export const REVIEW_SCENES: Readonly<Record<string, Scene>> = {
  ...Object.fromEntries(
    (['answer-to', 'answer-cc', 'answer-bcc', 'answer-subject', 'attach', 'send-later'] as const).map((row) => [
      `review, asked: ${row}`,
      mailReview((desk) => desk.press(row)),
    ]),
  ),
  'review, with everything': mailReview((desk) => {
    for (const row of ['answer-cc', 'answer-bcc'] as const) {
      desk.press(row);
      desk.type('Жжж <q@qq.qqq>, жж <q@qqq.qq>\n');
    }
    desk.press('answer-reply-to', 'quote', 'send-later');
    desk.type('2026-12-24\n');
    desk.press('attach');
    desk.type('ж\n');
    const number = desk.state().shown?.case.number ?? 0;
    desk.send({ type: 'attached', number, parts: FILES.map((file) => ({ ...file, name: 'ж'.repeat(file.n * 40) })) });
  }),
  'review, an address that is none': mailReview((desk) => {
    desk.press('answer-cc');
    desk.type('ж\n');
  }),
  'review, a moment as it is typed': mailReview((desk) => {
    desk.press('send-later');
    desk.type('2026-12-24');
  }),
  'review, paths to choose from': mailReview((desk) => {
    desk.press('attach');
    desk.type('ж');
    desk.send({ type: 'path-completed', typed: 'ж', path: 'жж', offered: ['жжж.жж', 'жжжж/', 'ж'.repeat(90)] });
  }),
  'review, another way to answer': mailReview(() => {}),
  'a mail that leaves later': mailReview((desk) => {
    desk.press('send-later');
    desk.type('2026-12-24\n');
    desk.press('send');
  }),
  'review of what is no mail': (desk) => {
    desk.press('new');
    desk.type('0903123456\nж\n');
    desk.press('reply');
    desk.type('ж');
    desk.press('review', 'attach');
  },
};
