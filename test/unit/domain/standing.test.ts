import { expect, test } from 'vitest';
import { bareSubject, type Spoken, standing, waitingSince } from '../../../src/domain/standing.ts';

const said = (party: 'customer' | 'agent' | 'department', at: number | null, more: Partial<Spoken> = {}): Spoken => ({
  type: 'message',
  party,
  direction: party === 'agent' ? 'out' : 'in',
  at,
  automatic: null,
  thanks: false,
  ...more,
});
const they = (at: number | null, more?: Partial<Spoken>) => said('customer', at, more);
const we = (at: number | null, more?: Partial<Spoken>) => said('agent', at, more);
const thanks = { thanks: true } as Partial<Spoken>;
const auto = { automatic: 'bounce' } as Partial<Spoken>;

// biome-ignore format: a table
const TURNS: readonly (readonly [string, Spoken[], string, number | null])[] = [
  ['nobody has said anything', [], 'new', null],
  ['they wrote', [they(1)], 'new', 1],
  ['they wrote again: since the first word', [they(1), they(2)], 'new', 1],
  ['we answered', [they(1), we(2)], 'pending', null],
  ['they answered', [they(1), we(2), they(3), they(4)], 'open', 3],
  ['we wrote first', [we(1)], 'pending', null],
  ['a note is no answer', [they(1), we(2, { type: 'note' })], 'new', 1],
  ['a call of ours is', [they(1), we(2, { type: 'call' })], 'pending', null],
  ['a department answers us, not them', [they(1), said('department', 2)], 'new', 1],
  ['their automatic mail does not wait', [they(1), we(2), they(3, auto)], 'pending', null],
  ['our automatic mail is no answer', [they(1), we(2, auto)], 'new', 1],
  ['nothing but automatic mail', [they(1, auto)], 'new', null],
  ['a word without a date never waits', [they(null)], 'new', null],
  ['but the next one does', [they(null), they(5)], 'new', 5],
  ['their thanks for our answer do not wait', [they(1), we(2), they(3, thanks)], 'pending', null],
  ['nor do more of them', [they(1), we(2), they(3, thanks), they(4, thanks)], 'pending', null],
  ['a question after the thanks does', [they(1), we(2), they(3, thanks), they(4)], 'open', 4],
  ['thanks after an unanswered question take nothing back', [they(1), we(2), they(3), they(4, thanks)], 'open', 3],
  ['thanks before any answer take nothing back either', [they(1), they(2, thanks)], 'new', 1],
  ['thanks out of the blue are a word like any other', [they(1, thanks)], 'new', 1],
  ['our own thanks are an answer', [they(1), we(2, thanks)], 'pending', null],
  ['thanks for a call of ours do not wait', [we(1, { type: 'call' }), they(2, thanks)], 'pending', null],
  ['a note is nothing to thank for', [they(1), we(2, { type: 'note' }), they(3, thanks)], 'new', 1],
  ['nor is automatic mail of ours', [they(1), we(2, auto), they(3, thanks)], 'new', 1],
];

test.each(TURNS)('%s', (_name, entries, status, waiting) => {
  const stands = standing(entries, null);

  expect(stands).toEqual({ status, waitingSince: waiting, solvedAt: null });
  expect(waitingSince(entries)).toBe(waiting);
});

test('a conversation silent for long is solved, at its last word', () => {
  const entries = [they(10), we(20), they(30, auto)];

  expect(standing(entries, 31)).toEqual({ status: 'solved', waitingSince: null, solvedAt: 30 });
  expect(standing(entries, 30).status).toBe('pending');
  expect(standing([they(null)], 1e15).status).toBe('new'); // of what is not dated nobody knows how old it is
});

test('thanks for an old answer leave the conversation solved', () => {
  const entries = [they(10), we(20), they(30, thanks)];

  expect(standing(entries, 25)).toEqual({ status: 'solved', waitingSince: null, solvedAt: 20 });
  expect(standing(entries, 15).status).toBe('pending');
});

test.each([
  ['Re: Re: The oven', 'The oven'],
  ['RE[2]: Fwd: The oven', 'The oven'],
  ['Trả lời: Hoàn tiền', 'Hoàn tiền'],
  ['ตอบกลับ: จอมืด', 'จอมืด'],
  ['AW: WG: Ofen', 'Ofen'],
  ['Regarding the oven', 'Regarding the oven'],
  ['Re:', 'Re:'],
  ['  Oven ', 'Oven'],
])('“%s” is about “%s”', (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});
