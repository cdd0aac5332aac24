import { asTyped, wireAddress } from '../../actions/mailing/head.ts';
import { quoteOfLast } from '../../actions/mailing/quote.ts';
import type { CaseView } from '../../actions/read-cases.ts';
import { type HeadChange, withChosen } from '../../domain/draft-head.ts';
import { normalAddress } from '../../domain/entry.ts';
import { DeskError } from '../../domain/errors.ts';
import { wordsFor } from '../../i18n/index.ts';
import { errorLine } from '../../i18n/say-error.ts';
import type { Step } from '../program.ts';
import { type AnswerShown, answerShown, goesElsewhere, senderOf } from '../screens/compose/answer-shown.ts';
import type { ComposeState, HeadField, State } from '../state.ts';
import { keepEffect } from './compose.ts';
import { prompt } from './work.ts';

/** An answer by mail in its review. */
interface Reviewed {
  readonly draft: ComposeState;
  readonly view: CaseView;
  readonly answer: AnswerShown;
}

/** Is it a mail that is being looked at once more? */
export const isMail = ({ screen, shown }: State): boolean =>
  screen.name === 'compose' && screen.draft.type === 'reply' && shown?.case.channel === 'email';

/** Does the customer's mail ask for the answer elsewhere? */
export const asksElsewhere = (state: State): boolean => isMail(state) && state.shown?.replyTo != null;

const told = (state: State, text: string, tone: 'info' | 'error' = 'info'): Step => [
  { ...state, notice: { text, tone } },
  [],
];

/** A key that is for mails; elsewhere it says why it does nothing. */
const onMail =
  (does: (state: State, reviewed: Reviewed) => Step) =>
  (state: State): Step => {
    const { screen, shown } = state;
    if (screen.name !== 'compose' || shown === null || screen.draft.sending) return [state, []];
    const { draft } = screen;
    const { noteExplained, manualExplained } = wordsFor(state.locale).tui;
    if (draft.type === 'note') return told(state, noteExplained);
    if (!isMail(state)) return told(state, manualExplained);
    return does(state, { draft, view: shown, answer: answerShown(shown, draft) });
  };

/** The answer with what was chosen now, which is kept with the draft at once. */
export function choose(state: State, change: HeadChange): Step {
  if (state.screen.name !== 'compose') return [state, []];
  const { draft } = state.screen;
  const next = { ...draft, head: withChosen(draft.head, change) };
  return [{ ...state, notice: null, screen: { name: 'compose', draft: next } }, [keepEffect(next)]];
}

/** A line to change one part of the head, with what stands there in it. */
export const askHead = (field: HeadField): ((state: State) => Step) =>
  onMail((state, { answer }) => {
    const text = field === 'subject' ? answer.subject : asTyped(answer[field]);
    return [prompt(state, { what: 'head', field, had: text }, text), []];
  });

export const askAttach = onMail((state) => [prompt(state, { what: 'attach', offered: [] }), []]);

export const askLater = onMail((state, { answer }) =>
  answer.state === 'queued'
    ? [prompt(state, { what: 'leave-at' }), []]
    : told(state, wordsFor(state.locale).review.leavesHeld),
);

/** The next of our addresses that can send; the proposed one is among them. */
export const nextFrom = onMail((state, { view, draft }) => {
  const now = senderOf(view, draft.head);
  const able = view.senders.filter((one) => one.sends || one === now);
  const next = able[(now === undefined ? 0 : able.indexOf(now) + 1) % able.length];
  if (next === undefined || next === now) return told(state, wordsFor(state.locale).review.oneFrom);
  const isProposed = normalAddress(next.from.address) === normalAddress(view.reply.from.address);
  return choose(state, { from: isProposed ? undefined : next.from.address });
});

/** The last file no longer goes along. */
export const unattach = onMail((state, { answer: { parts } }) => {
  const { review } = wordsFor(state.locale);
  const last = parts.at(-1);
  if (last === undefined) return told(state, review.noFile);
  const [next, effects] = choose(state, { parts: parts.length === 1 ? undefined : parts.slice(0, -1) });
  return [{ ...next, notice: { text: review.fileOff(last.name), tone: 'info' } }, effects];
});

export const quote = onMail((state, { view, draft }) => {
  if (quoteOfLast(view.entries) === '') return told(state, wordsFor(state.locale).review.nothingToQuote);
  return choose(state, { quote: draft.head.quote === true ? undefined : true });
});

/** The agent says yes to a Reply-To in another domain, or takes that back: for this draft alone. */
export const useReplyTo = onMail((state, { view, answer }) => {
  const words = wordsFor(state.locale);
  if (view.replyTo === null) return told(state, words.review.noReplyTo(view.case.number));
  if (goesElsewhere(view, answer)) return choose(state, { to: undefined });
  try {
    wireAddress(view.replyTo.address);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    return told(state, errorLine(words, error), 'error');
  }
  return choose(state, { to: [view.replyTo] });
});
