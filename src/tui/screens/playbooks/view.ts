import type { CasePlaybooks, PlaybookInWords, PlaybookStanding } from '../../../actions/read-playbooks.ts';
import type { Ladder, Rung } from '../../../domain/playbook/ladder.ts';
import type { Words } from '../../../i18n/index.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { sayCost, sayPage, sayStepAnswer, sayWhyNot, titleIn } from '../../../i18n/say-playbook.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { flow } from '../../parts/flow.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, type Line, lineWidth, type Span, say, selected, spaces, span, wrapped } from '../../parts/line.ts';
import type { PlaybooksScreen, State } from '../../state.ts';

const INDENT = 5;

/** A playbook of a case: its steps in order, which fits and why the others do not, and what was answered. */
export function playbooksView(state: State, screen: PlaybooksScreen): Frame {
  const words = wordsFor(state.locale);
  const { playbooks } = words;
  const { columns } = state.size;
  const { book } = screen;
  const title: Line = [
    say(' desk ', 'title'),
    say(` ${playbooks.title(book.number)} `, 'strong'),
    say(` ${book.subject === '' ? words.noSubject : book.subject}`, 'dim'),
  ];
  const broken = book.broken.length === 0 ? [] : wrapped(playbooks.brokenMore(book.broken.length), columns, 1, 'warn');
  const standing = book.standing[screen.which];
  if (standing === undefined)
    return frame(state, title, [blank, ...wrapped(playbooks.none, columns, 2), ...broken], KEYMAP, 'playbooks');
  const lines: Line[] = [...broken, ...headLines(state, screen, standing, words)];
  let under = 0;
  let end = 0;
  for (const [at, rung] of standing.ladder.rungs.entries()) {
    const isCurrent = at === screen.at;
    if (isCurrent) under = lines.length;
    lines.push(...rungLines(state, book, standing, rung, isCurrent));
    if (isCurrent) end = lines.length;
  }
  const { body } = layoutOf(state.size);
  // all of the step under the cursor, as far as it has room
  const top = Math.max(0, Math.min(under - 1, Math.max(end - body, lines.length - body)));
  return frame(state, title, lines.slice(end <= body ? 0 : top), KEYMAP, 'playbooks');
}

function headLines(state: State, { book, which }: PlaybooksScreen, standing: PlaybookStanding, words: Words): Line[] {
  const { playbooks } = words;
  const { playbook, sure, ladder } = standing;
  const name = titleIn(playbook.titles, state.locale, playbook.name);
  const about: Span[] = [
    say(name, 'strong'),
    ...(book.standing.length > 1 ? [say(playbooks.which(which + 1, book.standing.length), 'dim')] : []),
    ...(sure ? [] : [say(playbooks.maybe, 'warn')]),
    ...(ladder.next === null ? [say(playbooks.ended, 'good')] : []),
    ...(book.asked.length === 0
      ? []
      : [say(playbooks.handOff(book.asked.map((one) => department(state, book, one)).join(', ')), 'warn')]),
  ];
  return [...indented(about, state.size.columns, 1), blank];
}

const indented = (spans: readonly Span[], columns: number, indent: number): Line[] =>
  flow(spans, Math.max(10, columns - indent - 1)).map((line) => [span(spaces(indent)), ...line]);

function rungLines(
  state: State,
  book: CasePlaybooks,
  { playbook, ladder, said: filled }: PlaybookInWords,
  rung: Rung,
  isCurrent: boolean,
): Line[] {
  const words = wordsFor(state.locale);
  const { columns } = state.size;
  const { step } = rung;
  const head: Line = [say(isCurrent ? ' › ' : '   ', 'accent'), say(ladder.next === step.id ? '▸ ' : '  ', 'accent')];
  const names = flow(
    [
      say(titleIn(step.titles, state.locale, step.id), rung.fits ? 'plain' : 'dim'),
      ...(rung.answer === null ? [] : [say(sayStepAnswer(words, step, rung.answer), answerTone(rung))]),
      ...standsNow(ladder, rung, words),
    ],
    Math.max(10, columns - INDENT - 1),
  );
  const first = names.map((line, at): Line => [...(at === 0 ? head : [span(spaces(lineWidth(head)))]), ...line]);
  const mine = book.figures.find((one) => one.playbook === playbook.name && one.step === step.id);
  const about = [
    words.playbooks.kinds[step.kind],
    sayCost(words, step.cost),
    ...(step.department === null ? [] : [words.playbooks.by(department(state, book, step.department))]),
    ...(mine === undefined ? [] : [words.playbooks.figures(mine.offered, mine.taken)]),
    ...(mine?.rating == null ? [] : [words.playbooks.rating(mine.rating.toFixed(1))]),
  ].map((text) => say(text, 'dim'));
  const why = rung.fits ? [] : wrapped(sayWhyNot(words, rung.why), columns - 1, INDENT, 'warn');
  const said = isCurrent ? wordLines(state, rung, filled[step.id]) : [];
  const shown = isCurrent ? first.map((line) => selected(line)) : first;
  return [...shown, ...indented(about, columns, INDENT), ...why, ...said];
}

/** What is said to the customer; as it stands in the file where that can't be filled in. */
function wordLines(state: State, { step }: Rung, filled: string | undefined): Line[] {
  const text = filled ?? step.words[state.locale] ?? Object.values(step.words)[0];
  return text === undefined ? [] : text.split('\n').flatMap((one) => wrapped(one, state.size.columns - 1, INDENT));
}

function standsNow({ next, waiting }: Ladder, { step }: Rung, { playbooks }: Words): Span[] {
  if (next !== step.id) return [];
  return [waiting ? say(playbooks.waits, 'warn') : say(playbooks.nextOne, 'good')];
}

const department = ({ locale }: State, { departments }: CasePlaybooks, name: string): string =>
  sayPage(departments, locale, name);

const answerTone = ({ answer }: Rung): 'good' | 'warn' | 'dim' =>
  answer === 'yes' ? 'good' : answer === 'offered' ? 'warn' : 'dim';
