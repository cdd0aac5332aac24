import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { actorOf } from '../../src/context.ts';
import { insertEntry } from '../../src/store/new-entries.ts';
import { write } from '../../src/store/writing.ts';
import type { Desk } from './desk.ts';

/** Opens a case in which customer and agent have written so many messages; gives its number. */
export function openLongCase(desk: Desk, messages: number): number {
  const made = { customer: 'lan@example.vn', subject: 'Màn hình', kind: 'support', channel: 'email' } as const;
  const { number } = perform(desk, newCase, made).output;
  write(desk.store, actorOf(desk), 'import', (writing) => {
    for (let n = 1; n <= messages; n += 1) {
      const theirs = n % 2 === 1;
      insertEntry(writing, {
        uid: `long-${number}-${n}`,
        case: number,
        type: 'message',
        party: theirs ? 'customer' : 'agent',
        direction: theirs ? 'in' : 'out',
        channel: 'email',
        at: writing.now + n * 60_000,
        atSource: 'date',
        author: theirs ? 'Lan' : 'Mai',
        subject: null,
        text: `Tin số ${n}.\nMàn hình cảm ứng vẫn không nhận ngón tay, chị đã thử tắt bật lại ba lần rồi mà chưa được.`,
        quoted: '',
        minutes: null,
        automatic: null,
        problem: null,
        messageId: null,
        received: null,
        identity: `long-${number}-${n}`,
        parents: [],
        addresses: theirs ? [{ role: 'from', name: 'Lan', address: 'lan@example.vn' }] : [],
        parts: [],
      });
    }
  });
  return number;
}
