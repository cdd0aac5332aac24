import type { PromiseFound } from '../../domain/promise/find-promises.ts';
import type { ComposeState } from '../state.ts';

/** Of the promises in an answer those that the agent has chosen to keep. */
export const keptPromises = ({ promised, keeps }: ComposeState): readonly PromiseFound[] =>
  keeps === 'none' ? [] : keeps === 'all' ? promised : promised.slice(keeps, keeps + 1);
