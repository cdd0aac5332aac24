import type { Attachment } from '../../actions/attachments.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { currentNumber } from './list.ts';

/** `a`: the files that came with the case. */
export function askFiles(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-files', number }]];
}

/** The files to choose from, once they are read. */
export function offerFiles(state: State, number: number, files: readonly Attachment[]): Step {
  if (files.length > 0) return [{ ...state, overlay: { name: 'files', number, files, at: 0 } }, []];
  return [{ ...state, notice: { text: wordsFor(state.locale).keeping.noAttachments, tone: 'info' } }, []];
}
