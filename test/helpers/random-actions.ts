import { Readable } from 'node:stream';
import fc from 'fast-check';
import { perform } from '../../src/actions/action.ts';
import { call } from '../../src/actions/call.ts';
import { COMMITMENT_VERBS } from '../../src/actions/commitments.ts';
import { setConfig } from '../../src/actions/config.ts';
import { type CustomerSet, NO_CHANGE, setCustomer } from '../../src/actions/customers.ts';
import { sendFeedback } from '../../src/actions/feedback.ts';
import { handoff, missingFor } from '../../src/actions/handoffs.ts';
import { importSources } from '../../src/actions/import/import.ts';
import { overruleMark } from '../../src/actions/ledger.ts';
import { link, unlink } from '../../src/actions/link.ts';
import { merge } from '../../src/actions/merge.ts';
import { mergeCustomer, unmergeCustomers } from '../../src/actions/merge-customers.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { note } from '../../src/actions/note.ts';
import { playbookAnswer, playbookOffer } from '../../src/actions/playbooks.ts';
import { addPurchase, removePurchase } from '../../src/actions/purchases.ts';
import { rate } from '../../src/actions/ratings.ts';
import { findCases, readCase } from '../../src/actions/read-cases.ts';
import { readLedger } from '../../src/actions/read-ledger.ts';
import { getDepartment, readPlaybooks } from '../../src/actions/read-pages.ts';
import { handoffReceive } from '../../src/actions/receive-handoff.ts';
import { reply } from '../../src/actions/reply.ts';
import { runPlansToEnd } from '../../src/actions/run-plans.ts';
import { scheduleToChange, setSchedule } from '../../src/actions/schedules.ts';
import { type CaseFields, setCase } from '../../src/actions/set-case.ts';
import { spam } from '../../src/actions/spam.ts';
import { spawn } from '../../src/actions/spawn.ts';
import { split } from '../../src/actions/split.ts';
import { setTargets, targetsToChange } from '../../src/actions/targets.ts';
import { putTemplateAction, removeTemplateAction } from '../../src/actions/templates.ts';
import { unmerge } from '../../src/actions/unmerge.ts';
import { withdraw } from '../../src/actions/withdraw-handoff.ts';
import type { Context } from '../../src/context.ts';
import { CHANNELS, KINDS, type Kind, MOODS, PRIORITIES, STATUSES, TOPICS } from '../../src/domain/case.ts';
import { OUTCOMES, STAGES } from '../../src/domain/case-fields.ts';
import { PAUSES } from '../../src/domain/clock/targets.ts';
import { COMMITMENTS, type CommitmentKind } from '../../src/domain/commitment.ts';
import { CONSENTS, SEGMENTS } from '../../src/domain/customer.ts';
import { DeskError } from '../../src/domain/errors.ts';
import { SCORES, type Score } from '../../src/domain/rating.ts';
import { toDo } from '../../src/store/commitments.ts';
import { waitingHandoffs } from '../../src/store/handoffs.ts';
import { DAY, planFile, withPlans } from './care-desk.ts';
import { DEMO_NOW } from './desk.ts';
import { MAILS, mboxOf } from './sample-mails.ts';
import { typeDraft } from './type-draft.ts';

