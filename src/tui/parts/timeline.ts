import type { CaseView, StoredEvent } from '../../actions/read-cases.ts';
import type { Locale } from '../../context.ts';
import { CASE_FIELD_NAMES } from '../../domain/case-fields.ts';
import type { Entry } from '../../domain/entry.ts';
import { STEP_ANSWERS } from '../../domain/playbook/ladder.ts';
import type { PageTitles } from '../../domain/playbook/page.ts';
import { byteSize } from '../../i18n/byte-size.ts';
import { eventValue } from '../../i18n/event-value.ts';
import { type Words, wordsFor } from '../../i18n/index.ts';
import { sayOption, sayPage } from '../../i18n/say-playbook.ts';
import { sayProblem } from '../../i18n/say-problem.ts';
import { dateTime } from '../../i18n/time.ts';
import { fieldName } from '../../i18n/value-words.ts';
import { bareAddress, deceivingDomains } from '../../text/address.ts';
import { type Clean, clean } from '../../text/clean.ts';
import { truncate, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { flow } from './flow.ts';
import { blank, type Line, lineWidth, type Span, say, spaces, span, type Tone, wrapped } from './line.ts';

export interface TimelineOptions {
  readonly locale: Locale;
  readonly columns: number;
  readonly unfolded: boolean;
  /** ms */
  readonly now: number;
}

/** Events an agent wants to see between the messages; what an import found out is no news. */
const SHOWN_EVENTS: ReadonlySet<string> = new Set([
  'status',
  'priority',
  'kind',
  'topic',
  'mood',
  'tag',
  'snooze',
  'subject',
  'product',
  'department',
  'channel',
  'mergedInto',
  'merged',
  'link',
  'rating',
  'option',
  'handoff',
  ...CASE_FIELD_NAMES,
]);
const INDENT = 2;
const SHORTEST_NAME = 8;

/** A case laid out: all its lines, newest last, and the line at which each entry begins, by the entry's id. */
export interface Timeline {
  readonly lines: readonly Line[];
  readonly starts: ReadonlyMap<number, number>;
}

const cache = new WeakMap<CaseView, { key: string; laid: Timeline }>();

/** The whole timeline of a case as screen lines. Worked out once per case, width and language. */
export function timeline(view: CaseView, options: TimelineOptions): Timeline {
  const key = [options.locale, options.columns, options.unfolded, new Date(options.now).toDateString()].join(' ');
  const known = cache.get(view);
  if (known?.key === key) return known.laid;
  const laid = layOut(view, options);
  cache.set(view, { key, laid });
  return laid;
}

function layOut(view: CaseView, options: TimelineOptions): Timeline {
  const lines: Line[] = [];
  const starts = new Map<number, number>();
  for (const item of inOrder(view)) {
    if ('entry' in item) starts.set(item.entry.id, lines.length);
    const made = 'event' in item ? eventLines(item.event, view, options) : [...entryLines(item.entry, options), blank];
    for (const line of made) lines.push(line); // one mail can have more lines than a call can have arguments
  }
  return { lines, starts };
}

type Item = { readonly at: number; readonly entry: Entry } | { readonly at: number; readonly event: StoredEvent };

/** Entries in their order, and each event after the entries that were there when it happened. */
function inOrder(view: CaseView): Item[] {
  let last = 0;
  const entries = view.entries.map((entry): Item => {
    last = entry.at ?? last;
    return { at: last, entry };
  });
  const events = view.events
    .filter((event) => SHOWN_EVENTS.has(event.field) && event.verb !== 'import' && !event.undone)
    .map((event): Item => ({ at: event.at ?? 0, event }));
  return [...entries, ...events].sort((a, b) => a.at - b.at); // a stable sort: entries stay before events of the same moment
}

const TONES: Readonly<Record<Entry['party'], Tone>> = {
  customer: 'strong',
  agent: 'accent',
  department: 'warn',
  system: 'dim',
};
const SIGNS: Readonly<Record<Entry['party'], string>> = { customer: '●', agent: '◦', department: '▲', system: '·' };

function entryLines(entry: Entry, options: TimelineOptions): Line[] {
  const words = wordsFor(options.locale);
  const room = Math.max(10, options.columns - INDENT);
  const lines: Line[] = headLines(entry, words, options);
  const put = (text: string, tone: Tone, before = span(spaces(INDENT))): void => {
    for (const row of wrap(clean(text, 'block'), room)) lines.push([before, span(row, tone)]);
  };
  if (entry.problem !== null) put(`! ${sayProblem(words, entry.problem)}`, 'warn');
  const text = entry.text.replace(/\s+$/u, '');
  if (text !== '') put(text, entry.type === 'note' ? 'warn' : 'plain');
  else if (entry.quoted.trim() === '') put(words.tui.noText, 'dim');
  if (entry.party === 'customer')
    for (const domain of deceivingDomains(text)) put(words.tui.realDomain(domain), 'danger');
  const quoted = entry.quoted.replace(/^\s*\n|\s+$/gu, '');
  if (quoted !== '' && options.unfolded) put(quoted, 'dim', say('┊ ', 'dim'));
  else if (quoted !== '') put(words.tui.quotedLines(quoted.split('\n').length), 'dim');
  for (const part of entry.parts) put(words.tui.attachment(clean(part.name, 'line'), byteSize(part.size)), 'accent');
  return lines;
}

/** When, who, and how it came or went; what does not fit beside the name stands under it. */
function headLines(entry: Entry, words: Words, options: TimelineOptions): Line[] {
  const when = entry.at === null ? words.time.unknown : dateTime(options.locale, entry.at, options.now);
  const address = entry.addresses.find((one) => one.role === 'from');
  const about = [
    entry.type === 'message' ? words.channels[entry.channel] : words.entryTypes[entry.type],
    ...(entry.minutes === null ? [] : [words.tui.minutes(entry.minutes)]),
    ...(entry.automatic === null ? [] : [words.automatic]),
    ...(entry.thanks ? [words.thanks] : []),
    ...(entry.filedOnly === null ? [] : [words.filedOnly[entry.filedOnly]].filter((one) => one !== '')),
    ...(entry.delivery === null ? [] : [words.deliveries[entry.delivery]]),
  ];
  const tone = entry.type === 'note' ? 'warn' : TONES[entry.party];
  const sign = entry.type === 'note' ? '✎' : SIGNS[entry.party];
  const name = entry.author === '' ? words.parties[entry.party] : entry.author;
  // the real address always stands beside the name that the sender chose
  const real =
    address === undefined || address.address === '' || address.address === name || entry.party === 'agent'
      ? null
      : bareAddress(address.address);
  const before = [say(`${sign} `, tone), say(`${when}  `, 'dim')];
  const who = whoLine(span(clean(name, 'line'), tone), real, options.columns - lineWidth(before));
  const marks = [
    ...about.map((one) => say(one, 'dim')),
    ...(entry.authenticated === 'fail' ? [say(words.senderNotConfirmed, 'danger')] : []),
  ];
  const whole = [...before, ...who, ...marks.flatMap((mark) => [say(' · ', 'dim'), mark])];
  if (lineWidth(whole) <= options.columns) return [whole];
  const under = flow(marks, options.columns - INDENT);
  return [[...before, ...who], ...under.map((line) => [span(spaces(INDENT)), ...line])];
}

/** `Lan <lan@example.vn>`: the name gives way before the address does. */
function whoLine(name: Span, address: Clean | null, columns: number): Line {
  if (address === null) return [{ ...name, text: truncate(name.text, columns) }];
  const shortest = Math.min(width(name.text), SHORTEST_NAME);
  const shown = truncate(address, columns - shortest - width(' <>'));
  const left = columns - width(shown) - width(' <>');
  return [{ ...name, text: truncate(name.text, left) }, say(' <', 'dim'), span(shown, 'dim'), say('>', 'dim')];
}

function eventLines(event: StoredEvent, { titles }: CaseView, options: TimelineOptions): Line[] {
  const words = wordsFor(options.locale);
  const when = event.at === null ? '' : dateTime(options.locale, event.at, options.now);
  const rows = wrapped(
    `${when} ${event.author}: ${toldChange(event, words, titles, options)}`,
    options.columns,
    4,
    'dim',
  );
  return rows.map((row, at) => (at > 0 ? row : [say('  · ', 'dim'), ...row.slice(1)]));
}

/** What an event says, in the agent's words. */
function toldChange(event: StoredEvent, words: Words, titles: PageTitles, options: TimelineOptions): string {
  const answer = STEP_ANSWERS.find((one) => one === event.new);
  if (event.field === 'option' && event.old !== null && answer !== undefined)
    return sayOption(words, options.locale, titles, event.old, answer);
  const named = (raw: string | null): string | null => (raw === null ? null : sayPage(titles, options.locale, raw));
  const value = (raw: string | null): string => valueIn(words, event.field, raw, options);
  const field = fieldName(words, event.field);
  if (event.field === 'tag' || event.field === 'steps')
    return event.new === null ? words.tui.removed(field, event.old ?? '') : words.tui.changed(field, '', event.new);
  if (event.field === 'merged' || event.field === 'link')
    return event.new === null
      ? words.tui.removed(field, value(event.old))
      : words.tui.changed(field, '', value(event.new));
  if (event.field === 'handoff') return words.tui.changed(field, named(event.old) ?? '', value(event.new));
  if (event.field === 'department')
    return words.tui.changed(field, named(event.old) ?? value(null), named(event.new) ?? value(null));
  return words.tui.changed(field, value(event.old), value(event.new));
}

function valueIn(words: Words, field: string, raw: string | null, { locale, now }: TimelineOptions): string {
  const named = field === 'link' || field === 'merged' || field === 'mergedInto';
  return named && raw !== null ? words.caseNumber(Number(raw)) : eventValue(words, field, raw, locale, now);
}
