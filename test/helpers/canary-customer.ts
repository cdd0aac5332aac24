import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepDraft } from '../../src/actions/typing.ts';
import { type Desk, tempDesk, tempFolder } from './cli.ts';
import { createDesk } from './desk.ts';
import { mailOf, mboxOf } from './sample-mails.ts';

const day = (at: number): string => `Tue, ${String(at).padStart(2, '0')} Mar 2026 08:00:00 +0700`;
const FROM = 'Zqxlan Zqxnguyễn <zqxlan@zqxhome.example>';
const withFile = (text: string): { text: string; more: string[] } => ({
  text: `--b\n\n${text}\n--b\nContent-Disposition: attachment; filename="zqxfile.txt"\n\nzqxattached words\n--b--`,
  more: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', 'X-Zqxheader: zqxtrace'],
});

/** Of the customer who is to be forgotten. */
export const HERS = mboxOf([
  mailOf({ id: 'zqxa@x', from: FROM, date: day(3), subject: 'Zqxsubject màn hình', ...withFile('Zqxwords máy hỏng') }),
  mailOf({ id: 'zqxa2@x', from: FROM, date: day(4), references: ['zqxa@x'], text: 'Zqxmore, chưa ai gọi zqxườn' }),
  mailOf({ id: 'zqxb@x', from: FROM, date: day(5), subject: 'Zqxother hóa đơn', text: 'zqxinvoice' }),
  mailOf({ id: 'zqxc@x', from: FROM, date: day(6), subject: 'Zqxspam', text: 'zqxspam' }),
  mailOf({ id: 'zqxd@x', from: FROM, date: day(6), subject: 'Zqxmerged', text: 'zqxmerged' }),
  mailOf({ from: FROM, date: day(7), subject: 'Zqxnoid', text: 'zqxnoid' }),
]);
/** Of others. */
export const OTHERS = mboxOf([
  mailOf({ id: 'a@y', from: 'Bình <binh@y.example>', date: day(3), subject: 'Tủ lạnh', text: 'Tủ lạnh kêu to' }),
  mailOf({ id: 'b@y', from: 'Bình <binh@y.example>', date: day(5), subject: 'Lò', text: 'Lò không nóng' }),
]);
/** One of hers once more, as another mailbox has it. */
export const AGAIN = mboxOf([
  mailOf({
    ...{ id: 'zqxb@x', from: FROM, date: day(5), subject: 'Zqxother hóa đơn', text: 'zqxinvoice' },
    more: ['X-Zqxtrace: by way of another server'],
  }),
]);
export const TABLE = `name,emails,phones,tags,notes,company,fields.club
Zqxlan Zqxnguyễn,zqxlan@zqxhome.example,,zqxtag,zqxnote in a table,zqxcompany,zqxclub
`;
const PARTS = `name,emails,phones,notes
Zqxphượng Zqxtrần,,0901 234 567 zqx,zqxpart
`;

/** A desk with a customer of whom every field, mail, draft and note says so, and with another one. */
export interface CanaryDesk {
  readonly desk: Desk;
  /** her number, and the other's */
  readonly her: number;
  readonly other: number;
  /** a folder elsewhere, for what was exported and is imported */
  readonly elsewhere: string;
  readonly file: (name: string, content: string) => string;
  readonly ok: (...argv: string[]) => Promise<string>;
}