/** Something an agent may do, as data, so that fast-check can print and shrink it. Cases are named by their place. */
export type Step =
  | { do: 'new'; customer: string; subject: string; message: string }
  | { do: 'reply'; cases: number[]; text: string; template: string | null }
  | { do: 'note'; case: number; text: string }
  | { do: 'set'; cases: number[]; fields: CaseFields; add: string[]; remove: string[] }
  | { do: 'field'; cases: number[]; kind: Kind; own: NonNullable<CaseFields['own']> }
  | { do: 'spawn'; case: number; kind: Kind; reason: string | null }
  | { do: 'call'; case: number; direction: 'in' | 'out'; text: string }
  | { do: 'rate'; case: number; score: Score; comment: string }
  | { do: 'spam'; cases: number[]; not: boolean }
  | { do: 'merge'; from: number; into: number }
  | { do: 'unmerge'; case: number }
  | { do: 'split'; case: number; entries: number[] }
  | { do: 'link' | 'unlink'; case: number; other: number }
  | { do: 'commit'; kind: CommitmentKind; cases: number[]; minutes: number; text: string }
  | { do: 'commit-end'; how: 'done' | 'drop' | 'move'; which: number; minutes: number }
  | { do: 'offer'; case: number; which: number; anyway: boolean }
  | { do: 'answer'; case: number; answer: 'yes' | 'no'; which: number | null }
  | { do: 'handoff'; case: number; department: string; mail: boolean; text: string }
  | { do: 'receive'; case: number; text: string }
  | { do: 'withdraw'; which: number; text: string }
  | { do: 'feedback' }
  | { do: 'schedule'; zone: string; from: number; saturday: boolean }
  | {
      do: 'targets';
      minutes: number;
      pausedBy: readonly (typeof PAUSES)[number][];
      kind: (typeof KINDS)[number] | null;
    }
  | { do: 'template'; name: string; bodies: Record<string, string>; tags: string[] }
  | { do: 'forget-template'; name: string }
  | { do: 'customer'; who: number; change: Omit<CustomerSet, 'customer'> }
  | { do: 'buy'; who: number; product: string; amount: number | null; at: number | null }
  | { do: 'unbuy'; which: number }
  | { do: 'merge-customers'; from: number; into: number }
  | { do: 'unmerge-customers'; which: number }
  /** the plans are run so many days later */
  | { do: 'run-plans'; days: number }
  | { do: 'overrule'; who: number; which: number; reason: string | null }
  | { do: 'config'; key: string; value: string | null }
  | { do: 'draft'; case: number; type: 'reply' | 'note'; text: string }
  | { do: 'import'; mails: number[] };

/** A plan for each event, some days after it. */
export const ANY_PLANS = {
  fix: planFile('fix', 'solved', 1),
  sale: planFile('sale', 'purchase', 3, 'segments: new current\n'),
  first: planFile('first', 'first-purchase', 5),
  quiet: planFile('quiet', 'silence', 2),
  gone: planFile('gone', 'segment former', 0),
};

const daysFromDemo = (days: number): number => DEMO_NOW + days * DAY;

const place = fc.nat(20);
const places = fc.array(place, { minLength: 1, maxLength: 4 });
// letters of every script, quotes, NUL and other controls: whatever may stand in a mail
const words = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.constantFrom('màn hình', 'Giá?'));
const tag = fc.constantFrom('vip', 'hoàn-tiền', 'สินค้า', 'x');
const templateName = fc.constantFrom('hello', 'thanks', 'parts');
const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));

const point = fc.constantFrom(
  { kind: 'phone' as const, value: '+84 90 123 4567' },
  { kind: 'phone' as const, value: '0901234567' },
  { kind: 'email' as const, value: 'lan@x.example' },
  { kind: 'handle' as const, value: 'zalo:lan' },
);

const fields: fc.Arbitrary<CaseFields> = fc.record(
  {
    subject: fc.constantFrom('Màn hình', 'Hoá đơn', 'Bill'),
    kind: fc.constantFrom(...KINDS),
    topic: orNull(TOPICS),
    mood: orNull(MOODS),
    status: fc.constantFrom(...STATUSES),
    priority: fc.constantFrom(...PRIORITIES),
    channel: fc.constantFrom(...CHANNELS),
    product: orNull(['OV65', 'Máy giặt']),
    department: orNull(['warehouse', 'kỹ thuật']),
    snooze: fc.oneof(
      fc.constant(null),
      fc.constant({ mode: 'reply' as const, until: null }),
      fc.record({ mode: fc.constantFrom('until' as const, 'firm' as const), until: fc.integer({ min: 1, max: 2e12 }) }),
    ),
  },
  { requiredKeys: [] },
);

