import { formOf } from '../../../domain/case-fields.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayField } from '../../../i18n/say-fields.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { type FieldRowName, fieldNames } from '../../commands/fields.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, type Line, say, selected, spaces, span, wrapped } from '../../parts/line.ts';
import type { FieldsScreen, State } from '../../state.ts';

const SIGN = 3;
const GAP = 2;

/** The fields of a case's kind, a row each, aligned; what is not filled in says so. */
export function fieldsView(state: State, screen: FieldsScreen): Frame {
  const words = wordsFor(state.locale);
  const { columns } = state.size;
  const { view, options } = screen;
  const title: Line = [
    say(' desk ', 'title'),
    say(` ${words.own.title(view.case.number)} `, 'strong'),
    say(` ${view.case.subject === '' ? words.noSubject : view.case.subject}`, 'dim'),
  ];
  const names = fieldNames(view);
  const labels = [...names.map((name) => labelOf(words, name)), words.own.offered, words.own.taken];
  const room = Math.min(Math.max(...labels.map((one) => width(clean(one, 'line')))), Math.floor(columns / 3));
  const row = (label: string, values: readonly string[], isCurrent: boolean, none: string): Line[] => {
    const said = values.flatMap((one) => wrap(clean(one, 'line'), Math.max(10, columns - SIGN - room - GAP - 1)));
    const name = pad(truncate(clean(label, 'line'), room), room + GAP);
    const lines = (said.length === 0 ? [clean(none, 'line')] : said).map(
      (one, at): Line => [
        say(at === 0 && isCurrent ? ' › ' : '   ', 'accent'),
        at === 0 ? span(name, 'dim') : span(spaces(room + GAP)),
        said.length === 0 ? span(one, 'dim') : span(one),
      ],
    );
    return lines.map((line, at) => (isCurrent && at === 0 ? selected(line) : line));
  };
  const lines: Line[] = [blank];
  let under = 0;
  let end = 0;
  for (const [at, name] of names.entries()) {
    if (at === screen.at) under = lines.length;
    lines.push(...row(labelOf(words, name), saidIn(state, screen, name), at === screen.at, words.own.empty));
    if (at === screen.at) end = lines.length;
  }
  const hint = (text: string): Line[] => [blank, ...wrapped(text, columns - 1, SIGN, 'dim')];
  const titles = (of: 'offered' | 'taken'): string[] => options[of].map((one) => one.title);
  if (view.case.kind === 'care' || options.offered.length + options.tried.length > 0)
    lines.push(
      ...row(words.own.offered, titles('offered'), false, words.none),
      ...row(words.own.taken, titles('taken'), false, words.none),
      ...hint(words.own.fromPlaybooks),
    );
  else if (names.length === 1) lines.push(...hint(words.own.none(words.kinds[view.case.kind])));
  const { body } = layoutOf(state.size);
  const top = end <= body ? 0 : Math.max(0, Math.min(under - 1, lines.length - body));
  return frame(state, title, lines.slice(top), KEYMAP, 'fields');
}

const labelOf = (words: Words, name: FieldRowName): string =>
  name === 'product' ? words.fields.product : words.caseFields[name];

function saidIn({ locale, now }: State, { view, options }: FieldsScreen, name: FieldRowName): string[] {
  if (name === 'product') return view.case.product === null ? [] : [view.case.product];
  const said = sayField(wordsFor(locale), view.own, name, locale, now);
  // what was tried last is what one asks for first
  if (formOf(name) !== 'lines') return said;
  return [...said.toReversed(), ...options.tried.map(({ title }) => title).toReversed()];
}