export async function canaryDesk(): Promise<CanaryDesk> {
  const desk = tempDesk();
  const elsewhere = tempFolder();
  const file = (name: string, content: string): string => {
    const path = join(elsewhere, name);
    writeFileSync(path, content);
    return path;
  };
  const ok = async (...argv: string[]): Promise<string> => {
    const { code, out, err } = await desk.run(argv);
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${code} ${err}`);
    return out.trim();
  };
  const me = ['--me', 'shop@desk.example', '--keep-open'];
  // taken back and done again: what undo keeps of the first time knows her by other numbers
  await ok('import', file('first.mbox', HERS + OTHERS), ...me);
  await ok('undo');
  await ok('import', file('hers.mbox', HERS + OTHERS), ...me);
  await ok('import', file('again.mbox', AGAIN), ...me);
  await ok('customers', 'import', file('table.csv', TABLE));
  const idOf = async (name: string): Promise<number> => {
    const [found] = JSON.parse(await ok('customers', 'list', name, '--json')) as { id: number }[];
    return found?.id ?? 0;
  };
  const her = await idOf('zqxlan@zqxhome.example');
  const other = await idOf('binh@y.example');
  const numberOf = async (subject: string): Promise<string> => ok('list', '-q', subject);
  const [screen, bill, spam, merged, fridge, oven] = await Promise.all(
    ['zqxsubject', 'zqxother', 'zqxspam', 'zqxmerged', 'kêu', 'nóng'].map(numberOf),
  );
  const [a = '', b = '', c = '', d = '', y = '', z = ''] = [screen, bill, spam, merged, fridge, oven];
  await ok(
    'customers',
    'set',
    `${her}`,
    'name=Zqxlan Mới',
    'notes=zqxnotes',
    'honorific=chị',
    'emails+=zqx2@x.example',
  );
  await ok('customers', 'set', `${her}`, 'company=zqxold');
  await ok('customers', 'set', `${her}`, 'company=zqxnew', 'tags+=zqxvip', 'phones+=0912 345 678');
  await ok('undo');
  await ok('customers', 'import', file('parts.csv', PARTS));
  await ok('customers', 'merge', `${await idOf('Zqxphượng')}`, `${her}`);
  await ok('customers', 'buy', `${her}`, '--product', 'Zqxmachine', '--serial', 'zqx4711', '--amount', '12000000');
  await ok('follow-ups', 'add', '--customer', `${her}`, '--at', '2026-04-01', '--text', 'zqxfollow');
  await ok('promises', 'add', a, '--at', '2026-03-14T10:00', '--text', 'zqxpromise');
  await ok('note', a, '--message', 'zqxprivate');
  await ok('call', a, '--minutes', '4', '--message', 'zqxcall');
  await ok('set', a, 'product=zqxproduct', 'tags+=zqxcasetag', 'priority=high', 'topic=fault');
  await ok('set', a, 'kind=support', 'serial=zqxserial', 'symptom=zqxsymptom', 'cause=zqxcause', 'fix=zqxfix');
  await ok('set', a, 'symptom=zqxchanged');
  await ok('undo');
  await ok('set', a, y, 'mood=upset', 'tags+=cả-hai');
  const more = ['--cc', 'zqxcc@x.example', '--subject', 'Zqxre', '--attach', file('zqxbill.pdf', 'zqxbill in a file')];
  await ok('reply', a, '--message', 'Dạ zqxanswer', ...more, '--quote');
  await ok('reply', y, b, '--message', 'Dạ em gọi lại ạ');
  await ok('ratings', 'add', a, '--score', '2', '--comment', 'zqxcomment');
  await ok('ratings', 'add', y, '--score', '5', '--comment', 'tốt');
  const given = ['product=zqxp', 'item-to-send=zqxitem', 'phone=0901', 'address=12 zqxstreet, Huế'];
  await ok('handoff', a, 'warehouse', ...given.flatMap((one) => ['--field', one]), '--summary', 'zqxsummary');
  await ok('handoff', 'receive', a, '--file', file('answer.txt', 'zqxdepartment: [tracking] zqxtracking'));
  await ok('playbooks', 'offer', a, 'resale', '--playbook', 'return-late');
  await ok('playbooks', 'answer', a, 'yes');
  await ok('spam', c);
  await ok('spawn', a, '--reason', 'zqxreason');
  await ok('link', a, y);
  await ok('merge', d, b);
  await ok('merge', b, z);
  const screens = createDesk({ path: desk.db, now: Date.parse('2026-03-12T09:00:00Z') });
  for (const [type, text] of [
    ['reply', 'zqxdraft'],
    ['note', 'zqxdrafted note'],
  ] as const)
    keepDraft(screens, {
      ...{ case: Number(a), type, text, template: null, caseVersion: 1, loaded: '' },
      head: { subject: 'zqxhead', to: [{ name: 'zqxto', address: 'zqxto@x.example' }] },
    });
  // bytes that an import has kept, and was stopped before it filed them
  const stopped = mailOf({ id: 'zqxlast@x', from: FROM, text: 'zqxstopped' });
  screens.store.raw().keep([{ raw: Buffer.from(stopped), source: 'zqxbox.mbox', ref: '7' }]);
  screens.store.raw().keep([{ raw: Buffer.from('zqxloose'), source: 'attached', ref: 'zqxloose.pdf' }]);
  screens.close();
  return { desk, her, other, elsewhere, file, ok };
}
