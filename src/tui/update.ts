import { wordsFor } from '../i18n/index.ts';
import { searchOn } from './commands/duplicates.ts';
import { askRest } from './commands/journey.ts';
import { reload, withCursor } from './commands/list.ts';
import { edit } from './edit-keys.ts';
import { NOT_COMPOSING, readComposed, withoutKnown } from './input-method.ts';
import { keyName } from './key-name.ts';
import { commandKeys, type Key, latinKey } from './keys.ts';
import { layoutOf } from './layout.ts';
import { chordsOf, placeOf, rowFor, rowsAt } from './lookup.ts';
import type { Message } from './messages.ts';
import { overlayKey, overlayPaste } from './overlays/update.ts';
import { keycap } from './parts/frame.ts';
import type { Step } from './program.ts';
import { readAnew } from './read-anew.ts';
import { reported } from './reports.ts';
import { typeInComposer } from './screens/compose/update.ts';
import { helpLines } from './screens/help/help-lines.ts';
import type { State } from './state.ts';

const MENU_MS = 300;

/** One message, one step. Pure: the same state and message always give the same step. */
export function update(state: State, message: Message): Step {
  const [next, effects] = updated(state, message);
  return next.screen === state.screen ? [next, effects] : [next, [...effects, ...askRest(next), ...searchOn(next)]];
}

function updated(state: State, message: Message): Step {
  switch (message.type) {
    case 'key':
      return pressed(state, message.key);
    case 'paste':
      return pasted(state, message.text);
    case 'resized': {
      const [next, effects] = withCursor({ ...state, size: message.size }, state.list.at);
      return [next, effects];
    }
    case 'tick':
      return ticked(state, message.now);
    case 'menu-due':
      return [state.overlay?.name === 'menu' ? { ...state, overlay: { ...state.overlay, shown: true } } : state, []];
    case 'store-changed':
      return [
        state,
        [
          reload(state),
          ...readAnew(state),
          ...(state.shown === null ? [] : [{ do: 'load-case' as const, number: state.shown.case.number }]),
        ],
      ];
    default:
      return reported(state, message);
  }
}

/** Only a new minute changes what is seen: ages, and the cases that wake by the clock. */
function ticked(state: State, now: number): Step {
  if (Math.floor(now / 60_000) === Math.floor(state.now / 60_000)) return [state, [{ do: 'poll' }]];
  const next = { ...state, now };
  return [next, [{ do: 'poll' }, reload(next), ...readAnew(next)]];
}

function pasted(state: State, text: string): Step {
  if (state.overlay !== null) return overlayPaste(state, text);
  if (state.screen.name === 'compose' && !state.screen.draft.reviewing)
    return typeInComposer(state, (editor) => edit(editor, { name: text, text }, 'paste'), false);
  return [{ ...state, notice: { text: wordsFor(state.locale).tui.pasteIgnored, tone: 'error' } }, []];
}

function pressed(state: State, arrived: Key): Step {
  if (arrived.name === 'C-c') return interrupted(state);
  const { key, composing } = withoutKnown(state.composing, arrived);
  const heard = composing === state.composing ? state : { ...state, composing };
  if (key === null) return [heard, []];
  const calm = heard.leaving ? { ...heard, leaving: false, notice: null } : heard;
  if (calm.overlay !== null && calm.overlay.name !== 'menu') return overlayKey(inField(calm), key);
  if (placeOf(calm) === 'compose') {
    const field = inField(calm);
    const row = key.text === null ? rowFor('compose', key.name) : undefined;
    if (row !== undefined) return row.does(field);
    return typeInComposer(field, (editor, columns) => edit(editor, key, 'type', columns), key.text !== null);
  }
  // of keys that came in one piece each counts where the one before it has led: `rXin` answers and writes "Xin"
  const [first, ...rest] = commandKeys(key);
  if (first === undefined) return [calm, []];
  const [next, effects] = command(calm, first);
  const later = rest.map((one) => one.name).join('');
  if (later === '' || next.overlay?.name === 'confirm') return [next, effects]; // a question is not answered by accident
  return [next, [...effects, { do: 'press', key: { name: later, text: later } }]];
}

/** In a field the letters are text again, and the input method's own. */
const inField = (state: State): State =>
  state.composing === NOT_COMPOSING ? state : { ...state, composing: NOT_COMPOSING };

/** The first Ctrl-C takes back what is open, the next one quits: a draft must not die of a habit. */
function interrupted(state: State): Step {
  if (state.overlay?.name === 'menu') return [{ ...state, overlay: null }, []];
  if (state.overlay !== null) return overlayKey(state, { name: 'Esc', text: null });
  if (state.leaving) return [state, [{ do: 'quit' }]];
  return [{ ...state, leaving: true, notice: { text: wordsFor(state.locale).tui.leaveHint, tone: 'info' } }, []];
}

/** A key in command mode: the end of a chord, a command, an input method's doing, or nothing. */
function command(state: State, raw: Key): Step {
  const read = readComposed(state.composing, raw, state.inputMethod);
  const settled: State = { ...state, composing: read.composing };
  if (read.key === null) {
    const hint = wordsFor(state.locale).tui.imeHint(raw.name);
    return [read.alone ? { ...settled, notice: { text: hint, tone: 'info' } } : settled, []];
  }
  const key = latinKey(read.key);
  const place = placeOf(settled);
  if (settled.overlay?.name === 'menu') {
    const { prefix } = settled.overlay;
    const closed: State = { ...settled, overlay: null };
    if (key.name === 'Esc') return [closed, []];
    const row = rowFor(place, `${prefix} ${key.name}`);
    return row === undefined ? [{ ...settled, overlay: { name: 'menu', prefix, shown: true } }, []] : run(closed, row);
  }
  const row = rowFor(place, key.name);
  if (row !== undefined) return run({ ...settled, notice: null }, row);
  if (chordsOf(place, key.name).length > 0)
    return [
      { ...settled, notice: null, overlay: { name: 'menu', prefix: key.name, shown: false } },
      [{ do: 'after', ms: MENU_MS, timer: 'menu', message: { type: 'menu-due' }, anew: true }],
    ];
  return [{ ...settled, notice: { text: unbound(settled, key), tone: 'info' } }, []];
}

function run(state: State, row: { writes?: true; does: (state: State) => Step }): Step {
  if (row.writes === true && state.readOnly)
    return [{ ...state, notice: { text: wordsFor(state.locale).tui.notHere, tone: 'error' } }, []];
  const [next, effects] = row.does(state);
  if (next.screen.name !== 'help') return [next, effects];
  // the help's length comes from the key table itself, which commands cannot see
  const last = Math.max(0, helpLines(next).length - layoutOf(next.size).body);
  return [{ ...next, screen: { ...next.screen, top: Math.min(next.screen.top, last) } }, effects];
}

/** Names the bound key whose letter is nearest: the same letter in the other case, else the help. */
function unbound(state: State, key: Key): string {
  const { tui } = wordsFor(state.locale);
  const rows = rowsAt(placeOf(state)).filter((row) => row.keys.length > 0);
  const other = key.name === key.name.toLowerCase() ? key.name.toUpperCase() : key.name.toLowerCase();
  const near = rows.find((row) => row.keys.includes(other)) ?? rows.find((row) => row.id === 'help') ?? rows[0];
  if (near === undefined) return '';
  return tui.noSuchKey(
    keycap(key.name, state.locale),
    keycap(near.keys[0] ?? '', state.locale),
    keyName(wordsFor(state.locale), near.id),
  );
}
