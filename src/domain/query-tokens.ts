/** A piece of a query: brackets, OR and the minus before a term are syntax; a phrase stood in double quotes. */
export interface QueryToken {
  readonly kind: 'syntax' | 'phrase' | 'plain';
  readonly text: string;
}

/** Cuts a query into words, "phrases", brackets and minus signs; quotes inside `key:"two words"` stay with their key. */
export function tokenise(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  const pattern = /\s+|([()])|(-)(?=[^\s])|"([^"]*)"?|((?:[^\s()"]|"[^"]*"?)+)/guy;
  for (const [, bracket, minus, phrase, plain] of text.matchAll(pattern)) {
    const syntax = bracket ?? minus ?? (plain === 'OR' ? plain : undefined);
    if (syntax !== undefined) tokens.push({ kind: 'syntax', text: syntax });
    else if (phrase !== undefined) tokens.push({ kind: 'phrase', text: phrase });
    // a dash between blanks is a dash
    else if (plain !== undefined && plain !== '-') tokens.push({ kind: 'plain', text: plain });
  }
  return tokens;
}
