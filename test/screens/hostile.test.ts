import { expect, test } from 'vitest';
import type { Line } from '../../src/tui/parts/line.ts';
import { caseBody } from '../../src/tui/screens/case/body.ts';
import { textLines } from '../../src/tui/screens/compose/lines.ts';
import { reviewLines } from '../../src/tui/screens/compose/review-lines.ts';
import { type Attack, attacks, FORBIDDEN } from '../helpers/attacks.ts';
import { createDesk } from '../helpers/desk.ts';
import { fillHostile } from '../helpers/hostile-store.ts';
import { type InkTerminal, renderInk } from '../helpers/ink-terminal.tsx';
import { openScreens, type Screens } from '../helpers/screen.ts';

const all = attacks();

/** The sequences Ink writes for harmless screens, by shape: numbers are as good as any other. */
const shapes = (bytes: string): Set<string> =>
  new Set(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    (bytes.match(/\x1b(?:\[[0-?]*[ -/]*[@-~]|.)|[\0-\x09\x0b-\x1f\x7f-\x9f]/gsu) ?? []).map((one) =>
      one.replace(/\d+/g, '9'),
    ),
  );

/** Text as it can be read: without the blanks and line ends that wrapping makes. */
const readable = (lines: readonly Line[]): string =>
  lines
    .flatMap((line) => line.map((one) => one.text))
    .join('')
    .replace(/\s/gu, '');

interface Run {
  readonly desk: Screens;
  readonly terminal: InkTerminal;
  readonly known: Set<string>;
  readonly faults: string[];
  slowest: { ms: number; what: string };
}

/** One screen with the attack on it: what the terminal shows is the frame, and nothing else has happened to it. */
async function look(run: Run, attack: Attack, where: string): Promise<void> {
  const { desk, terminal, known, faults } = run;
  const fault = (what: string): void => void faults.push(`${attack.id} ${where}: ${what}`);
  const begin = performance.now();
  const rows = await terminal.rows();
  const ms = performance.now() - begin;
  if (ms > run.slowest.ms) run.slowest = { ms, what: `${attack.id} ${where}` };
  const wanted = terminal.wanted();
  const differs = wanted.findIndex((row, index) => row !== rows[index]);
  if (differs >= 0) fault(`row ${differs} is\n  ${rows[differs]}\nnot\n  ${wanted[differs]}`);
  const text = desk
    .frame()
    .lines.flatMap((line) => line.map((one) => one.text))
    .join('');
  if (FORBIDDEN.test(text)) fault('a forbidden character');
  for (const bytes of attack.mustNotReach) if (text.includes(bytes)) fault(`reaches: ${JSON.stringify(bytes)}`);
  for (const shape of shapes(terminal.written())) if (!known.has(shape)) fault(`writes ${JSON.stringify(shape)}`);
}

const shows = (run: Run, attack: Attack, where: string, lines: readonly Line[]): void => {
  const text = readable(lines);
  // what the agent writes is hers: only a stranger's text gets warnings beside it
  for (const words of attack.mustShow.filter((one) => where === 'case' || !one.startsWith('xn--')))
    if (!text.includes(words.replace(/\s/gu, ''))) run.faults.push(`${attack.id} ${where} hides: ${words}`);
};

async function attackScreens(run: Run, attack: Attack, index: number): Promise<void> {
  const { desk } = run;
  await look(run, attack, 'list, preview and card');
  desk.press('open', 'first');
  await look(run, attack, 'case');
  const { screen, size } = desk.state();
  const whole = { ...desk.state(), size: { ...size, rows: 1_000_000 } };
  if (screen.name === 'case') shows(run, attack, 'case', caseBody(whole, screen.open).shown);
  desk.press('back', 'reply');
  await look(run, attack, 'composer');
  desk.press('review');
  await look(run, attack, 'review');
  const composed = desk.state().screen;
  if (composed.name === 'compose' && attack.string.trim() !== '') {
    shows(
      run,
      attack,
      'composer',
      textLines(composed.draft, { textColumns: 80, textRows: 1000, above: 0, beside: 0 }).lines,
    );
    shows(run, attack, 'review', reviewLines(desk.state(), composed.draft));
  }
  if (composed.name === 'compose' && composed.draft.reviewing) desk.press('edit');
  desk.press('insert-template');
  desk.type(`attack-${index}`);
  await look(run, attack, 'templates');
  desk.key('Esc');
  desk.press('keep-draft', 'tags');
  await look(run, attack, 'tags');
  desk.key('Esc');
  for (const prompt of ['search', 'palette', 'snooze-date'] as const) {
    desk.press(prompt);
    desk.paste(attack.string.slice(0, 5000));
    if (prompt === 'snooze-date') desk.key('Enter');
    await look(run, attack, prompt);
    desk.key('Esc');
  }
  desk.send({ type: 'told', notice: { text: attack.string, tone: 'error' } });
  await look(run, attack, 'notice');
}

test.skipIf(all.length === 0)(
  'no hostile string reaches the terminal, and none hides a word',
  async () => {
    const inner = createDesk();
    const cases = fillHostile(inner, all);
    const plain = await openScreens({ seed: true, size: '140x40' });
    const calm = renderInk(plain);
    plain.press('go-all', 'next', 'open', 'back', 'reply', 'keep-draft', 'palette');
    await calm.keys('\x1b', 'j', '\x1b[200~x\x1b[201~', 'r', 'abc', '\x1b');

    const desk = await openScreens({ desk: inner, size: '140x40' });
    const terminal = renderInk(desk);
    await terminal.rows();
    const known = shapes(calm.written());
    terminal.written();
    const run: Run = { desk, terminal, known, faults: [], slowest: { ms: 0, what: '' } };
    desk.press('go-all');
    for (const number of desk.state().list.numbers) {
      const attack = cases.get(number);
      desk.goTo(number);
      if (attack !== undefined) await attackScreens(run, attack, all.indexOf(attack));
    }
    desk.press('undo-list');
    for (const attack of all) {
      await look(run, attack, 'undo list');
      desk.press('next', 'next');
    }

    expect(run.faults).toEqual([]);
    expect(terminal.events).toEqual({ titles: [], replies: [], commands: [], bells: 0 });
    expect(run.slowest.ms, run.slowest.what).toBeLessThan(5000);
    inner.close();
  },
  240_000,
);
