import { queryTokens } from '../text/clusters.ts';

/** A token is letters, digits and marks only, so quoting it for FTS5 needs no escapes; the guard keeps it so. */
const quoted = (tokens: readonly string[], prefix: boolean): string =>
  `"${tokens.join(' ').replaceAll('"', '')}"${prefix ? '*' : ''}`;

/**
 * The FTS5 expression that finds a word or phrase: folded, so that marks may be left out; where marks were typed, those
 * tokens must also stand in the exact column. `null` when the text holds nothing that is indexed.
 */
export function matchExpression(text: string, prefix: boolean): string | null {
  const { folded, exact } = queryTokens(text);
  if (folded.length === 0) return null;
  const anySpelling = `{subject who body} : ${quoted(folded, prefix)}`;
  if (exact === null || exact.length === 0) return anySpelling;
  return `(${anySpelling}) AND exact : ${quoted(exact, prefix)}`;
}
