import { expect } from 'vitest';
import { width } from '../../src/text/width.ts';
import type { State } from '../../src/tui/state.ts';
import { plainLines, type Screens } from './screen.ts';

/** Every frame fills the window exactly, and the rules between its panes stand in one column each. */
export function expectWholeFrame(desk: Screens): void {
  const { size, overlay, screen } = desk.state();
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
  if (overlay !== null || size.columns < 100 || screen.name !== 'list' || desk.state().empty) return;
  const body = frame.lines.slice(1, size.rows - frame.foot);
  const rules = body.map((line) => {
    let column = 0;
    const at: number[] = [];
    for (const one of line) {
      if (one.text === '│' && one.tone === 'dim') at.push(column);
      column += width(one.text);
    }
    return at.join(' ');
  });
  expect(new Set(rules).size, rules.join('\n')).toBe(1);
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
