import type { Term } from './query.ts';

/** A word or phrase that a query looks for in texts. */
export interface Wanted {
  readonly text: string;
  readonly prefix: boolean;
}

/** What a query looks for in texts; what it wants to be absent is not among it. */
export function wantedTexts(term: Term): Wanted[] {
  switch (term.type) {
    case 'word':
      return [{ text: term.text, prefix: term.prefix }];
    case 'phrase':
      return [{ text: term.text, prefix: false }];
    case 'and':
    case 'or':
      return term.terms.flatMap(wantedTexts);
    default:
      return [];
  }
}
