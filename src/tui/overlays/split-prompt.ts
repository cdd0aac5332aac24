import type { Entry } from '../../domain/entry.ts';
import { wordsFor } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { type Line, say, span } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { SplitUse, State } from '../state.ts';

const SHOWN = 5;

/** The entries that `1 3-4` names by their place in the timeline; null where it names none, or one that is not there. */
export function entriesNamed(text: string, entries: readonly Entry[]): Entry[] | null {
  const places = new Set<number>();
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(word) ?? [];
    if (first === undefined) return null;
    const to = Number(last ?? first);
    if (to > entries.length) return null;
    for (let place = Number(first); place <= to; place += 1) places.add(place);
  }
  const named = entries.filter((_, index) => places.has(index + 1));
  return named.length === 0 || named.length !== places.size ? null : named;
}

/** The beginnings of the entries that would go: before Enter one sees which they are. */
export function splitLines(use: SplitUse, text: string, state: State): Line[] {
  const words = wordsFor(state.locale);
  const named = entriesNamed(text, use.entries) ?? [];
  const lines = named.slice(0, SHOWN).map((entry): Line => {
    const name = entry.author === '' ? words.parties[entry.party] : entry.author;
    return [
      say(`  ${use.entries.indexOf(entry) + 1} `, 'accent'),
      say(name),
      span(clean(`: ${entry.text.slice(0, 200)}`, 'line'), 'dim'),
    ];
  });
  return named.length > SHOWN ? [...lines, [say(`  … ${named.length}`, 'dim')]] : lines;
}

/** Enter: the prompt stays open until it has worked. */
export function splitEntered(state: State, use: SplitUse, text: string): Step {
  if (text === '') return [{ ...state, overlay: null }, []];
  const named = entriesNamed(text, use.entries);
  if (named === null) {
    const { tui } = wordsFor(state.locale);
    return [{ ...state, notice: { text: tui.badEntries(text, use.entries.length), tone: 'error' } }, []];
  }
  const entries = named.map((entry) => entry.id);
  return [{ ...state, notice: null }, [{ do: 'work', work: { what: 'split', number: use.number, entries } }]];
}
