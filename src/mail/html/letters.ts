/** How many signs of text stand in HTML, blanks aside: a quick count without reading it, for "is there more in it?". */
export function lettersInHtml(html: string): number {
  let letters = 0;
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    letters += lettersIn(html, at, tag < 0 ? html.length : tag);
    if (tag < 0) break;
    at = tagEnd(html, tag);
  }
  return letters;
}

/** Signs of plain text, blanks and web addresses aside. */
export function lettersInText(text: string): number {
  const words = text.replace(/https?:\/\/\S+/g, '');
  return lettersIn(words, 0, words.length);
}

function lettersIn(text: string, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x26) at = entityEnd(text, at, to); // an entity is one sign
    if (code > 0x20 && code !== 0xa0) letters += 1;
  }
  return letters;
}

function entityEnd(text: string, at: number, to: number): number {
  const end = text.indexOf(';', at);
  return end > 0 && end < to && end - at < 12 ? end : at;
}

/** The place behind a tag; behind a comment, a style or a script with all in it. */
function tagEnd(html: string, at: number): number {
  const close = (mark: string, from: number): number => {
    const end = html.indexOf(mark, from);
    return end < 0 ? html.length : end + mark.length;
  };
  if (html.startsWith('<!--', at)) return close('-->', at + 4);
  const name = html.slice(at + 1, at + 7).toLowerCase();
  if (name.startsWith('style') || name.startsWith('title'))
    return close('>', close(`</${html.slice(at + 1, at + 6)}`, at));
  if (name === 'script') return close('>', close(`</${html.slice(at + 1, at + 7)}`, at));
  return close('>', at);
}
