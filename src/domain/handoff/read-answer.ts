import { PACKET_WORDS } from './packet-words.ts';

/** A department's answer, found in its mail or in a file. */
export interface HandoffAnswer {
  /** of the hand-off, in lower case */
  readonly id: string;
  /** by the names of the form; what was left empty is not there */
  readonly fields: Readonly<Record<string, string>>;
  /** what it wrote above the form, without what it quotes */
  readonly words: string;
}

// mail programs turn the hyphen into other dashes, quote with > or |, add blanks and change the case
const START = /^desk\p{Pd}handoff\s*[:：]\s*([a-z0-9][a-z0-9-]*)\s*$/iu;
const END = /^desk\p{Pd}handoff\p{Pd}end\b/iu;
const FORM_LINE = /^\[\s*([a-z0-9]+(?:[\s-]+[a-z0-9]+)*)\s*\]([^:：]*)[:：](.*)$/isu;
const QUOTE = /^(?:[ \t\u00A0]*[>|])+/;

/**
 * Finds the hand-off's id and the fields of the form in a reply; null where there is no marker line. The form may stand
 * in a quote, or twice: filled in above and empty below; of each field the first that says something counts.
 */
export function readAnswer(text: string): HandoffAnswer | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const bare = lines.map(unquote);
  const start = bare.findIndex((line) => START.test(line));
  const id = START.exec(bare[start] ?? '')?.[1]?.toLowerCase();
  if (id === undefined) return null;
  const fields = new Map<string, string>();
  let name: string | null = null;
  let value: string[] = [];
  let inside = false;
  const keep = (): void => {
    const said = value.join('\n').trim();
    if (name !== null && said !== '' && !fields.has(name)) fields.set(name, said);
    name = null;
    value = [];
  };
  for (const line of bare.slice(start)) {
    const begun = START.exec(line)?.[1]?.toLowerCase();
    const [, key, , first = ''] = inside ? (FORM_LINE.exec(line) ?? []) : [];
    if (begun !== undefined || END.test(line)) {
      keep();
      inside = begun === id; // another hand-off's form is not this one's answer
    } else if (key !== undefined) {
      keep();
      name = fieldName(key);
      value = [first.trim()];
    } else if (inside) value.push(line);
  }
  keep();
  return { id, fields: Object.fromEntries(fields), words: wordsAbove(lines.slice(0, start)) };
}

const fieldName = (typed: string): string => typed.toLowerCase().replace(/[\s-]+/g, '-');

/** What the form asks for in words, by the names of its fields. */
export function formLabels(text: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const [, key = '', label = ''] = FORM_LINE.exec(unquote(line)) ?? [];
    if (key !== '' && label.trim() !== '' && !labels.has(fieldName(key))) labels.set(fieldName(key), label.trim());
  }
  return labels;
}

const unquote = (line: string): string =>
  line
    .replace(QUOTE, '')
    .replace(/^\uFEFF/, '')
    .trim();

const HEADING = new RegExp(
  `^#*\\s*(?:${Object.values(PACKET_WORDS)
    .map(({ handoff }) => handoff)
    .join('|')})\\s*[:：]`,
  'iu',
);

/** What stands above the packet or the first quoted line, without the line that says whom it quotes. */
function wordsAbove(lines: readonly string[]): string {
  const quote = lines.findIndex((line) => QUOTE.test(line) || HEADING.test(line));
  const own = quote < 0 ? lines : lines.slice(0, quote);
  const said = own.join('\n').trimEnd().split('\n');
  if (quote >= 0 && /[:：]$/.test(said.at(-1)?.trim() ?? '')) said.pop(); // "On Monday … wrote:"
  return said.join('\n').trim();
}
