import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTerms, queryTokens } from '../../../src/text/clusters.ts';
import { fold } from '../../../src/text/fold.ts';
import { corpora } from '../../helpers/corpora.ts';
import { CORPUS_GOLD, GOLD } from './gold.ts';

const holds = (column: string, phrase: string): boolean => ` ${column} `.includes(` ${phrase} `);

/** The search as the store does it, without a store. */
function found(query: string, text: string): boolean {
  const terms = indexTerms(text);
  const asked = queryTokens(query);
  if (!holds(terms.folded, asked.folded.join(' '))) return false;
  return (asked.exact ?? []).every((phrase) => holds(terms.exact, phrase));
}

/** The tokens SQLite itself makes of a column. */
function sqliteTokens(texts: readonly string[]): string[][] {
  const db = new Database(':memory:');
  db.exec(`
    CREATE VIRTUAL TABLE f USING fts5(x, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
    CREATE VIRTUAL TABLE v USING fts5vocab(f, 'instance');
  `);
  const insert = db.prepare('INSERT INTO f(rowid, x) VALUES (?, ?)');
  for (const [n, text] of texts.entries()) insert.run(n + 1, text);
  const tokens = texts.map((): string[] => []);
  for (const row of db.prepare('SELECT doc, offset, term FROM v').raw().iterate()) {
    if (!Array.isArray(row)) continue;
    const line = tokens[Number(row[0]) - 1];
    if (line) line[Number(row[1])] = String(row[2]);
  }
  db.close();
  return tokens;
}

describe('the gold pairs', () => {
  test.each(GOLD)('$query in "$text": $found', ({ query, text, found: expected }) => {
    expect(found(query, text)).toBe(expected);
  });

  const folder = corpora();
  test.skipIf(folder === null)('hold over real Vietnamese and Thai', () => {
    for (const gold of CORPUS_GOLD) {
      const text = readFileSync(join(folder ?? '', gold.file), 'utf8').split('\n')[gold.line - 1] ?? '';
      expect([gold.query, gold.line, found(gold.query, text)]).toEqual([gold.query, gold.line, gold.found]);
      expect(found(gold.query, text.normalize('NFD'))).toBe(gold.found);
      expect(found(gold.query.normalize('NFD'), text.toUpperCase())).toBe(gold.found);
    }
  });

  test.skipIf(folder === null)('every word of every real line finds its line, typed with marks and without', () => {
    for (const file of ['text-vi-vsfc/sents.txt', 'text-th-wisesight/q.txt']) {
      for (const text of readFileSync(join(folder ?? '', file), 'utf8').split('\n')) {
        for (const word of text.split(/\s+/)) {
          expect(found(word, text) || queryTokens(word).folded.length === 0).toBe(true);
          expect(found(fold(word), text) || queryTokens(word).folded.length === 0).toBe(true);
        }
      }
    }
  });

  test.skipIf(folder === null)('SQLite takes the tokens of real texts as they are', () => {
    const lines = ['text-vi-vsfc/sents.txt', 'text-th-wisesight/q.txt', 'text-th-wisesight/pos.txt'].flatMap((file) =>
      readFileSync(join(folder ?? '', file), 'utf8').split('\n'),
    );
    const columns = lines.map(indexTerms).flatMap((terms) => [terms.folded, terms.exact]);
    expect(sqliteTokens(columns)).toEqual(columns.map((column) => column.split(' ').filter(Boolean)));
  });
});

describe('the two columns', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });

  test('have their tokens in the same places', () => {
    fc.assert(
      fc.property(text, (any) => {
        const terms = indexTerms(any);
        if (terms.exact !== '') expect(terms.exact.split(' ').length).toBe(terms.folded.split(' ').length);
        expect(fold(terms.exact) === terms.folded || terms.exact === '').toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('plain text needs no exact column', () => {
    expect(indexTerms('Your order ORD-17 has shipped')).toEqual({ folded: 'your order ord 17 has shipped', exact: '' });
  });

  test('Korean, Japanese and Chinese are cut into characters, Hindi and Arabic words stay whole', () => {
    expect(indexTerms('환불 요청').folded).toBe('환 불 요 청');
    expect(indexTerms('返品したい').folded).toBe('返 品 し た い');
    expect(indexTerms('हिन्दी में').folded).toBe('हिन्दी में');
    expect(indexTerms('مرحبا بكم').folded).toBe('مرحبا بكم');
  });
});

describe('a typed word', () => {
  test('without marks leaves the spelling open', () => {
    expect(queryTokens('dien thoai')).toEqual({ folded: ['dien', 'thoai'], exact: null });
  });

  test('with marks asks for them, neighbours as one phrase, others one by one', () => {
    expect(queryTokens('Màn hình đẹp').exact).toEqual(['màn hình đẹp']);
    expect(queryTokens('màn hinh đẹp').exact).toEqual(['màn', 'đẹp']);
  });

  test('in Thai is one phrase of characters, exact as soon as one tone mark is typed', () => {
    expect(queryTokens('ที่อยู่')).toEqual({ folded: ['ที', 'อ', 'ยู'], exact: ['ที่ อ ยู่'] });
    expect(queryTokens('สีดำ')).toEqual({ folded: ['สี', 'ดำ'], exact: null });
  });

  test('of nothing but signs has no tokens', () => {
    expect(queryTokens('!?…')).toEqual({ folded: [], exact: null });
  });
});
