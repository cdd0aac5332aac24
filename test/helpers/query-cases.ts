import { Readable } from 'node:stream';
import { perform } from '../../src/actions/action.ts';
import { importSources } from '../../src/actions/import/import.ts';
import { note } from '../../src/actions/note.ts';
import { setCase } from '../../src/actions/set-case.ts';
import { createDesk, type Desk } from './desk.ts';
import { typeDraft } from './type-draft.ts';

const word = (at: string, text: string, from = 'Lan') => ({
  type: 'message',
  party: 'customer',
  direction: 'in',
  at,
  from: {
    name: from,
    address: `${from
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}@x.example`,
  },
  text,
});
const ours = (at: string, text: string) => ({
  type: 'message',
  party: 'agent',
  direction: 'out',
  at,
  from: { name: 'Mai', address: 'shop@desk.example' },
  text,
});
const lan = {
  name: 'Nguyễn Thị Lan',
  language: 'vi',
  segment: 'loyal',
  emails: ['lan@x.example'],
  phones: ['+84 90 123 4567'],
};
const som = { name: 'สมชาย ใจดี', language: 'th', emails: ['som@y.example'] };
const bob = { name: 'Bob Stone', language: 'en', segment: 'new', emails: ['bob@z.example'] };

/** Nine cases, numbered 1–9 from the oldest; it is 12 March 2026, 2 o'clock UTC. */
// biome-ignore format: a table
const CASES = [
  { subject: 'Closed long ago', kind: 'care', status: 'closed', tags: ['spam'],
    entries: [word('2025-11-05T08:00:00Z', 'Buy refund pills now', 'Eve')] },
  { subject: 'Old question', kind: 'service', topic: 'question', priority: 'low', status: 'solved', customer: bob,
    entries: [word('2026-02-10T08:00:00Z', 'Where are you?', 'Bob'), ours('2026-02-11T08:00:00Z', 'Here')] },
  { subject: 'Màn hình điện thoại vỡ', kind: 'support', topic: 'fault', mood: 'angry', priority: 'urgent', channel: 'email',
    tags: ['vip', 'hoàn-tiền'], product: 'Điện thoại A5', customer: lan,
    entries: [word('2026-03-01T08:00:00Z', 'Cửa hàng ơi, cứu')] },
  { subject: 'Bill charged twice', kind: 'service', topic: 'complaint', priority: 'high', channel: 'phone', tags: ['vip'],
    customer: bob, entries: [word('2026-03-02T08:00:00Z', 'The bill: I paid it twice!', 'Bob'), ours('2026-03-02T09:00:00Z', 'We are sorry')] },
  { subject: 'เครื่องซักผ้าเสีย', kind: 'support', topic: 'fault', mood: 'upset', channel: 'chat', product: 'Wash 9',
    customer: som, entries: [word('2026-03-03T08:00:00Z', 'สวัสดีครับเครื่องซักผ้าไม่หมุนเลยครับ', 'สมชาย')] },
  { subject: 'Don dien thoai', kind: 'care', channel: 'social', status: 'hold', department: 'Kỹ thuật', customer: lan,
    entries: [word('2026-03-04T08:00:00Z', 'toi muon doi mau khac', 'Trần')] },
  { subject: 'Snoozed refund', kind: 'service', status: 'open', tags: ['refund'], snoozedUntil: '2026-03-20T00:00:00Z', customer: bob,
    entries: [word('2026-03-05T08:00:00Z', 'refund for order ORD-1234 please', 'Bob')] },
  { subject: 'Touchscreen', kind: 'support', status: 'pending', customer: bob,
    entries: [word('2026-03-06T08:00:00Z', 'my screen is dark (really)', 'Bob'), ours('2026-03-06T09:00:00Z', 'Please reset it')] },
  { subject: 'Just now', kind: 'service', status: 'new', unread: false, channel: 'web', customer: som,
    entries: [word('2026-03-12T01:00:00Z', 'màn đêm và hình ảnh', 'สมชาย')] },
];

/** A desk with the nine cases; 5 has a note, 9 a draft, and 8 sleeps until the customer answers. */
export async function deskOfQueries(): Promise<Desk> {
  const desk = createDesk();
  const lines = CASES.map((one) => JSON.stringify({ type: 'case', ...one })).join('\n');
  const stdin = Readable.from([Buffer.from(lines)]);
  await importSources(desk, { paths: ['-'], stdin, format: 'jsonl', solvedBefore: null });
  perform(desk, note, { case: 5, text: 'Ask the workshop about the drum', fromDraft: false });
  typeDraft(desk, 9, 'Dear Som');
  const fields = { snooze: { mode: 'reply' as const, until: null } };
  perform(desk, setCase, { cases: [8], fields, addTags: [], removeTags: [] });
  return desk;
}
