import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localOf, momentOf } from '../../src/domain/when/zone.ts';

/** A text of the gold: typed at this local time, there, it means that local time, or none. */
export interface WhenGold {
  readonly text: string;
  /** `2026-11-18 10:20` */
  readonly typedAt: string;
  readonly zone: string;
  readonly meant: string | null;
}

/** A moment as the gold writes it. */
export function wallClock(at: number, zone: string): string {
  const { year, month, day, minutes } = localOf(at, zone);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** test/gold/when.txt, line by line. */
export function whenGold(): readonly WhenGold[] {
  const found: WhenGold[] = [];
  let [typedAt, zone] = ['', ''];
  for (const line of readFileSync(join(import.meta.dirname, '../gold/when.txt'), 'utf8').split('\n')) {
    const [, at, where] = /^@ (\S+ \S+) (\S+)$/.exec(line) ?? [];
    if (at !== undefined && where !== undefined) [typedAt, zone] = [at, where];
    const [meant = '', text] = line.split('\t');
    if (text !== undefined && !line.startsWith('#'))
      found.push({ text, typedAt, zone, meant: meant === '-' ? null : meant });
  }
  return found;
}

/** The moment of a local time as the gold writes it. */
export function momentWritten(text: string, zone: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return momentOf({ year, month, day, minutes: hour * 60 + minute }, zone);
}
