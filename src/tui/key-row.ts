import type { VerbId } from '../actions/registry.ts';
import type { KeyId } from './key-name.ts';
import type { Step } from './program.ts';
import type { State } from './state.ts';

/** Where a key counts. */
export type Place =
  | 'list'
  | 'case'
  | 'compose'
  | 'review'
  | 'help'
  | 'history'
  | 'mail'
  | 'agenda'
  | 'why'
  | 'playbooks'
  | 'handoffs'
  | 'journey'
  | 'customers'
  | 'duplicates'
  | 'fields';

export type KeyGroup = 'move' | 'answer' | 'work' | 'find' | 'go' | 'desk';

/** One row of the table from which dispatch, bottom bar, help, palette, README and test driver come. */
export interface KeyRow {
  readonly id: KeyId;
  readonly in: readonly Place[];
  /** names as keys.ts gives them; `s o` is a chord; none: palette only */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  readonly does: (state: State) => Step;
  /** the order in the bottom bar; left out: not there */
  readonly bar?: number;
  /** it stands in the bar only where this is so */
  readonly when?: (state: State) => boolean;
  /** changes the store: off when the store is only read */
  readonly writes?: true;
  /** it goes out to people: shown in the colour of that in the bar */
  readonly danger?: true;
  /** the verb of the product that this is a spelling of */
  readonly verb?: VerbId;
  /** another verb that the same key is a spelling of */
  readonly also?: VerbId;
}

/** The two places where one works on cases. */
export const ON_CASES: readonly Place[] = ['list', 'case'];
