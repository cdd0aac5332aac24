import { answersAutomatic } from '../../../actions/compose-reply.ts';
import type { CaseView } from '../../../actions/read-cases.ts';
import { strangersIn } from '../../../actions/recipients.ts';
import type { PromiseFound } from '../../../domain/promise/find-promises.ts';
import { byteSize } from '../../../i18n/byte-size.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayWhen } from '../../../i18n/say-when.ts';
import { fieldName, valueName } from '../../../i18n/value-words.ts';
import { addressesText } from '../../../text/address.ts';
import { type Clean, clean, joinClean, joinCleanWith } from '../../../text/clean.ts';
import { width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { keptPromises } from '../../commands/kept-promises.ts';
import { editorText } from '../../editor/editor.ts';
import { layoutOf } from '../../layout.ts';
import { blank, type Line, say, spaces, span, type Tone, wrapped } from '../../parts/line.ts';
import type { ComposeState, State } from '../../state.ts';
import { type AnswerShown, answerShown, goesElsewhere } from './answer-shown.ts';
import { recipients } from './lines.ts';

/** The last look: whom it goes to, what goes along, what happens then, and the words exactly as they go out. */
export function reviewLines(state: State, draft: ComposeState): Line[] {
  const words = wordsFor(state.locale);
  const columns = columnsOf(state);
  if (draft.type === 'note')
    return [[say(` ${words.tui.noteExplained}`, 'warn')], blank, ...block(editorText(draft.editor), columns)];
  if (state.shown === null) return block(editorText(draft.editor), columns);
  const answer = answerShown(state.shown, draft);
  const head = answer.state === 'manual' ? [] : mailHead(state, state.shown, answer);
  return [
    ...(answer.state === 'manual' ? label(words.fields.to, recipients(state, draft), columns) : []),
    ...head,
    ...label(words.tui.afterwards, clean(afterwards(draft, words), 'line'), columns),
    ...promiseLines(state, draft),
    ...explained(state, state.shown, answer).flatMap((one) => wrapped(one, columns + 1, 1, 'warn')),
    blank,
    ...block(answer.text, columns),
    ...(answer.quoted === '' ? [] : [blank, ...block(answer.quoted, columns, 'dim')]),
  ];
}

/** What the answer promises: offered, or kept. */
function promiseLines(state: State, draft: ComposeState): Line[] {
  const { due } = wordsFor(state.locale);
  const { promised, keeps } = draft;
  if (promised.length === 0) return [];
  const when = (all: readonly PromiseFound[]): string =>
    all.map(({ at }) => sayWhen(at, state.now, state.locale, state.zone())).join(' · ');
  const columns = columnsOf(state) + 1;
  if (keeps === 'none') {
    const offer = promised.length === 1 ? due.offer(when(promised)) : due.offers(promised.length, when(promised));
    return wrapped(offer, columns, 1, 'accent');
  }
  return wrapped(due.taken(when(keptPromises(draft))), columns, 1, 'good');
}

const columnsOf = (state: State): number => Math.max(20, layoutOf(state.size).columns - 4);

const block = (text: string, columns: number, tone: Tone = 'plain'): Line[] =>
  wrap(clean(text, 'block'), columns).map((row): Line => [span(spaces(2)), span(row, tone)]);

function label(name: string, value: Clean, columns: number): Line[] {
  const ask = clean(` ${name}: `, 'line');
  return wrap(value, columns - width(ask)).map((row, at) => [
    at === 0 ? span(ask, 'dim') : span(spaces(width(ask))),
    span(row),
  ]);
}

/** Who gets the mail, from whom, what goes along and when it leaves; where it asks for the agent's eye, in red. */
function mailHead(state: State, view: CaseView, answer: AnswerShown): Line[] {
  const { fields, review } = wordsFor(state.locale);
  const columns = columnsOf(state);
  const row = (name: string, value: Clean): Line[] => (value === '' ? [] : label(name, value, columns));
  const files = answer.parts.map(({ name, size }) =>
    joinClean(clean(name, 'filename'), clean(` (${byteSize(size)})`, 'line')),
  );
  const { leaveAt } = answer;
  const leaves = leaveAt === null ? '' : sayWhen(leaveAt, state.now, state.locale, state.zone());
  return [
    ...label(fields.from, addressesText([answer.from]), columns),
    ...label(fields.to, addressesText(answer.to), columns),
    ...row(review.cc, addressesText(answer.cc)),
    ...row(review.bcc, addressesText(answer.bcc)),
    ...elsewhere(state, view, answer),
    ...warnings(state, view, answer).flatMap((one) => wrapped(one, columns + 1, 1, 'danger')),
    ...label(fields.subject, clean(answer.subject, 'line'), columns),
    ...row(review.files, joinCleanWith(clean(', ', 'line'), files)),
    ...row(review.leaves, clean(leaves, 'line')),
  ];
}

/** A Reply-To in another domain stands beside the To, and what is done about it. */
function elsewhere(state: State, view: CaseView, answer: AnswerShown): Line[] {
  if (view.replyTo === null) return [];
  const { review } = wordsFor(state.locale);
  const columns = columnsOf(state);
  const isTaken = goesElsewhere(view, answer);
  return [
    ...label(review.replyTo, addressesText([view.replyTo]), columns),
    ...wrapped(isTaken ? review.replyToTaken : review.replyToOther, columns + 1, 1, isTaken ? 'dim' : 'warn'),
  ];
}

/** Recipients that may not be meant; those that the agent has typed are. */
function warnings({ locale, screen, now }: State, view: CaseView, answer: AnswerShown): string[] {
  const { tui, review } = wordsFor(locale);
  const isChosen = screen.name === 'compose' && screen.draft.head.to !== undefined;
  const to = answer.to.map((one) => one.address).join(', ');
  return [
    ...(isChosen ? [] : strangersIn(answer.to, view.customer).map(tui.stranger)),
    ...(!isChosen && answersAutomatic(view.entries) && to !== '' ? [tui.toAutomatic(to)] : []),
    ...(answer.leaveAt !== null && answer.leaveAt <= now ? [review.leavesOver] : []),
  ];
}

/** What becomes of it once it is sent. */
function explained({ locale }: State, { senders }: CaseView, answer: AnswerShown): string[] {
  const { tui, review } = wordsFor(locale);
  if (answer.state === 'manual') return [tui.manualExplained];
  if (answer.state === 'held') return [senders.some((one) => one.sends) ? review.leavesHeld : tui.heldExplained];
  return [answer.leaveAt === null ? tui.queuedExplained : review.leavesThen];
}

/** How the case will stand: what the template sets, and that it is the customer's turn. */
function afterwards({ template }: ComposeState, words: Words): string {
  const { status = 'pending', ...others } = template?.set ?? {};
  const fields = Object.entries(others).map(
    ([field, raw]) => `${fieldName(words, field)}: ${valueName(words, field, raw)}`,
  );
  return [valueName(words, 'status', status), ...fields, ...(template?.addTags ?? []).map((tag) => `#${tag}`)].join(
    ' · ',
  );
}
