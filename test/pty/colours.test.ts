import { expect, onTestFinished, test } from 'vitest';
import { KEY, type Pty, startDesk } from '../helpers/pty.ts';

/** Where $CI is set, nobody gets colours. */
const NO_CI = 'unset CI; exec "$@"';
const SIZE = { columns: 140, rows: 30 };
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is what is looked for
const STYLES = /\x1b\[([\d;]*)m/g;

/** The screens an agent sees in a day, one after the other; gives the last rows of each. */
async function walk(env: Readonly<Record<string, string>>): Promise<{ desk: Pty; screens: string[] }> {
  const desk = startDesk(['demo'], { ...SIZE, env, shell: NO_CI });
  onTestFinished(() => desk.kill('SIGKILL'));
  const screens: string[] = [];
  await desk.sees('1/23');
  for (const keys of [
    ['x'],
    ['?'],
    [KEY.esc, ':'],
    [KEY.esc, 'u'],
    [KEY.esc, 'g', '1', KEY.enter],
    ['r', 'abc', KEY.ctrl('s')],
  ]) {
    await desk.press(...keys);
    await desk.settled();
    screens.push(desk.screen());
  }
  return { desk, screens };
}

/** Every style that was asked for, each by itself. */
const stylesIn = (written: string): Set<string> =>
  new Set([...written.matchAll(STYLES)].flatMap(([, codes = '']) => (codes === '' ? ['0'] : codes.split(';'))));

/** Ends of styles; bold, dim, inverse; red, green, yellow and cyan as the terminal's theme has them. */
const THEME = new Set(['0', '22', '27', '39', '1', '2', '7', '31', '32', '33', '36']);

test.each([
  ['xterm', {}],
  ['screen', {}],
  ['xterm-256color', { COLORTERM: 'truecolor' }],
  ['xterm, black on white', { TERM: 'xterm', COLORFGBG: '0;15' }],
])(
  'in %s every colour is one of the theme, none is white or bright, and nothing has a background',
  async (name, env) => {
    const { desk } = await walk({ TERM: name, ...env });
    const styles = stylesIn(desk.written());
    expect([...styles].filter((style) => !THEME.has(style))).toEqual([]);
    expect(styles).toContain('36');
    expect(desk.written()).not.toContain('\x1b]1'); // it asks for no colours and sets none
  },
);

test('bold never makes a light colour bright', async () => {
  const { desk } = await walk({ TERM: 'xterm' });
  const active = new Set<string>();
  for (const [, codes = ''] of desk.written().matchAll(STYLES)) {
    for (const code of codes.split(';')) {
      if (code === '' || code === '0') active.clear();
      else if (code === '22') active.delete('1');
      else if (code === '39') for (const light of ['31', '32', '33', '36']) active.delete(light);
      else active.add(code);
    }
    expect(active.has('1') && (active.has('33') || active.has('36')), `${[...active]}`).toBe(false);
  }
});

/** The text of a screen; blanks at the ends of rows are no text, and an action's id depends on how the import was cut. */
const said = (screen: string): string => screen.replace(/ +$/gm, '').replace(/^( [ ›] ) +\d+/gm, '$1');

test('without colours not one style is written, and every screen says the same', async () => {
  const plain = await walk({ NO_COLOR: '1' });
  const coloured = await walk({});
  expect([...stylesIn(plain.desk.written())]).toEqual([]);
  expect(plain.screens.map(said)).toEqual(coloured.screens.map(said));
});
