/** The values an error tells. */
export type Facts = Readonly<Record<string, string | number>>;

/** What happened, and what to do next (or ''). */
export type Say = (facts: Facts) => readonly [happened: string, next: string];

/** What a table calls something; what it does not know is called by its own name. */
export const named = (table: Readonly<Record<string, string>>, key: string | number | undefined): string =>
  table[String(key)] ?? String(key);

interface Sentences extends Readonly<Record<string, (facts: Facts) => string>> {
  readonly other: (facts: Facts) => string;
}

/** What a table of sentences says under this key; under one it does not know, what it says of others. */
export const sentence = (table: Sentences, key: string | number | undefined, facts: Facts): string =>
  (table[String(key)] ?? table.other)(facts);
