import type { CustomersMerged } from '../../actions/merge-customers.ts';
import { type Words, wordsFor } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { pad, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { fieldLabel } from '../commands/fields.ts';
import { editorText, layoutEditor } from '../editor/editor.ts';
import { keyName } from '../key-name.ts';
import { chordsOf, placeOf } from '../lookup.ts';
import { describeChange } from '../parts/describe-change.ts';
import type { Frame } from '../parts/frame.ts';
import { leftOut } from '../parts/left-out.ts';
import { fitLine, type Line, say, spaces, span, wholeParts, wrapped } from '../parts/line.ts';
import type { ConfirmAsk, NumberUse, Overlay, PromptState, State } from '../state.ts';
import { choices, paletteLines, templateLines } from './choices.ts';
import { asksCommitment, commitLabel, commitLine } from './commit-prompt.ts';
import { asksCustomer, customerLabel, customerLines } from './customer-prompt.ts';
import { fileLine } from './files.ts';
import { forgetLabel, forgetLines } from './forget-prompt.ts';
import { asksHandoff, handoffLabel, handoffLines } from './handoff-prompt.ts';
import { asksHead, headLabel, headLine } from './head-prompt.ts';
import { asksNumber } from './number-prompt.ts';
import { panelKeys } from './panel-keys.ts';
import { snoozedLine } from './snooze-prompt.ts';
import { splitLines } from './split-prompt.ts';
import { completeTag } from './tags.ts';

/** The frame with what lies over it: at the foot of the screen, above the status row, so that the case stays in sight. */
export function withOverlay(base: Frame, state: State): Frame {
  const { overlay, size } = state;
  if (overlay === null || (overlay.name === 'menu' && !overlay.shown)) return base;
  const room = size.rows - 1 - base.foot;
  const panel = panelOf(overlay, state, room - 2);
  const rows = panel.lines.slice(-room);
  const start = size.rows - base.foot - rows.length;
  const lines = [...base.lines.slice(0, -1), fitLine(panelKeys(overlay, state), size.columns)];
  rows.forEach((line, index) => {
    lines[start + index] = fitLine(line, size.columns);
  });
  const caret = panel.caret === null ? null : { x: panel.caret, y: start + rows.length - 1 - (panel.below ?? 0) };
  return { lines, caret, foot: base.foot };
}

interface Panel {
  readonly lines: readonly Line[];
  /** column of the caret, in the panel's last row but those below it */
  readonly caret: number | null;
  /** rows below the one that is typed in */
  readonly below?: number;
}

/** `room`: rows besides the rule and the line one types in. */
function panelOf(overlay: Overlay, state: State, room: number): Panel {
  const words = wordsFor(state.locale);
  const rule: Line = [say('─'.repeat(state.size.columns), 'dim')];
  switch (overlay.name) {
    case 'menu':
      return { lines: [rule, ...menuLines(overlay.prefix, state)], caret: null };
    case 'confirm': {
      const { ask } = overlay;
      const left = ask.what === 'bulk-template' ? leftOut(ask.reached, state.locale) : [];
      const file: Line[] = ask.what === 'open-file' ? [[say(' '), ...fileLine(ask.file)]] : [];
      const merge = ask.what === 'merge-customers' ? mergeTold(ask.merged, state) : [];
      const told = [...file, ...merge, ...left.map((one): Line => [say(` ${one}`, 'dim')])];
      // how it is answered stands at its end, and must be seen
      const asked = wrap(clean(question(ask, state), 'line'), state.size.columns - 2);
      return { lines: [rule, ...told, ...asked.map((one): Line => [say(' '), span(one, 'warn')])], caret: null };
    }
    case 'prompt':
      return promptPanel(overlay, state, rule);
    case 'files':
      return { lines: [rule, ...choices(overlay.files, overlay.at, room, state.size.columns, fileLine)], caret: null };
    case 'palette':
      return inputPanel(words.tui.paletteAsk, overlay.input, [rule, ...paletteLines(overlay, state, room)], state);
    case 'templates':
      return inputPanel(words.tui.templatesAsk, overlay.input, [rule, ...templateLines(overlay, state, room)], state);
  }
}

function question(ask: ConfirmAsk, { locale, now }: State): string {
  const { tui, keys, customers } = wordsFor(locale);
  if (ask.what === 'quit') return tui.quitAsk;
  if (ask.what === 'open-file') return tui.openFileAsk;
  if (ask.what === 'merge-customers') return customers.mergeSure;
  if (ask.what === 'bulk-template') return tui.bulkAsk(ask.template, ask.reached.customer.length);
  const { last, cases } = ask;
  if (last.what === 'merge') return tui.repeatAsk(tui.mergeInto(last.into), cases.length);
  if (last.what === 'spam') return tui.repeatAsk(last.not ? keys.names['not-spam'] : keys.names.spam, cases.length);
  return tui.repeatAsk(describeChange(last.change, locale, now), cases.length);
}

function inputPanel(label: string, input: PromptState['input'], above: readonly Line[], state: State): Panel {
  const ask = clean(` ${label}: `, 'line');
  const room = Math.max(10, state.size.columns - width(ask) - 1);
  const { lines, caretRow, caretColumn } = layoutEditor(input, room);
  const line: Line = [span(ask, 'dim'), span(lines[caretRow] ?? clean('', 'line'))];
  return { lines: [...above, line], caret: width(ask) + caretColumn };
}

const tagsLabel = ([one = 0, ...others]: readonly number[], tui: Words['tui']): string =>
  others.length === 0 ? tui.tagsAsk(one) : tui.tagsBulkAsk(1 + others.length);

function promptPanel(prompt: PromptState, state: State, rule: Line): Panel {
  const { tui, own } = wordsFor(state.locale);
  const labels = {
    search: tui.searchAsk,
    narrow: tui.narrowAsk,
    'customer-search': tui.searchAsk,
    tags: prompt.use.what === 'tags' ? tagsLabel(prompt.use.cases, tui) : '',
    snooze: tui.snoozeAsk,
    merge: prompt.use.what === 'merge' && prompt.use.cases.length > 1 ? tui.mergeBulkAsk : tui.mergeAsk,
    unmerge: tui.unmergeAsk,
    link: tui.linkAsk,
    unlink: tui.unlinkAsk,
    split: tui.splitAsk,
    rating: tui.ratingAsk,
    field: prompt.use.what === 'field' ? fieldLabel(prompt.use, state) : '',
    spawn: prompt.use.what === 'spawn' ? own.spawnAsk(prompt.use.number) : '',
    pipe: tui.pipeAsk,
    'save-files': prompt.use.what === 'save-files' && prompt.use.file === null ? tui.saveAllAsk : tui.saveAsk,
    'call-minutes': tui.callMinutesAsk,
    'call-text': tui.callTextAsk,
    'new-customer': tui.customerAsk,
    'new-subject':
      prompt.use.what === 'new-subject' && prompt.use.called !== undefined
        ? `${tui.subjectAsk} (${prompt.use.called})`
        : tui.subjectAsk,
  };
  const { use } = prompt;
  const typed = editorText(prompt.input);
  const offered =
    use.what === 'tags' ? completeTag(typed, use.known).matches : use.what === 'attach' ? use.offered : [];
  const completion: Line[] = offered.length === 0 ? [] : [offeredLine(offered, state.size.columns)];
  const shown = asksNumber(use)
    ? targetLines(use, state)
    : asksHandoff(use)
      ? handoffLines(use, typed.trim(), state)
      : asksCustomer(use)
        ? customerLines(use, typed.trim(), state)
        : use.what === 'split'
          ? splitLines(use, typed, state)
          : use.what === 'forget'
            ? forgetLines(use, state)
            : [];
  const above = [...completion, ...shown];
  const label = asksHead(use)
    ? headLabel(use, state)
    : asksCommitment(use)
      ? commitLabel(use, state)
      : asksHandoff(use)
        ? handoffLabel(use, state)
        : asksCustomer(use)
          ? customerLabel(use, state)
          : use.what === 'forget'
            ? forgetLabel(use, state)
            : labels[use.what];
  const panel = inputPanel(label, prompt.input, [rule, ...above], state);
  const under = asksHead(use)
    ? headLine(use, typed.trim(), state)
    : asksCommitment(use)
      ? commitLine(use, typed.trim(), state)
      : use.what === 'snooze'
        ? snoozedLine(use, typed.trim(), state)
        : null;
  return under === null ? panel : { ...panel, lines: [...panel.lines, under], below: 1 };
}

/** What a merge of customers would do. */
function mergeTold({ from, into, name, otherName, moved, learned }: CustomersMerged, state: State): Line[] {
  const { customers } = wordsFor(state.locale);
  const columns = state.size.columns - 1;
  const fields = learned.map((field) => customers.fields[field] ?? field).join(', ');
  return [
    ...wrapped(customers.merged(`${name} (#${from})`, `${otherName} (#${into})`, true), columns, 1),
    ...wrapped(customers.moves(moved), columns, 1, 'dim'),
    ...(learned.length === 0 ? [] : wrapped(customers.learns(fields), columns, 1, 'dim')),
  ];
}

/** As many of the words as fit, each of them whole. */
const offeredLine = (offered: readonly string[], columns: number): Line =>
  wholeParts(
    offered.map((one) => [span(spaces(2)), say(one, 'dim')]),
    columns,
  );

/** The case whose number is typed: before Enter one sees which it is. */
function targetLines({ target }: NumberUse, { locale }: State): Line[] {
  if (target === null) return [];
  const words = wordsFor(locale);
  return [
    [
      say(`  ${words.caseNumber(target.number)} `, 'accent'),
      say(target.subject === '' ? words.noSubject : target.subject),
      ...(target.customer === null ? [] : [say(` · ${target.customer}`, 'dim')]),
    ],
  ];
}

/** What the chord's second key can be, in as many columns as fit. */
function menuLines(prefix: string, state: State): Line[] {
  const words = wordsFor(state.locale);
  const title = Object.entries(words.keys.menus).find(([key]) => key === prefix)?.[1] ?? prefix;
  const rows = chordsOf(placeOf(state), prefix);
  const widest = Math.max(...rows.map(({ row }) => width(clean(keyName(words, row.id), 'line')))) + 6;
  const across = Math.max(1, Math.floor((state.size.columns - 2) / widest));
  const height = Math.ceil(rows.length / across);
  const lines = Array.from(
    { length: height },
    (_, index): Line =>
      Array.from({ length: across }, (_unused, column): Line => {
        const cell = rows[column * height + index];
        if (cell === undefined) return [];
        return [say(`  ${cell.key} `, 'key'), span(pad(clean(keyName(words, cell.row.id), 'line'), widest - 4))];
      }).flat(),
  );
  return [[say(` ${title}`, 'title')], ...lines];
}
