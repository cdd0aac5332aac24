/** Characters in a line as RFC 3676 4.2 recommends; a longer word stays whole. */
const WIDTH = 76;
const SIGNATURE = '-- ';

/**
 * A text as format=flowed (RFC 3676, DelSp=no): long lines are broken after a blank that stays, so writing without
 * blanks between words (Thai, Chinese) is broken nowhere; blanks at line ends go, except the signature's; lines that
 * start with a blank or `From ` are stuffed. Lines with `>` are quotes and keep their depth. What `joinFlowed` reads back
 * is the text.
 */
export const flowText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap(flowLine)
    .join('\r\n');

function flowLine(line: string): string[] {
  const marks = /^>*/.exec(line)?.[0] ?? '';
  const rest = line.slice(marks.length);
  // the one blank after the marks is not of the text
  const content = marks !== '' && rest.startsWith(' ') ? rest.slice(1) : rest;
  const trimmed = content === SIGNATURE ? content : content.replace(/ +$/, '');
  return pieces(trimmed, WIDTH - marks.length).map((piece) => {
    if (marks !== '') return piece === '' ? marks : `${marks} ${piece}`;
    return /^(?: |>|From )/.test(piece) ? ` ${piece}` : piece;
  });
}

/** Breaks after blanks; no piece but the last ends without one, and none looks like the line above a signature. */
function pieces(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const words = text.match(/[^ ]* +|[^ ]+$/g) ?? [text];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line !== SIGNATURE && line.trim() !== '' && line.length + word.trimEnd().length > width) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return line === SIGNATURE && lines.length > 0 ? [...lines.slice(0, -1), `${lines.at(-1)}${line}`] : [...lines, line];
}
