import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupThreads } from '../../../src/mail/thread.ts';

const mail = (key: string, ...parents: string[]) => ({ key, messageId: key, parents });

describe('threads', () => {
  it('join an answer to what it answers, in any order', () => {
    expect(groupThreads([mail('b', 'a'), mail('x'), mail('a'), mail('c', 'b', 'a')])).toEqual([['b', 'a', 'c'], ['x']]);
  });

  it('join the answers to a mail that is not there', () => {
    expect(groupThreads([mail('b', 'gone'), mail('c', 'gone'), mail('d', 'lost')])).toEqual([['b', 'c'], ['d']]);
  });

  it('stand loops and mails without an id', () => {
    expect(groupThreads([mail('a', 'b'), mail('b', 'a'), mail('c', 'c')])).toEqual([['a', 'b'], ['c']]);
    const nameless = { messageId: null, parents: [] };
    expect(
      groupThreads([
        { key: 1, ...nameless },
        { key: 2, ...nameless },
      ]),
    ).toEqual([[1], [2]]);
  });

  it('are the same sets whatever the order', () => {
    const mails = fc.array(fc.tuple(fc.nat(20), fc.array(fc.nat(20), { maxLength: 3 })), { maxLength: 30 });
    fc.assert(
      fc.property(mails, (list) => {
        const records = list.map(([id, parents], key) => ({ key, messageId: `${id}`, parents: parents.map(String) }));
        const sets = (groups: number[][]) => groups.map((group) => group.toSorted((a, b) => a - b).join()).sort();
        expect(sets(groupThreads(records))).toEqual(sets(groupThreads(records.toReversed())));
      }),
    );
  });

  it('of 200,000 mails take less than two seconds', () => {
    const records = Array.from({ length: 200_000 }, (_, n) => mail(`m${n}`, `m${n - 1}`, `m${Math.floor(n / 2)}`));
    const started = performance.now();
    expect(groupThreads(records).length).toBe(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
