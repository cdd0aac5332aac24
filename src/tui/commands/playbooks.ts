import type { CasePlaybooks } from '../../actions/read-playbooks.ts';
import { isAnswered, type Step as LadderStep, type Playbook } from '../../domain/playbook/playbook.ts';
import { wordsFor } from '../../i18n/index.ts';
import { sayWhyNot } from '../../i18n/say-playbook.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber } from './list.ts';

/** `p`: the playbooks that fit the case under the hand. */
export function show(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-playbooks', number }]];
}

/** They are read, for the first time or again: the cursor stays, or goes to the next step where that is another one now. */
export function playbooksRead(state: State, book: CasePlaybooks): Step {
  const { screen } = state;
  const was = screen.name === 'playbooks' && screen.book.number === book.number ? screen : null;
  const shown = was?.book.standing[was.which];
  const same = book.standing.findIndex(({ playbook }) => playbook.name === shown?.playbook.name);
  const which = Math.max(0, same);
  const ladder = book.standing[which]?.ladder;
  const stays = was !== null && same >= 0 && shown?.ladder.next === ladder?.next;
  const next = ladder?.rungs.findIndex(({ step }) => step.id === ladder.next) ?? 0;
  const at = stays ? was.at : Math.max(0, next);
  const back = was?.back ?? screen;
  return [{ ...state, screen: { name: 'playbooks', book, which, at, back } }, []];
}

/** `Tab`: the next playbook, its cursor on the step to offer. */
export function other(state: State): Step {
  const { screen } = state;
  if (screen.name !== 'playbooks' || screen.book.standing.length === 0) return none(state);
  const which = (screen.which + 1) % screen.book.standing.length;
  const ladder = screen.book.standing[which]?.ladder;
  const next = ladder?.rungs.findIndex(({ step }) => step.id === ladder.next) ?? 0;
  return [{ ...state, notice: null, screen: { ...screen, which, at: Math.max(0, next) } }, []];
}

const none = (state: State): Step => [
  { ...state, notice: { text: wordsFor(state.locale).playbooks.none, tone: 'info' } },
  [],
];

interface Hand {
  readonly number: number;
  readonly playbook: Playbook;
  readonly step: LadderStep;
}

/** Something is done with the step under the cursor. */
const onStep =
  (does: (state: State, hand: Hand) => Step) =>
  (state: State): Step => {
    const { screen } = state;
    if (screen.name !== 'playbooks') return [state, []];
    const standing = screen.book.standing[screen.which];
    const rung = standing?.ladder.rungs[screen.at];
    if (standing === undefined || rung === undefined) return none(state);
    return does(state, { number: screen.book.number, playbook: standing.playbook, step: rung.step });
  };

/** Enter: the step is offered; its words go into the answer. One that a fact speaks against says so. */
export const offer = onStep((state, { number, playbook, step }) => {
  const { screen } = state;
  const rung = screen.name === 'playbooks' ? screen.book.standing[screen.which]?.ladder.rungs[screen.at] : undefined;
  if (rung !== undefined && !rung.fits && rung.why.some(({ value }) => value !== null)) {
    const text = sayWhyNot(wordsFor(state.locale), rung.why);
    return [{ ...state, notice: { text, tone: 'error' } }, []];
  }
  return [state, [{ do: 'offer-step', number, playbook: playbook.name, step: step.id }]];
});

/** `y` and `n`: the customer's answer to it. */
export const answer = (said: 'yes' | 'no'): ((state: State) => Step) =>
  onStep((state, { number, playbook, step }) => {
    if (!isAnswered(step)) {
      const { errors } = wordsFor(state.locale);
      return [
        { ...state, notice: { text: errors['step-unanswered']({ step: step.id }).join(' '), tone: 'error' } },
        [],
      ];
    }
    const work = { what: 'playbook-answer' as const, number, playbook: playbook.name, step: step.id, answer: said };
    return [state, [{ do: 'work', work }]];
  });
