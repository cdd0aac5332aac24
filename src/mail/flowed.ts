/** Whether a text says it is format=flowed, and if so, whether the blank at a soft line end is to go (DelSp=yes). */
export interface Flow {
  readonly delSp: boolean;
}

const SIGNATURE = '-- ';

/**
 * Joins the soft lines of a format=flowed text (RFC 3676, 4.1 to 4.5): a line that ends with a blank goes on in the next
 * one of the same quote depth; a signature's dashes end a paragraph; stuffed blanks go. Quote marks stay as `> `.
 */
export function joinFlowed(text: string, { delSp }: Flow): string {
  const out: string[] = [];
  let depth = -1;
  for (const line of text.split('\n')) {
    const marks = /^>*/.exec(line)?.[0] ?? '';
    const rest = line.slice(marks.length);
    const content = rest.startsWith(' ') ? rest.slice(1) : rest; // space-stuffed (4.4)
    const last = out.at(-1);
    if (last !== undefined && depth === marks.length && content !== SIGNATURE) out[out.length - 1] = last + content;
    else out.push(marks === '' ? content : `${marks} ${content}`);
    const soft = content.endsWith(' ') && content !== SIGNATURE;
    depth = soft ? marks.length : -1;
    if (soft && delSp) out[out.length - 1] = (out.at(-1) ?? '').slice(0, -1);
  }
  return out.join('\n');
}