/** What may be done to the fields of a kind, one of them or several. */
export const ownFields: fc.Arbitrary<NonNullable<CaseFields['own']>> = fc.record(
  {
    serial: orNull(['TS-1', 'TS-2']),
    symptom: fc.option(words),
    steps: fc.constantFrom<string | { add?: string[]; take?: string[] } | null>(
      ...[null, 'reset', 'cable\nreset'],
      ...[
        { add: ['reset'] },
        { add: ['cable', 'sạc lại'] },
        { take: ['reset'] },
        { take: ['cable', 'reset'], add: ['reset'] },
      ],
    ),
    cause: fc.option(words),
    stage: orNull(STAGES),
    reason: fc.option(words),
    outcome: orNull(OUTCOMES),
    amount: orNull(['500000', '1.200 THB']),
  },
  { requiredKeys: [] },
);

export const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('new' as const),
    customer: fc.constantFrom('Lan <lan@x.example>', 'an@buyer.example', 'Bình', '+84 90 123 4567', '1'),
    subject: words,
    message: fc.oneof(fc.constant(''), words),
  }),
  fc.record({
    do: fc.constant('reply' as const),
    cases: places,
    text: words,
    template: fc.oneof(fc.constant(null), templateName),
  }),
  fc.record({ do: fc.constant('note' as const), case: place, text: words }),
  fc.record({
    do: fc.constant('set' as const),
    cases: places,
    fields,
    add: fc.array(tag, { maxLength: 2 }),
    remove: fc.array(tag, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('field' as const), cases: places, kind: fc.constantFrom(...KINDS), own: ownFields }),
  fc.record({
    do: fc.constant('spawn' as const),
    case: place,
    kind: fc.constantFrom(...KINDS),
    reason: fc.option(fc.constant('too small')),
  }),
  fc.record({
    do: fc.constant('call' as const),
    case: place,
    direction: fc.constantFrom('in' as const, 'out' as const),
    text: words,
  }),
  fc.record({ do: fc.constant('rate' as const), case: place, score: fc.constantFrom(...SCORES), comment: words }),
  fc.record({ do: fc.constant('spam' as const), cases: places, not: fc.boolean() }),
  fc.record({ do: fc.constant('merge' as const), from: place, into: place }),
  fc.record({ do: fc.constant('unmerge' as const), case: place }),
  fc.record({ do: fc.constant('split' as const), case: place, entries: places }),
  fc.record({ do: fc.constantFrom('link' as const, 'unlink' as const), case: place, other: place }),
  fc.record({
    do: fc.constant('commit' as const),
    kind: fc.constantFrom(...COMMITMENTS),
    cases: places,
    minutes: fc.integer({ min: 1, max: 6000 }),
    text: words,
  }),
  fc.record({
    do: fc.constant('commit-end' as const),
    how: fc.constantFrom('done' as const, 'drop' as const, 'move' as const),
    which: place,
    minutes: fc.integer({ min: 1, max: 6000 }),
  }),
  fc.record({ do: fc.constant('offer' as const), case: place, which: place, anyway: fc.boolean() }),
  fc.record({
    do: fc.constant('answer' as const),
    case: place,
    answer: fc.constantFrom('yes' as const, 'no' as const),
    which: fc.option(place),
  }),
  fc.record({
    do: fc.constant('handoff' as const),
    case: place,
    department: fc.constantFrom('warehouse', 'finance', 'sales'),
    mail: fc.boolean(),
    text: words,
  }),
  fc.record({ do: fc.constant('receive' as const), case: place, text: words }),
  fc.record({ do: fc.constant('withdraw' as const), which: place, text: words }),
  fc.record({ do: fc.constant('feedback' as const) }),
  fc.record({
    do: fc.constant('schedule' as const),
    zone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin'),
    from: fc.integer({ min: 6, max: 10 }),
    saturday: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('targets' as const),
    minutes: fc.integer({ min: 1, max: 3000 }),
    pausedBy: fc.subarray([...PAUSES]),
    kind: fc.option(fc.constantFrom(...KINDS)),
  }),
  fc.record({
    do: fc.constant('template' as const),
    name: templateName,
    bodies: fc.dictionary(fc.constantFrom('vi', 'th', 'en'), fc.constantFrom('Dạ', 'ครับ', 'Hi {{customer.name}}'), {
      minKeys: 1,
    }),
    tags: fc.array(tag, { maxLength: 2 }),
  }),
  fc.record({ do: fc.constant('forget-template' as const), name: templateName }),
  fc.record({
    do: fc.constant('config' as const),
    key: fc.constantFrom('me', 'agent', 'shop', 'language'),
    value: fc.constantFrom(null, 'shop@desk.example', 'an@buyer.example,shop@desk.example', 'vi', 'Máy Mới'),
  }),
  fc.record({
    do: fc.constant('customer' as const),
    who: place,
    change: fc.record({
      fields: fc.record(
        {
          name: fc.constantFrom('Lan', 'Bình', 'An'),
          segment: orNull(SEGMENTS),
          consent: orNull(CONSENTS),
          company: orNull(['Máy Mới', 'x']),
          honorific: orNull(['chị', 'คุณ']),
          language: orNull(['vi', 'th']),
          internal: fc.boolean(),
          notes: words,
        },
        { requiredKeys: [] },
      ),
      own: fc.dictionary(fc.constantFrom('tầng', 'x'), fc.option(words), { maxKeys: 2 }),
      addTags: fc.array(tag, { maxLength: 2 }),
      removeTags: fc.array(tag, { maxLength: 2 }),
      addPoints: fc.array(point, { maxLength: 1 }),
      removePoints: fc.array(point, { maxLength: 1 }),
    }),
  }),
  fc.record({
    do: fc.constant('buy' as const),
    who: place,
    product: fc.constantFrom('OV65', 'Máy giặt'),
    amount: fc.option(fc.nat(30_000_000)),
    at: fc.option(fc.oneof(fc.integer({ min: 1, max: 2e12 }), fc.integer({ min: -20, max: 1 }).map(daysFromDemo))),
  }),
  fc.record({ do: fc.constant('unbuy' as const), which: place }),
  fc.record({ do: fc.constant('merge-customers' as const), from: place, into: place }),
  fc.record({ do: fc.constant('unmerge-customers' as const), which: place }),
  fc.record({ do: fc.constant('run-plans' as const), days: fc.nat(20) }),
  fc.record({ do: fc.constant('overrule' as const), who: place, which: place, reason: fc.option(fc.constant('x')) }),
  fc.record({
    do: fc.constant('import' as const),
    mails: fc.uniqueArray(fc.nat(MAILS.length - 1), { minLength: 1, maxLength: 6 }),
  }),
);

