import type { Attachment } from '../../actions/attachments.ts';
import { byteSize } from '../../i18n/byte-size.ts';
import { clean } from '../../text/clean.ts';
import { pad, truncate } from '../../text/width.ts';
import { prompt } from '../commands/work.ts';
import { type Key, latinKey } from '../keys.ts';
import { type Line, say, span } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { FilesState, State } from '../state.ts';

const NAME = 44;

/** A key in the list of files: choose, open after a question, save one or all. */
export function filesKey(state: State, overlay: FilesState, key: Key): Step {
  const { number, files, at } = overlay;
  const to = (wanted: number): Step => [
    { ...state, overlay: { ...overlay, at: Math.max(0, Math.min(wanted, files.length - 1)) } },
    [],
  ];
  const file = files[at];
  const { name } = latinKey(key);
  if (name === 'Esc' || name === 'q' || file === undefined) return [{ ...state, overlay: null }, []];
  if (name === 'j' || name === 'Down') return to(at + 1);
  if (name === 'k' || name === 'Up') return to(at - 1);
  if (name === 's') return [prompt(state, { what: 'save-files', number, file }, '.'), []];
  if (name === 'S') return [prompt(state, { what: 'save-files', number, file: null }, '.'), []];
  if (name !== 'Enter' && name !== 'o') return [state, []];
  return [{ ...state, overlay: { name: 'confirm', ask: { what: 'open-file', number, file } } }, []];
}

/** One file: its name, which a stranger gave, its size and what it says it is. */
export const fileLine = ({ name, size, type }: Pick<Attachment, 'name' | 'size' | 'type'>): Line => [
  span(pad(truncate(clean(name, 'filename'), NAME), NAME)),
  say(` ${byteSize(size).padStart(7)}  `, 'dim'),
  span(clean(type, 'identifier'), 'dim'),
];
