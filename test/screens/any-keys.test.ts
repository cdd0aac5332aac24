import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { LOCALES } from '../../src/context.ts';
import { KEYMAP } from '../../src/tui/keymap.ts';
import { placeOf } from '../../src/tui/lookup.ts';
import { createDesk } from '../helpers/desk.ts';
import { expectConsistent, expectWholeFrame } from '../helpers/frames.ts';
import { runs } from '../helpers/random-cases.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';
import { seedAt, storeFolder } from '../helpers/seeded.ts';

type Deed =
  | { readonly keys: readonly string[] }
  | { readonly chunk: string }
  | { readonly paste: string }
  | { readonly tick: number }
  | { readonly size: string };

const bound = [...new Set(KEYMAP.flatMap((row) => row.keys))].map((keys) => keys.split(/(?<=.) /));
const editing = [
  'Enter',
  'Esc',
  'Tab',
  'Backspace',
  'Delete',
  'Left',
  'Right',
  'Up',
  'Down',
  'C-a',
  'C-k',
  'C-w',
  'C-y',
];
const words = [
  'man hinh',
  'status:',
  'is:open',
  'ทัช',
  '"',
  '(',
  '-',
  ';;',
  'vip',
  '3d',
  'ế',
  'ำ',
  '👩‍👩‍👧',
  'e\u0301',
  '#1',
  'zz',
];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...bound).map((keys) => ({ keys })) },
  { weight: 4, arbitrary: fc.constantFrom(...editing).map((key) => ({ keys: [key] })) },
  { weight: 3, arbitrary: fc.constantFrom(...words).map((chunk) => ({ chunk })) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((chunk) => ({ chunk })) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: 'binary' }).map((paste) => ({ paste })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 300, 500, 61_000, 90_000_000).map((tick) => ({ tick })) },
  { weight: 1, arbitrary: fc.constantFrom('60x20', '80x24', '120x30', '150x50', '40x10').map((size) => ({ size })) },
);

/** Enter where it would send is left out: then nothing may ever be sent. */
const sends = (desk: Screens): boolean => {
  const state = desk.state();
  return placeOf(state) === 'review' || (state.overlay?.name === 'confirm' && state.overlay.ask.what !== 'quit');
};

function act(desk: Screens, one: Deed): void {
  if ('keys' in one) {
    for (const key of one.keys) if (key !== 'Enter' || !sends(desk)) desk.key(key);
  } else if ('chunk' in one) desk.chunk(one.chunk);
  else if ('paste' in one) desk.paste(one.paste);
  else if ('tick' in one) desk.tick(one.tick);
  else desk.resize(one.size);
}

test('whatever is pressed: nothing throws, the state holds together, the frame is whole, and nothing is sent without Enter in the review', async () => {
  const { folder, remove } = storeFolder();
  onTestFinished(remove);
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LOCALES), fc.array(deed, { maxLength: 60 }), async (locale, deeds) => {
      run += 1;
      const path = join(folder, `${run}.db`);
      await seedAt(path);
      const inner = createDesk({ path, locale, session: 'any' });
      inner.store.db.pragma('synchronous = OFF');
      const desk = await openScreens({ desk: inner });
      try {
        for (const one of deeds) {
          act(desk, one);
          expectConsistent(desk.state());
          if (desk.state().size.columns >= 60) expectWholeFrame(desk);
        }
        expect(inner.store.db.prepare('SELECT count(*) AS sent FROM outbox').get()).toEqual({ sent: 0 });
      } finally {
        inner.close();
      }
    }),
    { numRuns: runs(60) },
  );
}, 240_000);
