import { queryTokens } from '../text/clusters.ts';

/** A token is letters, digits and marks only, so quoting it for FTS5 needs no escapes; the guard keeps it so. */
const quoted = (phrase: string, prefix: boolean): string => `"${phrase.replaceAll('"', '')}"${prefix ? '*' : ''}`;

/**
 * The FTS5 expression that finds a word or phrase: folded, so that marks may be left out; where marks were typed, those
 * tokens must also stand in the exact column. `null` when the text holds nothing that is indexed.
 */
export function matchExpression(text: string, prefix: boolean, columns = 'subject who body'): string | null {
  const { folded, exact } = queryTokens(text);
  if (folded.length === 0) return null;
  const anySpelling = `{${columns}} : ${quoted(folded.join(' '), prefix)}`;
  const marked = (exact ?? []).map((phrase, index, all) => {
    // a word that is still being typed is a prefix in both columns; one with marks at the end is the last phrase
    const typing = prefix && index === all.length - 1 && endsWith(folded, phrase);
    return `(exact : ${quoted(phrase, typing)})`;
  });
  return [`(${anySpelling})`, ...marked].join(' AND ');
}

const endsWith = (folded: readonly string[], phrase: string): boolean =>
  queryTokens(phrase).folded.at(-1) === folded.at(-1);
