/** A sentence of a text, from `start` to before `end`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is longer is no sentence but a list, and is cut. */
const MOST_LETTERS = 500;

/** A line that begins like this goes on from the line before: it was wrapped. */
const GOES_ON = /^[ \t]*[\p{Ll}(“"]/u;
const QUOTED_LINE = /^[ \t]*[>|]/;

/** The end of a sentence in Latin letters, with the quotes and brackets that close there, up to what follows. */
const LATIN_END = /[.!?…]+["”’')\]]*(?=\s+[^\s\p{Ll}]|\s*$)|[!?…]+["”’')\]]*(?=\s)/gu;
/** Thai has no full stop: a polite word and a blank end a sentence. */
const THAI_END = /(?:ค่ะ|คะ|ครับ|คับ|ค่า|จ้า|จ้ะ|จ๊ะ)+(?:พี่|คุณพี่|ลูกค้า|คุณลูกค้า|คุณแม่)?[.!~]*(?=\s)/gu;
/** Abbreviations end no sentence: Mr., No., a.m., น., ม.ค. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|(?:\p{L}\p{M}*\.)+\p{L}\p{M}*|mr|mrs|ms|dr|no|vs|etc|approx|tp|[\u0E00-\u0E7F]{1,4})\.$/iu;

/** The sentences that the writer of a text says himself: lines quoted from others are none. */
export function sentencesOf(text: string): readonly Sentence[] {
  return paragraphs(text).flatMap(({ start, end }) => {
    const said = text.slice(start, end);
    const ends = [...said.matchAll(LATIN_END), ...said.matchAll(THAI_END)]
      .map(({ 0: words, index }) => index + words.length)
      .filter((at) => !ABBREVIATION.test(said.slice(Math.max(0, at - 12), at)))
      .sort((a, b) => a - b);
    const found: Sentence[] = [];
    let from = 0;
    for (const at of [...ends, said.length]) {
      while (at - from > MOST_LETTERS) from = add(from, cutBefore(said, from + MOST_LETTERS, from));
      if (at > from) from = add(from, at);
    }
    function add(first: number, last: number): number {
      const words = said.slice(first, last);
      const blank = words.length - words.trimStart().length;
      const trimmed = words.trim();
      if (trimmed !== '')
        found.push({ start: start + first + blank, end: start + first + blank + trimmed.length, text: trimmed });
      return last;
    }
    return found;
  });
}

/** Lines that belong together; a quoted or an empty line parts them. */
function paragraphs(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open = false;
  for (const { 0: line, index } of text.matchAll(/[^\n]+|(?<=\n)(?=\n)/g)) {
    const last = found.at(-1);
    const end = index + line.length;
    if (line.trim() === '' || QUOTED_LINE.test(line)) open = false;
    else if (open && last !== undefined && GOES_ON.test(line)) last.end = end;
    else {
      found.push({ start: index, end });
      open = true;
    }
  }
  return found;
}

function cutBefore(text: string, at: number, from: number): number {
  const blank = text.lastIndexOf(' ', at);
  return blank > from ? blank : at;
}
