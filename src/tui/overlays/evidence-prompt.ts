import type { HandoffFile } from '../../actions/handoff-evidence.ts';
import { wordsFor } from '../../i18n/index.ts';
import { prompt } from '../commands/work.ts';
import type { HandoffForm } from '../messages.ts';
import { type Line, say } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { HandoffUse, State } from '../state.ts';
import { fileLine } from './files.ts';
import { placesNamed } from './places-named.ts';

type EvidenceUse = Extract<HandoffUse, { what: 'handoff-evidence' }>;

/** Which of the customer's files go with the packet: what would go by itself stands in the line already. */
export function askEvidence(state: State, number: number, form: HandoffForm): State {
  const { department, title, given, files, proposed } = form;
  const places = files.flatMap(({ sha256 }, at) => (proposed.includes(sha256) ? [at + 1] : []));
  return prompt(state, { what: 'handoff-evidence', number, department, title, given, files }, places.join(' '));
}

/** The files that are meant; none where nothing is typed; null: one of them is not there. */
const named = ({ files }: EvidenceUse, text: string): HandoffFile[] | null =>
  text === '' ? [] : placesNamed(text, files);

/** Enter: the case is handed off with these files. */
export function evidenceEntered(state: State, use: EvidenceUse, text: string): Step {
  const { number, department, given, files } = use;
  const chosen = named(use, text);
  if (chosen === null) {
    const { handoffs } = wordsFor(state.locale);
    return [{ ...state, notice: { text: handoffs.badFiles(text, files.length), tone: 'error' } }, []];
  }
  const evidence = chosen.map(({ sha256 }) => sha256);
  const work = { what: 'handoff' as const, number, department, given, evidence };
  return [{ ...state, notice: null }, [{ do: 'work', work }]];
}

/** The files by their places; before Enter one sees which go. */
export function evidenceLines(use: EvidenceUse, text: string): Line[] {
  const chosen = named(use, text) ?? [];
  return use.files.map((file, at): Line => {
    const goes = chosen.includes(file);
    return [say(` ${goes ? '✓' : ' '} ${at + 1} `, goes ? 'accent' : 'dim'), ...fileLine(file)];
  });
}
