import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** From the first to the last local minute that is right, `2026-11-20 00:00`; both the same for an exact moment. */
export interface PromisedSpan {
  readonly from: string;
  readonly to: string;
}

/** A labelled sentence of test/gold/promises*.txt; its text is there or in the corpora. */
export interface PromiseGold {
  readonly lang: string;
  readonly now: string;
  readonly zone: string;
  readonly pattern: string;
  /** null: no promise. */
  readonly promised: PromisedSpan | null;
  readonly doubtful: boolean;
  readonly text: string;
  /** Set for a sentence of the corpora; `text` then holds only its words quoted in the gold. */
  readonly source: PromiseSource | null;
}

export interface PromiseSource {
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly hash: string;
}

const LABEL = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?:\.\.(?:(\d{4}-\d\d-\d\d)|(\d\d:\d\d)))?$/;

function spanOf(label: string): PromisedSpan | null {
  if (label === '-') return null;
  const [, day, clock, lastDay, lastClock] = LABEL.exec(label) ?? [];
  if (day === undefined) throw new Error(`no label of the promises' gold: ${label}`);
  const end = lastDay === undefined ? (lastClock ?? clock ?? '23:59') : '23:59';
  return { from: `${day} ${clock ?? '00:00'}`, to: `${lastDay ?? day} ${end}` };
}

function sourceOf(where: string, hash: string): PromiseSource {
  const [, file = '', first = '', last = first] = /^(.+):(\d+)(?:-(\d+))?$/.exec(where) ?? [];
  return { file, firstLine: Number(first), lastLine: Number(last), hash };
}

function readGold(file: string): readonly PromiseGold[] {
  let [now, zone, lang] = ['', '', ''];
  const found: PromiseGold[] = [];
  for (const line of readFileSync(join(import.meta.dirname, '../gold', file), 'utf8').split('\n')) {
    const [, at = '', where = '', inLanguage = ''] = /^@ (\S+ \S+) (\S+) (\S+)$/.exec(line) ?? [];
    if (at !== '') [now, zone, lang] = [at, where, inLanguage];
    const [label = '', pattern = '', third, hash, words] = line.split('\t');
    if (line.startsWith('#') || third === undefined) continue;
    const doubtful = label.endsWith('?');
    const promised = spanOf(doubtful ? label.slice(0, -1) : label);
    const source = hash === undefined ? null : sourceOf(third, hash);
    found.push({ lang, now, zone, pattern, promised, doubtful, text: words ?? third, source });
  }
  return found;
}

/** Every labelled sentence, ours first, then the corpora's. */
export function promisesGold(): readonly PromiseGold[] {
  return [...readGold('promises.txt'), ...readGold('promises.corpora.txt')];
}

/**
 * The sentences of one of the later files, all in the file itself: `dev`, on which rules were developed; `fresh` and `holdout`, by
 * hands that had not seen the rules, measured once and then tuned on; `holdout2`, plain desk language, measured and never tuned on.
 */
export const laterPromisesGold = (name: 'dev' | 'fresh' | 'holdout' | 'holdout2'): readonly PromiseGold[] =>
  readGold(`promises.${name}.txt`);

/** Reads the sentences of the corpora in `folder`; throws where a file holds other words than were labelled. */
export function corpusSentences(folder: string): (source: PromiseSource) => string {
  const files = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const bytes = readFileSync(join(folder, file));
    return (file.endsWith('.gz') ? gunzipSync(bytes).toString('latin1') : bytes.toString('utf8')).split('\n');
  };
  return ({ file, firstLine, lastLine, hash }) => {
    const lines = files.get(file) ?? linesOf(file);
    files.set(file, lines);
    const text = lines
      .slice(firstLine - 1, lastLine)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (createHash('sha256').update(text).digest('hex').slice(0, 12) !== hash)
      throw new Error(`${file}:${firstLine} is not the sentence that was labelled`);
    return text;
  };
}
