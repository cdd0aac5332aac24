import { wordsFor } from '../../../i18n/index.ts';
import { sayWhy, type WhyLine } from '../../../i18n/say-why.ts';
import { queryOf } from '../../commands/list.ts';
import { layoutOf } from '../../layout.ts';
import { blank, type Line, type Tone, wrapped } from '../../parts/line.ts';
import type { Screen, State } from '../../state.ts';

const LOOKS: Readonly<Record<WhyLine['sort'], { readonly indent: number; readonly tone: Tone }>> = {
  next: { indent: 1, tone: 'strong' },
  late: { indent: 1, tone: 'danger' },
  head: { indent: 1, tone: 'accent' },
  fact: { indent: 1, tone: 'dim' },
  ran: { indent: 3, tone: 'plain' },
  stood: { indent: 3, tone: 'dim' },
  blank: { indent: 0, tone: 'plain' },
};

/** What the list asks for, which is why the case stands in it. */
const inView = ({ list, locale }: State): WhyLine[] => [
  { sort: 'blank', text: '' },
  { sort: 'fact', text: wordsFor(locale).due.inView(asked(list, locale)) },
];

/** The name of the view, or what was typed. */
const asked = (list: State['list'], locale: State['locale']): string =>
  list.search === null && list.narrow === null ? wordsFor(locale).views[list.view] : queryOf(list);

/** All of the explanation, as wide as the window. */
export function whyLines(state: State, { why, priority }: Extract<Screen, { name: 'why' }>): Line[] {
  const words = wordsFor(state.locale);
  const { columns } = layoutOf(state.size);
  const told = { words, locale: state.locale, now: state.now, zone: state.zone() };
  const lines = [...sayWhy(why, words.priorities[priority], told), ...inView(state)];
  return lines.flatMap(({ sort, text }) => {
    const { indent, tone } = LOOKS[sort];
    return sort === 'blank' ? [blank] : wrapped(text, columns - 1, indent, tone);
  });
}
