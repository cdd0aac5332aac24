import { wordPieces } from './graphemes.ts';

/** Scripts without spaces between words: Thai, Lao, Khmer, Burmese are broken by dictionary. */
const dictionaryRun = /[\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+/gu;
/** Chinese, Japanese: a line may break before and after every character. */
const ideograph = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;
const closing = /^[\p{Pe}\p{Pf}、。，．！？：；ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

/** The offsets (UTF-16 units) before which a line of text may break, besides after blanks: word starts and ideographs. */
export function breakOffsets(line: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const run of line.matchAll(dictionaryRun)) addWords(run[0], run.index, found);
  if (!/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(line)) return found;
  let after = false;
  let offset = 0;
  for (const character of line) {
    const here = ideograph.test(character);
    if ((here || after) && offset > 0 && !closing.test(character)) found.add(offset);
    after = here;
    offset += character.length;
  }
  return found;
}

/** The dictionary knows sara am in one piece, clean text holds it in two (U+0E4D [tone] U+0E32). */
function addWords(run: string, start: number, found: Set<number>): void {
  const whole = run
    .replace(/\u0E4D([\u0E48-\u0E4B]*)\u0E32/g, '$1\u0E33')
    .replace(/\u0ECD([\u0EC8-\u0ECB]*)\u0EB2/g, '$1\u0EB3');
  let offset = start;
  const split = whole.length < run.length;
  for (const { segment } of wordPieces(whole)) {
    if (offset > start) found.add(offset);
    offset += segment.length;
    if (split) offset += segment.match(/[\u0E33\u0EB3]/g)?.length ?? 0;
  }
}
