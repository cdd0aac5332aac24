import { expect } from 'vitest';
import { width } from '../../src/text/width.ts';
import { layoutOf } from '../../src/tui/layout.ts';
import type { Line } from '../../src/tui/parts/line.ts';
import type { State } from '../../src/tui/state.ts';
import { plainLines, plainText, type Screens } from './screen.ts';

/** How many rules stand between the panes of a screen, from top to bottom. */
function rulesBetweenPanes({ screen, size, empty }: State): number {
  const { preview, card } = layoutOf(size);
  const wide = Number(preview > 0);
  const withCard = Number(card > 0);
  if (screen.name === 'list') return empty ? 0 : wide + withCard;
  if (screen.name === 'case') return withCard;
  return screen.name === 'compose' && !screen.draft.reviewing ? wide : 0;
}

const isRule = (line: Line): boolean => line[0]?.tone === 'dim' && line[0].text.startsWith('──');

/** Every frame fills the window exactly; its rules stand in one column each, and go from edge to edge. */
export function expectWholeFrame(desk: Screens): void {
  const { size, overlay } = desk.state();
  const frame = desk.frame();
  const lines = plainLines(frame);
  expect(lines).toHaveLength(size.rows);
  const wrong = lines.filter((line) => width(line) !== size.columns);
  expect(wrong, `at ${size.columns}×${size.rows}`).toEqual([]);
  if (frame.caret !== null) {
    expect(frame.caret.x).toBeLessThan(size.columns);
    expect(frame.caret.y).toBeLessThan(size.rows);
    expect(frame.caret.x).toBeGreaterThanOrEqual(0);
    expect(frame.caret.y).toBeGreaterThanOrEqual(0);
  }
  const across = frame.lines.filter(isRule);
  for (const line of across) expect(plainText(line)).toBe('─'.repeat(size.columns));
  const panel =
    overlay === null || (overlay.name === 'menu' && !overlay.shown) ? -1 : frame.lines.findLastIndex(isRule);
  if (overlay !== null && panel < 0) expect(overlay.name).toBe('menu');
  const body = frame.lines.slice(1, panel < 0 ? size.rows - frame.foot : panel);
  const rules = body.map((line) => {
    let column = 0;
    const at: number[] = [];
    for (const one of line) {
      if (one.text === '│' && one.tone === 'dim') at.push(column);
      column += width(one.text);
    }
    return at.join(' ');
  });
  if (body.length === 0) return;
  expect(new Set(rules).size, rules.join('\n')).toBe(1);
  expect(rules[0]?.split(' ').filter(Boolean)).toHaveLength(rulesBetweenPanes(desk.state()));
}

/** What must hold in every state, whatever was pressed. */
export function expectConsistent(state: State): void {
  const { list } = state;
  const last = Math.max(0, list.numbers.length - 1);
  expect(list.at).toBeGreaterThanOrEqual(0);
  expect(list.at).toBeLessThanOrEqual(last);
  expect(list.top).toBeGreaterThanOrEqual(0);
  expect(list.top).toBeLessThanOrEqual(list.at);
  // while a query is typed the selection waits for what it will show
  const asks = state.overlay?.name === 'prompt' && ['search', 'narrow'].includes(state.overlay.use.what);
  if (!asks) for (const number of list.marked) expect(list.numbers).toContain(number);
  if (state.screen.name === 'compose') expect(state.shown?.case.number).toBe(state.screen.draft.number);
  if (state.screen.name === 'history')
    expect(state.screen.at).toBeLessThanOrEqual(Math.max(0, state.screen.actions.length - 1));
}
