import type { Address } from '../domain/entry.ts';
import { decodeWords, ENCODED_WORD } from './words.ts';

const MOST = 2000;

interface Draft {
  text: string;
  comment: string;
  angle: string | null;
}

const empty = (): Draft => ({ text: '', comment: '', angle: null });

/**
 * The addresses of a From, To, Cc … value given as latin1 (RFC 5322, 3.4), groups opened, names decoded. Forgiving:
 * encoded words with commas or in quotes, missing brackets, a name before a bare address. One pass, never throws;
 * who has neither name nor address is left out; `address` is '' where only a name was given (`gnu (John Gilmore)`, a
 * user of the same machine, is John Gilmore). At most 2000.
 */
export function readAddresses(value: string, fallback: string | null = null): Address[] {
  const found: Address[] = [];
  let draft = empty();
  const finish = (): void => {
    const address = finished(draft, fallback);
    if (address && found.length < MOST) found.push(address);
    draft = empty();
  };
  for (let at = 0; at < value.length; ) {
    const char = value[at] ?? '';
    ENCODED_WORD.lastIndex = at;
    const word = char === '=' ? ENCODED_WORD.exec(value) : null;
    if (word) {
      draft.text += word[0];
      at += word[0].length;
    } else if (char === '"') {
      const quoted = readQuoted(value, at);
      draft.text += quoted.text;
      at = quoted.end;
    } else if (char === '(') {
      const comment = readComment(value, at);
      draft.comment ||= comment.text;
      at = comment.end;
    } else if (char === '<') {
      const close = value.indexOf('>', at);
      const end = close < 0 ? value.length : close;
      const inside = value.slice(at + 1, end);
      if (draft.angle === null || !draft.angle.includes('@')) draft.angle = inside;
      at = end + 1;
    } else {
      if (char === ',' || char === ';') finish();
      else if (char === ':' && draft.angle === null && !draft.text.includes('@')) draft = empty();
      else draft.text += char;
      at += 1;
    }
  }
  finish();
  return found;
}

/** A quoted string without its quotes; one that never closes is only a stray quote. */
function readQuoted(value: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < value.length && at - start < 2000; at += 1) {
    const char = value[at] ?? '';
    if (char === '"') return { text, end: at + 1 };
    if (char === '\\') at += 1;
    text += value[at] ?? '';
  }
  return { text: '', end: start + 1 };
}

/** A comment, nested ones with it; one that never closes is an ordinary bracket. */
function readComment(value: string, start: number): { text: string; end: number } {
  let depth = 0;
  for (let at = start; at < value.length && at - start < 2000; at += 1) {
    const char = value[at];
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return { text: value.slice(start + 1, at).replace(/\\(.)/g, '$1'), end: at + 1 };
  }
  return { text: '', end: start + 1 };
}

function finished(draft: Draft, fallback: string | null): Address | null {
  const said = tidy(decodeWords(draft.text, fallback));
  const comment = tidy(decodeWords(draft.comment, fallback));
  if (draft.angle !== null) {
    const address = addressIn(decodeWords(draft.angle, fallback));
    const name = said === '' ? comment : said;
    return name === '' && address === '' ? null : { name, address };
  }
  const whole = /^(.*?)<([^<>]+@[^<>]+)>/.exec(said);
  if (whole) return { name: tidy(whole[1] ?? ''), address: addressIn(whole[2] ?? '') };
  const bare = addressIn(draft.text.includes('@') ? said : '');
  const rest = tidy(bare === '' ? said : said.replace(bare, ''));
  const name = comment !== '' && (bare === '' || rest === '') ? comment : rest.replace(/^mailto:?$/i, '');
  return name === '' && bare === '' ? null : { name, address: bare };
}

const tidy = (name: string): string => name.replace(/[ \t\r\n]+/g, ' ').trim();

/** The word with an @ in it, of what stands between < > or alone; routes and `mailto:` are dropped. */
function addressIn(text: string): string {
  const words = text.split(/[\s,]+/).filter((word) => /[^@]@[^@]/.test(word));
  return (words.at(-1) ?? '')
    .replace(/^mailto:/i, '')
    .replace(/^.*:(?=[^:]*@)/, '')
    .replace(/^['"`]+|['"`;]+$/g, '');
}
