import { perform } from '../../src/actions/action.ts';
import { call } from '../../src/actions/call.ts';
import { COMMITMENT_VERBS } from '../../src/actions/commitments.ts';
import { NO_CHANGE, setCustomer } from '../../src/actions/customers.ts';
import { handoff } from '../../src/actions/handoffs.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { playbookAnswer, playbookOffer } from '../../src/actions/playbooks.ts';
import { addPurchase } from '../../src/actions/purchases.ts';
import { rate } from '../../src/actions/ratings.ts';
import { readJourney } from '../../src/actions/read-journey.ts';
import { handoffReceive } from '../../src/actions/receive-handoff.ts';
import { reply } from '../../src/actions/reply.ts';
import { type CaseFields, setCase } from '../../src/actions/set-case.ts';
import { customerNamed } from '../../src/actions/which-customer.ts';
import type { Commitment } from '../../src/domain/commitment.ts';
import type { Desk } from './desk.ts';
import type { Screens } from './screen.ts';

const DAY = 86_400_000;

/** What is said and written in a life; the tests of cut words want none that could be ours. */
export interface LifeWords {
  readonly customer: string;
  readonly honorific: string;
  readonly product: string;
  readonly subjects: readonly [string, string, string];
  readonly said: string;
  readonly promised: string;
}

export const LAN: LifeWords = {
  customer: 'Nguyễn Thị Lan <lan@example.vn>',
  honorific: 'chị',
  product: 'Máy giặt 9 kg',
  subjects: ['Máy giặt kêu to khi vắt', 'Giao nhầm màu', 'Hỏi cách vệ sinh lồng giặt'],
  said: 'Chị đang ở nhà, em cho thợ qua giúp chị nhé',
  promised: 'Kỹ thuật gọi lại hẹn giờ',
};

/**
 * A customer with half a year behind her, at the end of which it is now: purchases, three cases, calls, promises kept, broken
 * and open, an option, a hand-off, ratings, a silence. Returns her id.
 */
export function liveJourney(desk: Desk, words: LifeWords = LAN): number {
  const at = (days: number): number => desk.now() + days * DAY;
  const open = (subject: string): number =>
    perform(desk, newCase, {
      customer: words.customer,
      subject,
      kind: 'service',
      channel: 'email',
      message: words.said,
    }).output.number;
  const set = (number: number, fields: CaseFields) =>
    perform(desk, setCase, { cases: [number], fields, addTags: [], removeTags: [] });
  const answer = (number: number) =>
    perform(desk, reply, { cases: [number], text: words.said, fields: {}, addTags: [], fromDraft: false });
  const later = (days: number) => desk.wait(days * DAY);
  const commit = (kind: Commitment['kind'], number: number, days: number): number => {
    const { output } = perform(desk, COMMITMENT_VERBS[kind].add, {
      ...{ cases: [number], customer: null, at: at(days), text: words.promised, template: null },
    });
    return output.ids[0] ?? 0;
  };

  const first = open(words.subjects[0]);
  const customer = customerNamed(desk, words.customer);
  perform(desk, setCustomer, {
    ...{ ...NO_CHANGE, customer },
    fields: { honorific: words.honorific, segment: 'new', consent: 'yes', language: 'vi' },
    addPoints: [{ kind: 'phone', value: '090 123 4567' }],
  });
  perform(desk, addPurchase, {
    ...{ customer, at: at(-3), deliveredAt: at(-1), product: words.product, serial: 'AQ-4711' },
    ...{ warrantyUntil: at(720), amount: 12_000_000, currency: 'VND' },
  });
  set(first, { topic: 'complaint', mood: 'angry', kind: 'support', product: words.product });
  perform(desk, call, { case: first, minutes: 12, text: words.said, direction: 'out' });
  const kept = commit('promise', first, 2);
  later(1);
  perform(desk, COMMITMENT_VERBS.promise.done, { id: kept });
  perform(desk, playbookOffer, { case: first, playbook: 'agent-complaint', step: 'own-the-matter', anyway: true });
  perform(desk, playbookAnswer, { case: first, playbook: 'agent-complaint', step: 'own-the-matter', answer: 'yes' });
  const { handoff: packet } = perform(desk, handoff, {
    ...{ case: first, department: 'warehouse', summary: null, mail: false, evidence: null },
    given: { 'item-to-send': words.product, address: words.said, phone: '090 123 4567' },
  }).output;
  later(1);
  perform(desk, handoffReceive, { case: first, text: `desk-handoff: ${packet.mark}\n\n${words.said}` });
  later(1);
  set(first, { status: 'solved' });
  perform(desk, rate, { case: first, score: 5, comment: words.said });
  later(98);

  const second = open(words.subjects[1]);
  commit('promise', second, 1);
  later(4);
  answer(second);
  set(second, { status: 'solved' });
  later(1);
  perform(desk, call, { case: second, minutes: 4, text: '', direction: 'in' });
  set(second, { status: 'open' });
  later(1);
  set(second, { status: 'solved' });
  perform(desk, rate, { case: second, score: 2, comment: words.said });
  later(20);

  const third = open(words.subjects[2]);
  answer(third);
  commit('promise', third, 3);
  commit('follow-up', third, 7);
  perform(desk, addPurchase, {
    ...{ customer, at: at(-1), deliveredAt: null, product: words.product, serial: null },
    ...{ warrantyUntil: null, amount: 450_000, currency: 'VND' },
  });
  later(1);
  return customer;
}

/** Her journey on the screen; Esc leads back to where one was. */
export function openJourney(screens: Screens, words: LifeWords = LAN): number {
  const customer = liveJourney(screens.desk, words);
  screens.tick(0);
  screens.send({ type: 'journey-read', view: readJourney(screens.desk, customer) });
  return customer;
}