/** Typing that is kept: no action, so undo does not know it. */
export const typing: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('draft' as const),
  case: place,
  type: fc.constantFrom('reply' as const, 'note' as const),
  text: words,
});

/** Does one step; what the desk refuses in its own words is fine, anything else that is thrown is a bug. */
export async function take(context: Context, one: Step): Promise<void> {
  try {
    await act(context, one);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
  }
}

async function act(context: Context, one: Step): Promise<unknown> {
  const all = findCases(context, 'sort:number', 100);
  const numbers = (wanted: readonly number[]): number[] => wanted.map((at) => all[at % all.length] ?? 1);
  switch (one.do) {
    case 'new': {
      const { customer, subject, message } = one;
      return perform(context, newCase, { customer, subject, message, kind: 'service', channel: 'email' });
    }
    case 'reply': {
      const text = one.template === null ? { text: one.text } : { template: one.template };
      return perform(context, reply, {
        cases: numbers(one.cases),
        ...text,
        fields: {},
        addTags: [],
        fromDraft: false,
      });
    }
    case 'note':
      return perform(context, note, { case: numbers([one.case])[0] ?? 1, text: one.text, fromDraft: false });
    case 'set': {
      const cases = numbers(one.cases);
      return perform(context, setCase, { cases, fields: one.fields, addTags: one.add, removeTags: one.remove });
    }
    case 'field':
      return perform(context, setCase, {
        ...{ cases: numbers(one.cases), addTags: [], removeTags: [] },
        fields: { kind: one.kind, own: one.own },
      });
    case 'spawn': {
      const { kind, reason } = one;
      return perform(context, spawn, {
        ...{ case: numbers([one.case])[0] ?? 1, kind, reason, subject: null, note: 'from another case' },
      });
    }
    case 'call': {
      const { direction, text } = one;
      return perform(context, call, { case: numbers([one.case])[0] ?? 1, minutes: 5, text, direction });
    }
    case 'rate': {
      const { score, comment } = one;
      return perform(context, rate, { case: numbers([one.case])[0] ?? 1, score, comment });
    }
    case 'spam':
      return perform(context, spam, { cases: numbers(one.cases), not: one.not });
    case 'merge':
      return perform(context, merge, { from: numbers([one.from]), into: numbers([one.into])[0] ?? 1 });
    case 'unmerge': {
      const merged = all.flatMap((number) => readCase(context, number).merged);
      return perform(context, unmerge, { case: merged[one.case % merged.length] ?? 1 });
    }
    case 'split': {
      const [number = 1] = numbers([one.case]);
      const { entries } = readCase(context, number);
      const ids = one.entries.map((at) => entries[at % entries.length]?.id ?? 1);
      return perform(context, split, { case: number, entries: ids });
    }
    case 'link':
    case 'unlink': {
      const [number = 1, other = 1] = numbers([one.case, one.other]);
      return perform(context, one.do === 'link' ? link : unlink, { case: number, other });
    }
    case 'commit': {
      const { kind, minutes, text } = one;
      const at = (Math.floor(context.now() / 60_000) + minutes) * 60_000;
      const made = { cases: numbers(one.cases), customer: null, at, text, template: null };
      return perform(context, COMMITMENT_VERBS[kind].add, made);
    }
    case 'commit-end': {
      const open = toDo(context.store, COMMITMENTS, {}, 100);
      const found = open[one.which % open.length];
      if (found === undefined) return null;
      const at = (Math.floor(context.now() / 60_000) + one.minutes) * 60_000;
      const verbs = COMMITMENT_VERBS[found.kind];
      if (one.how === 'move') return perform(context, verbs.move, { id: found.id, at });
      return perform(context, verbs[one.how], { id: found.id });
    }
    case 'offer': {
      const step = stepAt(context, one.which);
      return perform(context, playbookOffer, { case: numbers([one.case])[0] ?? 1, ...step, anyway: one.anyway });
    }
    case 'answer': {
      const step = one.which === null ? { playbook: null, step: null } : stepAt(context, one.which);
      return perform(context, playbookAnswer, { case: numbers([one.case])[0] ?? 1, answer: one.answer, ...step });
    }
    case 'handoff': {
      const [number = 1] = numbers([one.case]);
      const missing = missingFor(context, number, getDepartment(context, one.department), {});
      const given = Object.fromEntries(
        missing.map(({ name, why }) => [name, why === 'empty' ? `2026-03-14 ${one.text}` : '1']),
      );
      const { department, mail } = one;
      return perform(context, handoff, { case: number, department, given, summary: one.text, mail, evidence: null });
    }
    case 'receive':
      return perform(context, handoffReceive, { case: numbers([one.case])[0] ?? 1, text: one.text });
    case 'feedback':
      return perform(context, sendFeedback, { department: 'rnd', mail: true, product: null, since: null });
    case 'withdraw': {
      const waiting = waitingHandoffs(context.store);
      const { id = 1 } = waiting[one.which % Math.max(1, waiting.length)] ?? {};
      return perform(context, withdraw, { handoff: id, reason: one.text, tell: true });
    }
    case 'schedule': {
      const before = scheduleToChange(context, 'desk');
      const day = [`${one.from}:00-17:00`];
      const week: typeof before.week = [day, day, day, day, day, one.saturday ? day : [], []];
      return perform(context, setSchedule, { ...before, zone: one.zone, week });
    }
    case 'targets': {
      const name = one.kind ?? 'desk';
      const ms = one.minutes * 60_000;
      return perform(context, setTargets, {
        ...targetsToChange(context, name),
        applies: one.kind === null ? {} : { kinds: [one.kind] },
        pausedBy: new Set(one.pausedBy),
        targets: { normal: { first: ms, next: ms, resolution: 2 * ms }, urgent: { first: 60_000 } },
      });
    }
    case 'customer':
      return perform(context, setCustomer, { ...NO_CHANGE, ...one.change, customer: who(context, one.who) });
    case 'buy': {
      const { product, amount, at } = one;
      const made = { product, amount, at, deliveredAt: null, serial: null, warrantyUntil: null, currency: 'VND' };
      return perform(context, addPurchase, { ...made, customer: who(context, one.who) });
    }
    case 'unbuy': {
      const bought = context.store.db.prepare<[], number>('SELECT id FROM purchases ORDER BY id').pluck().all();
      return perform(context, removePurchase, { id: bought[one.which % bought.length] ?? 1 });
    }
    case 'merge-customers':
      return perform(context, mergeCustomer, { from: who(context, one.from), into: who(context, one.into) });
    case 'unmerge-customers': {
      const merged = context.store.db
        .prepare<[], number>('SELECT id FROM customers WHERE merged_into IS NOT NULL ORDER BY id')
        .pluck()
        .all();
      return perform(context, unmergeCustomers, { customer: merged[one.which % merged.length] ?? 1 });
    }
    case 'run-plans': {
      const at = context.now() + one.days * DAY;
      return runPlansToEnd({ ...withPlans(context, ANY_PLANS), now: () => at });
    }
    case 'overrule': {
      const customer = who(context, one.who);
      const { marks } = readLedger(context, customer);
      const mark = marks[one.which % marks.length]?.key ?? '';
      return perform(context, overruleMark, { customer, mark, reason: one.reason });
    }
    case 'template': {
      const { name, bodies, tags } = one;
      const template = { name, title: name, tags, bodies, set: { status: 'solved' }, addTags: tags };
      const isNew = context.store.db.prepare('SELECT 1 FROM templates WHERE name = ?').get(name) === undefined;
      return perform(context, putTemplateAction, { template, isNew });
    }
    case 'forget-template':
      return perform(context, removeTemplateAction, { name: one.name });
    case 'config':
      return perform(context, setConfig, { key: one.key, value: one.value });
    case 'draft': {
      const number = numbers([one.case])[0] ?? 1;
      return typeDraft(context, number, one.text, one.type);
    }
    case 'import':
      return importMails(context, one.mails);
  }
}

/** A step of the playbooks that come with desk. */
function stepAt(context: Context, which: number): { playbook: string; step: string } {
  const all = readPlaybooks(context).good.flatMap(({ value }) =>
    value.steps.map(({ id }) => ({ playbook: value.name, step: id })),
  );
  return all[which % all.length] ?? { playbook: '', step: '' };
}

/** A customer by her place. */
function who({ store }: Context, at: number): number {
  const all = store.db.prepare<[], number>('SELECT id FROM customers ORDER BY id').pluck().all();
  return all[at % all.length] ?? 1;
}

/** Imports some of the sample mails as one mbox. */
export const importMails = (context: Context, mails: readonly number[]) =>
  importSources(context, {
    paths: ['-'],
    stdin: Readable.from([mboxOf(mails.map((at) => MAILS[at] ?? ''))]),
    format: 'mbox',
    solvedBefore: null,
  });
