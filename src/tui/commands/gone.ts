import type { DeskError } from '../../domain/errors.ts';
import type { Step } from '../program.ts';
import { readAnew } from '../read-anew.ts';
import type { Screen, State } from '../state.ts';
import { reload } from './list.ts';

const GONE: ReadonlySet<string> = new Set(['customer-forgotten', 'case-forgotten']);
/** Of everybody, of whom one is gone. */
const OF_ALL: ReadonlySet<string> = new Set<Screen['name']>(['customers', 'duplicates']);
const STAY: ReadonlySet<string> = new Set<Screen['name']>(['list', 'compose']);

/** Whoever was forgotten is on no screen any more; what is being typed stays, as long as it is not kept. Null: nobody was. */
export function leaveForgotten(state: State, { what }: DeskError): Step | null {
  if (!GONE.has(what) || STAY.has(state.screen.name)) return null;
  if (OF_ALL.has(state.screen.name)) return [state, readAnew(state)];
  const left: State = { ...state, screen: { name: 'list' } };
  return [left, [reload(left)]];
}
