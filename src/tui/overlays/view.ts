import { type Words, wordsFor } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import { pad, truncate, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { editorText, layoutEditor } from '../editor/editor.ts';
import { keyName } from '../key-name.ts';
import { chordsOf, placeOf } from '../lookup.ts';
import { describeChange } from '../parts/describe-change.ts';
import { type Frame, keycap } from '../parts/frame.ts';
import { leftOut } from '../parts/left-out.ts';
import { fitLine, type Line, say, selected, spaces, span } from '../parts/line.ts';
import type { ConfirmAsk, NumberUse, Overlay, PromptState, State } from '../state.ts';
import { fileLine } from './files.ts';
import { asksNumber } from './number-prompt.ts';
import { matchCommands } from './palette.ts';
import { snoozeLine } from './snooze-prompt.ts';
import { splitLines } from './split-prompt.ts';
import { completeTag } from './tags.ts';
import { matchTemplates, previewOf } from './templates.ts';

const MOST = 12;
const PREVIEW_ROWS = 3;

/** The frame with what lies over it: at the foot of the screen, above the status row, so that the case stays in sight. */
export function withOverlay(base: Frame, state: State): Frame {
  const { overlay, size } = state;
  if (overlay === null || (overlay.name === 'menu' && !overlay.shown)) return base;
  const panel = panelOf(overlay, state);
  const room = size.rows - 1 - base.foot;
  const rows = panel.lines.slice(-room);
  const start = size.rows - base.foot - rows.length;
  const lines = [...base.lines.slice(0, -1), fitLine(panelKeys(overlay, state), size.columns)];
  rows.forEach((line, index) => {
    lines[start + index] = fitLine(line, size.columns);
  });
  const caret = panel.caret === null ? null : { x: panel.caret, y: start + rows.length - 1 - (panel.below ?? 0) };
  return { lines, caret, foot: base.foot };
}

/** The keys that count now: those of the screen below are text, or nothing, as long as this lies over it. */
function panelKeys(overlay: Overlay, { locale }: State): Line {
  const { panelKeys: names } = wordsFor(locale).tui;
  const cell = (key: string, name: string): Line => [say(` ${keycap(key, locale)}`, 'key'), say(` ${name} `, 'dim')];
  if (overlay.name === 'confirm') return [];
  if (overlay.name === 'menu') return cell('Esc', names.cancel);
  if (overlay.name === 'files')
    return [
      ...cell('Enter', names.open),
      ...cell('s', names.save),
      ...cell('S', names.saveAll),
      ...cell('Esc', names.cancel),
    ];
  const more =
    overlay.name !== 'prompt'
      ? cell(`${keycap('Up', locale)}${keycap('Down', locale)}`, names.choose)
      : overlay.use.what === 'tags'
        ? cell('Tab', names.complete)
        : [];
  return [...cell('Enter', names.take), ...more, ...cell('Esc', names.cancel)];
}

interface Panel {
  readonly lines: readonly Line[];
  /** column of the caret, in the panel's last row but those below it */
  readonly caret: number | null;
  /** rows below the one that is typed in */
  readonly below?: number;
}

function panelOf(overlay: Overlay, state: State): Panel {
  const words = wordsFor(state.locale);
  const rule: Line = [say('─'.repeat(state.size.columns), 'dim')];
  switch (overlay.name) {
    case 'menu':
      return { lines: [rule, ...menuLines(overlay.prefix, state)], caret: null };
    case 'confirm': {
      const { ask } = overlay;
      const left = ask.what === 'bulk-template' ? leftOut(ask.reached, state.locale) : [];
      const file: Line[] = ask.what === 'open-file' ? [[say(' '), ...fileLine(ask.file)]] : [];
      const told = [...file, ...left.map((one): Line => [say(` ${one}`, 'dim')])];
      // how it is answered stands at its end, and must be seen
      const asked = wrap(clean(question(ask, state), 'line'), state.size.columns - 2);
      return { lines: [rule, ...told, ...asked.map((one): Line => [say(' '), span(one, 'warn')])], caret: null };
    }
    case 'prompt':
      return promptPanel(overlay, state, rule);
    case 'files':
      return { lines: [rule, ...choices(overlay.files, overlay.at, fileLine, state.size.columns)], caret: null };
    case 'palette': {
      const rows = matchCommands(placeOf(state), editorText(overlay.input));
      const lines = choices(
        rows,
        overlay.at,
        (row) => [
          span(pad(clean(keyName(words, row.id), 'line'), Math.min(44, state.size.columns - 16))),
          say(` ${row.keys.map((key) => keycap(key, state.locale)).join('  ')}`, 'key'),
        ],
        state.size.columns,
      );
      return inputPanel(words.tui.paletteAsk, overlay.input, [rule, ...lines], state);
    }
    case 'templates': {
      const found = matchTemplates(overlay.templates, editorText(overlay.input));
      const lines = choices(
        found,
        overlay.at,
        (template) => [
          span(pad(clean(template.name, 'line'), 22), 'strong'),
          span(truncate(clean(template.title, 'line'), 40)),
          say(template.used > 0 ? `  ${words.tui.timesUsed(template.used)}` : '', 'dim'),
        ],
        state.size.columns,
      );
      const chosen = found[overlay.at];
      const text =
        chosen === undefined
          ? words.tui.noTemplates
          : previewOf(chosen, [state.shown?.customer?.language ?? null, state.locale]);
      const preview = wrap(clean(text, 'block'), state.size.columns - 4)
        .filter((row) => row.trim() !== '')
        .slice(0, PREVIEW_ROWS)
        .map((row): Line => [span(spaces(3)), span(row, 'dim')]);
      return inputPanel(words.tui.templatesAsk, overlay.input, [rule, ...lines, ...preview], state);
    }
  }
}

function question(ask: ConfirmAsk, { locale, now }: State): string {
  const { tui, keys } = wordsFor(locale);
  if (ask.what === 'quit') return tui.quitAsk;
  if (ask.what === 'open-file') return tui.openFileAsk;
  if (ask.what === 'bulk-template') return tui.bulkAsk(ask.template, ask.reached.customer.length);
  const { last, cases } = ask;
  if (last.what === 'merge') return tui.repeatAsk(tui.mergeInto(last.into), cases.length);
  if (last.what === 'spam') return tui.repeatAsk(last.not ? keys.names['not-spam'] : keys.names.spam, cases.length);
  return tui.repeatAsk(describeChange(last.change, locale, now), cases.length);
}

/** A window of the rows with the chosen one in it. */
function choices<Row>(rows: readonly Row[], at: number, show: (row: Row) => Line, columns: number): Line[] {
  const top = Math.max(0, Math.min(at - MOST + 1, rows.length - MOST));
  return rows.slice(top, top + MOST).map((row, index) => {
    const here = top + index === at;
    const line: Line = [say(here ? ' › ' : '   ', 'accent'), ...show(row)];
    return here ? selected(fitLine(line, columns)) : line;
  });
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
  const { tui } = wordsFor(state.locale);
  const labels = {
    search: tui.searchAsk,
    narrow: tui.narrowAsk,
    tags: prompt.use.what === 'tags' ? tagsLabel(prompt.use.cases, tui) : '',
    snooze: tui.snoozeAsk,
    merge: prompt.use.what === 'merge' && prompt.use.cases.length > 1 ? tui.mergeBulkAsk : tui.mergeAsk,
    unmerge: tui.unmergeAsk,
    link: tui.linkAsk,
    unlink: tui.unlinkAsk,
    split: tui.splitAsk,
    rating: tui.ratingAsk,
    pipe: tui.pipeAsk,
    'save-files': prompt.use.what === 'save-files' && prompt.use.file === null ? tui.saveAllAsk : tui.saveAsk,
    'call-minutes': tui.callMinutesAsk,
    'call-text': tui.callTextAsk,
    'new-customer': tui.customerAsk,
    'new-subject': tui.subjectAsk,
  };
  const offered = prompt.use.what === 'tags' ? completeTag(editorText(prompt.input), prompt.use.known).matches : [];
  const completion: Line[] = offered.length === 0 ? [] : [[span(spaces(2)), say(offered.join('  '), 'dim')]];
  const { use } = prompt;
  const shown = asksNumber(use)
    ? targetLines(use, state)
    : use.what === 'split'
      ? splitLines(use, editorText(prompt.input), state)
      : [];
  const above = [...completion, ...shown];
  const panel = inputPanel(labels[prompt.use.what], prompt.input, [rule, ...above], state);
  if (use.what !== 'snooze') return panel;
  return { ...panel, lines: [...panel.lines, snoozeLine(editorText(prompt.input).trim(), state)], below: 1 };
}

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
