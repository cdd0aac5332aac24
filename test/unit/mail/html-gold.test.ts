import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../src/mail/html.ts';
import { foldQuotes } from '../../../src/mail/quotes.ts';

const folder = join(import.meta.dirname, '../../gold/html');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.html') ? [name.slice(0, -5)] : []));
const IMAGES = [
  { cid: 'anh1', name: 'may-giat.jpg', size: 34_000 },
  { cid: 'logo', name: 'logo.png', size: 2_000 },
];
const even = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
const side = (marked: string, mark: string): string =>
  marked
    .split('\n')
    .filter((line) => line[0] === mark)
    .map((line) => line.slice(2))
    .join('\n');

describe('HTML as it is sent', () => {
  it.each(names)('%s reads as written down before', (name) => {
    const { text, quoted } = foldQuotes(htmlText(read(`${name}.html`), IMAGES).text);
    const wanted = read(`${name}.txt`);
    expect(even(text)).toBe(even(side(wanted, '+')));
    expect(even(quoted)).toBe(even(side(wanted, '-')));
  });
});
