import { wordsFor } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { type Line, say, span } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { SplitUse, State } from '../state.ts';
import { placesNamed } from './places-named.ts';

const SHOWN = 5;

/** The beginnings of the entries that would go: before Enter one sees which they are. */
export function splitLines(use: SplitUse, text: string, state: State): Line[] {
  const words = wordsFor(state.locale);
  const named = placesNamed(text, use.entries) ?? [];
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
  const named = placesNamed(text, use.entries);
  if (named === null) {
    const { tui } = wordsFor(state.locale);
    return [{ ...state, notice: { text: tui.badEntries(text, use.entries.length), tone: 'error' } }, []];
  }
  const entries = named.map((entry) => entry.id);
  return [{ ...state, notice: null }, [{ do: 'work', work: { what: 'split', number: use.number, entries } }]];
}
