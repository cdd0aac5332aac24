import { CHANNELS, KINDS, PRIORITIES, STATUSES } from '../../src/domain/case.ts';
import { insertCase, setTags } from '../../src/store/cases.ts';
import { insertCustomer, nameless } from '../../src/store/customers.ts';
import { insertEntry } from '../../src/store/new-entries.ts';
import type { Store } from '../../src/store/open.ts';
import { type Writing, write } from '../../src/store/writing.ts';

const WORDS =
  `màn hình không nhận cảm ứng hoàn tiền đơn hàng giao chậm bảo hành máy giặt tủ lạnh the screen does not react
refund order invoice broken parcel late warranty please thank you เครื่อง ซักผ้า หน้าจอ ไม่ติด คืนเงิน ส่งของ ช้า`.split(/\s+/);
const DAY = 86_400_000;

/** A small generator of its own, so that every run measures the same store. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Fills a store with so many cases, nine in ten of them done, each with one to five messages. */
export function fillStore(store: Store, cases: number, now: number, onProgress: (made: number) => void): void {
  const roll = dice(7);
  const customers = Math.ceil(cases / 4);
  for (let made = 0; made < cases; made += 500) {
    write(store, { agent: 'bench', session: 'bench', now }, 'import', (writing) => {
      for (let n = made; n < Math.min(made + 500, cases); n += 1) oneCase(writing, n, customers, roll, now);
    });
    onProgress(made);
  }
}

function oneCase(writing: Writing, n: number, customers: number, roll: (sides: number) => number, now: number): void {
  const person = { name: `Customer ${n % customers}`, address: `c${n % customers}@x.example` };
  const customer = n < customers ? insertCustomer(writing, nameless(`c${n}`, person)) : (n % customers) + 1;
  const words = (count: number): string => Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ');
  const status = roll(10) > 0 ? (roll(2) === 0 ? 'solved' : 'closed') : (STATUSES[roll(4)] ?? 'new');
  const open = status === 'new' || status === 'open';
  const createdAt = now - roll(2000) * DAY - roll(DAY);
  const number = insertCase(writing, {
    uid: `b${n}`, subject: `${words(5)} ORD-${n}`, kind: KINDS[roll(3)] ?? 'care', topic: null, mood: null, status,
    priority: PRIORITIES[roll(4)] ?? 'normal', channel: CHANNELS[roll(3)] ?? 'email', customer, product: null,
    department: null, createdAt, updatedAt: createdAt + DAY, waitingSince: open ? createdAt : null,
    solvedAt: null, snooze: open && roll(20) === 0 ? { mode: 'until', until: now + roll(30) * DAY } : null,
    unread: open, touchedAt: null,
  }); // biome-ignore format: a row
  if (roll(5) === 0) setTags(writing, number, [`tag${roll(40)}`], createdAt);
  for (let at = 0, count = 1 + roll(5); at < count; at += 1) {
    const ours = at % 2 === 1;
    insertEntry(writing, {
      uid: `b${n}-${at}`, case: number, type: 'message', party: ours ? 'agent' : 'customer',
      direction: ours ? 'out' : 'in', channel: 'email', at: createdAt + at * 3_600_000, atSource: 'date',
      author: person.name, subject: null, text: words(30 + roll(150)), quoted: '', minutes: null, automatic: null,
      problem: null, messageId: `${n}.${at}@x`, received: null, identity: `${n}.${at}`, parents: [],
      addresses: [{ role: 'from', ...person }], parts: [],
    }); // biome-ignore format: a row
  }
}
