import { describe, expect, it } from 'vitest';
import { guessOwnAddresses } from '../../../src/mail/own-address.ts';

let ids = 0;
const mail = (from: string, to: string, more: { parents?: string[]; deliveredTo?: string[] } = {}) => {
  ids += 1;
  return { messageId: `m${ids}`, parents: more.parents ?? [], from, to: [to], deliveredTo: more.deliveredTo ?? [] };
};
const addresses = (mails: ReturnType<typeof mail>[]) => guessOwnAddresses(mails).map(({ address }) => address);

describe('our own address', () => {
  it('is where mail was delivered to', () => {
    const mails = ['a@x', 'b@x', 'c@x'].map((from) => mail(from, 'shop@x', { deliveredTo: ['shop@x'] }));
    expect(guessOwnAddresses(mails)[0]).toMatchObject({ address: 'shop@x', why: 'delivered-to', score: 1 });
  });

  it('is who answers what was sent to it', () => {
    const asked = ['a@x', 'b@x', 'c@x'].map((from) => mail(from, 'shop@x'));
    const answered = asked.map(({ from, messageId }) => mail('shop@x', from, { parents: [messageId] }));
    expect(addresses([...asked, ...answered])).toEqual(['shop@x']);
  });

  it('is not the customer who answers back', () => {
    const first = mail('lan@x', 'shop@x');
    const second = mail('shop@x', 'lan@x', { parents: [first.messageId] });
    const third = mail('lan@x', 'shop@x', { parents: [second.messageId] });
    expect(addresses([first, second, third, mail('b@x', 'shop@x'), mail('c@x', 'shop@x')])[0]).toBe('shop@x');
  });

  it('is unknown when nothing stands out', () => {
    expect(addresses([])).toEqual([]);
    expect(addresses([mail('a@x', 'b@x'), mail('c@x', 'd@x'), mail('e@x', 'f@x'), mail('g@x', 'h@x')])).toEqual([]);
  });
});
