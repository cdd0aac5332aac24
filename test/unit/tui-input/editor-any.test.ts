import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../../src/text/graphemes.ts';
import { width } from '../../../src/text/width.ts';
import * as ed from '../../../src/tui/editor/editor.ts';
import { makeLine } from '../../../src/tui/editor/line.ts';

type Editor = ed.Editor;

const FRAGMENTS = [
  'a',
  'word ',
  ' ',
  '\n',
  'ệ',
  '\u0301',
  'น้ำ',
  'สินค้า',
  'ำ',
  '漢字',
  '👩‍👩‍👧',
  '👩',
  '\u200d',
  '🇻',
  '🇳',
  '\t',
  '\x1b',
  'क',
  '\u094d',
  'ष',
  '\u1100',
  '\u1161',
];
const texts = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join(''));
const COLUMNS = 12;
const steps: readonly ((e: Editor) => Editor)[] = [
  ed.newline,
  ed.backspace,
  ed.backspace,
  ed.deleteForward,
  ed.left,
  ed.right,
  ed.wordLeft,
  ed.wordRight,
  (e) => ed.up(e, COLUMNS),
  (e) => ed.down(e, COLUMNS),
  (e) => ed.home(e, COLUMNS),
  (e) => ed.end(e, COLUMNS),
  ed.docStart,
  ed.docEnd,
  ed.killWord,
  ed.killLine,
  ed.killToStart,
  ed.yank,
];
const change = fc.oneof(
  texts.map((text) => (e: Editor) => ed.insert(e, text)),
  texts.map((text) => (e: Editor) => ed.paste(e, text)),
  fc.constantFrom(...steps),
);

function check(e: Editor): void {
  const line = e.lines[e.caret.line];
  if (!line) throw new Error('the caret is on no line');
  const fresh = makeLine(line.text);
  expect(line.starts).toEqual(fresh.starts);
  const starts = fresh.starts ? Array.from(fresh.starts) : [...line.text, ''].map((_, i) => i);
  expect(starts).toContain(e.caret.offset);
  const { lines, caretRow, caretColumn } = ed.layoutEditor(e, COLUMNS);
  for (const row of lines) expect(width(row)).toBeLessThan(COLUMNS);
  expect(caretRow).toBeLessThan(lines.length);
  expect(caretColumn).toBeLessThan(COLUMNS);
}

describe('any sequence of keys', () => {
  test('keeps the caret between characters and inside the screen, and loses no text', () => {
    fc.assert(
      fc.property(texts, fc.array(change, { maxLength: 20 }), (text, changes) => {
        let e = ed.createEditor(text);
        for (const one of changes) {
          const next = one(e);
          check(next);
          const moved = next.undo === e.undo;
          if (moved) expect(ed.editorText(next)).toBe(ed.editorText(e));
          e = next;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('is taken back to the first letter and done again to the last', () => {
    fc.assert(
      fc.property(texts, fc.array(change, { maxLength: 20 }), (text, changes) => {
        const start = ed.createEditor(text);
        const end = changes.reduce((e, one) => one(e), start);
        let e = end;
        while (e.undo.length > 0) {
          e = ed.undo(e);
          check(e);
        }
        expect(ed.editorText(e)).toBe(ed.editorText(start));
        while (e.redo.length > 0) e = ed.redo(e);
        expect(ed.editorText(e)).toBe(ed.editorText(end));
      }),
      { numRuns: 2_000 },
    );
  });

  test('typed text stands between what stood before and after the caret', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), (text, typed, seed) => {
        const places = graphemes(text).length;
        let e = ed.docStart(ed.createEditor(text));
        for (let i = seed % (places + 1); i > 0; i--) e = ed.right(e);
        const all = ed.editorText(e);
        const offset = e.lines.slice(0, e.caret.line).reduce((sum, line) => sum + line.text.length + 1, e.caret.offset);
        expect(ed.editorText(ed.insert(e, typed))).toBe(all.slice(0, offset) + typed + all.slice(offset));
      }),
      { numRuns: 2_000 },
    );
  });
});
