/**
 * The rows of a table in text (RFC 4180): cells apart by comma, semicolon or tab, as its first line has them; a cell in
 * quotes may hold line ends, separators and doubled quotes. Lines without any cell are left out.
 */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  const between = separatorOf(plain);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const { cell, next } = plain[at] === '"' ? quoted(plain, at + 1, between) : bare(plain, at, between);
    row.push(cell);
    at = next;
    if (plain[at] === between) {
      at += 1;
      if (at < plain.length) continue;
      row.push('');
    }
    at += plain.startsWith('\r\n', at) ? 2 : 1;
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** What stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

interface Cell {
  readonly cell: string;
  readonly next: number;
}

function bare(text: string, from: number, between: string): Cell {
  let next = from;
  while (next < text.length && text[next] !== between && text[next] !== '\r' && text[next] !== '\n') next += 1;
  return { cell: text.slice(from, next), next };
}

/** What follows the closing quote up to the end of the cell belongs to it, as spreadsheets read it. */
function quoted(text: string, from: number, between: string): Cell {
  let cell = '';
  let at = from;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return { cell: cell + text.slice(at), next: text.length };
    cell += text.slice(at, end);
    at = end + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at += 1;
  }
  const rest = bare(text, at, between);
  return { cell: cell + rest.cell, next: rest.next };
}
