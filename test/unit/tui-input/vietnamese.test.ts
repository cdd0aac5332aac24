import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InputMethod } from '../../../src/domain/settings.ts';
import { edit } from '../../../src/tui/edit-keys.ts';
import { createEditor, editorText } from '../../../src/tui/editor/editor.ts';
import type { Key } from '../../../src/tui/keys.ts';
import { everyCut, keysOfChunk, typedKeys } from '../../helpers/typed-keys.ts';
import { type Engine, engines, METHODS, syllable, typeVietnamese } from '../../helpers/vietnamese-typing.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/keys');
const SENTENCES = readFileSync(join(FIXTURES, 'sentences-vi.txt'), 'utf8').trim().split('\n');

const typedText = (keys: readonly Key[]): string =>
  editorText(keys.reduce((editor, key) => edit(editor, key, 'type'), createEditor()));

const USUAL = { erase: '\x7f', form: 'NFC', tone: 'end' } as const;

test.each(METHODS)('the recorded streams are what the engine sends for these sentences: %s', async (method) => {
  const lines = SENTENCES.map((text) => {
    const { keys, bursts } = typeVietnamese(text, { ...USUAL, method });
    return JSON.stringify({ text, keys: keys.join(''), sends: bursts.join('') }).replaceAll('\x7f', '\\u007f');
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(FIXTURES, `${method}.jsonl`));
});

test.each(METHODS)('%s: what is meant is what stands there, in one piece and cut at every byte', async (method) => {
  const terminal = await typedKeys();
  for (const text of SENTENCES) {
    const stream = typeVietnamese(text, { ...USUAL, method }).bursts.join('');
    for (const pieces of everyCut(stream)) expect(typedText(await terminal.keys(...pieces))).toBe(text);
  }
});

test.each(METHODS.flatMap((method) => engines(method)))(
  'an engine that erases with %j, and writes as it does, leaves what is meant, key by key and fused',
  async (engine) => {
    const terminal = await typedKeys();
    for (const text of SENTENCES) {
      const { bursts } = typeVietnamese(text, engine);
      for (const pieces of [bursts, [bursts.join('')]])
        expect(typedText(await terminal.keys(...pieces))).toBe(text.normalize(engine.form));
    }
  },
);

test('an engine with a pre-edit of its own sends only what is meant, in letters or in marks', async () => {
  const terminal = await typedKeys();
  for (const form of ['NFC', 'NFD'] as const)
    for (const text of SENTENCES.map((one) => one.normalize(form)))
      for (const pieces of everyCut(text)) expect(typedText(await terminal.keys(...pieces))).toBe(text);
});

test('any words through any engine, in chunks of any size, leave what is meant', () => {
  const engine: fc.Arbitrary<Engine> = fc.constantFrom(
    ...METHODS.flatMap((method: InputMethod): Engine[] => engines(method)),
  );
  fc.assert(
    fc.property(
      fc.array(syllable, { minLength: 1, maxLength: 6 }),
      engine,
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      (words, one, sizes) => {
        const text = words.join(' ');
        const signs = [...typeVietnamese(text, one).bursts.join('')];
        const keys: Key[] = [];
        while (signs.length > 0) keys.push(...keysOfChunk(signs.splice(0, sizes.next().value ?? 1).join('')));
        expect(typedText(keys)).toBe(text.normalize(one.form));
      },
    ),
    { numRuns: 2_000 },
  );
});
