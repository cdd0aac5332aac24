import { KINDS, TOPICS } from '../case.ts';
import { SEGMENTS } from '../customer.ts';
import { parseSpan } from '../span.ts';
import { isTemplateName } from '../template.ts';
import type { Plan, PlanEvent } from './plan.ts';

/** What is wrong with a plan's file, in which line (1 is the first; null: something is not there). */
export interface PlanProblem {
  readonly problem: 'no-front-matter' | 'unknown-key' | 'twice' | 'missing' | 'bad-value';
  readonly line: number | null;
  /** the key, or the line that is none */
  readonly text: string;
}

export type ParsedPlan = { readonly plan: Plan } | { readonly problem: PlanProblem };

const KEYS = ['name', 'event', 'after', 'segments', 'kinds', 'topics', 'template', 'consent'] as const;
type Key = (typeof KEYS)[number];
const isKey = (text: string): text is Key => KEYS.some((key) => key === text);

const DAY = 86_400_000;
const LONGEST = 3650 * DAY;

interface Head {
  readonly values: Map<Key, { readonly value: string; readonly line: number }>;
  readonly titles: Map<string, string>;
}

/**
 * Reads a plan: front matter between two lines of `---` with `name`, `title vi` (and other languages), `event` (`solved`,
 * `purchase`, `first-purchase`, `silence`, `segment former`), `after` (`7d`), `segments`, with `solved` also `kinds` and
 * `topics` (words between commas or blanks; left out: all), `template` and `consent` (`yes`: it needs one; `no`). What
 * follows is a note for the reader. Never throws.
 */
export function parsePlan(content: string): ParsedPlan {
  const lines = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return wrong('no-front-matter', null, '---');
  const head = headOf(lines.slice(1, end));
  if ('problem' in head) return head;
  const { values, titles } = head;
  for (const key of ['name', 'event', 'after', 'template', 'consent'] as const)
    if (!values.has(key)) return wrong('missing', null, key);
  if (titles.size === 0) return wrong('missing', null, 'title');
  const text = (key: Key): string => values.get(key)?.value ?? '';
  const bad = (key: Key): ParsedPlan => wrong('bad-value', values.get(key)?.line ?? null, key);
  const [segments, kinds, topics] = [
    among(SEGMENTS, text('segments')),
    among(KINDS, text('kinds')),
    among(TOPICS, text('topics')),
  ];
  if (segments === null) return bad('segments');
  if (kinds === null) return bad('kinds');
  if (topics === null) return bad('topics');
  if (!isTemplateName(text('name'))) return bad('name');
  if (!isTemplateName(text('template'))) return bad('template');
  const event = eventOf(text('event'), kinds, topics);
  if (event === null) return bad('event');
  // kinds and topics are of cases
  if (event.on !== 'solved' && kinds.length > 0) return bad('kinds');
  if (event.on !== 'solved' && topics.length > 0) return bad('topics');
  const after = parseSpan(text('after'));
  if (after === null || after % DAY !== 0 || after > LONGEST) return bad('after');
  if (text('consent') !== 'yes' && text('consent') !== 'no') return bad('consent');
  const plan: Plan = {
    name: text('name'),
    titles: Object.fromEntries(titles),
    event,
    after,
    segments,
    template: text('template'),
    needsConsent: text('consent') === 'yes',
    note: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
  return { plan };
}

const wrong = (
  problem: PlanProblem['problem'],
  line: number | null,
  text: string,
): { readonly problem: PlanProblem } => ({
  problem: { problem, line, text },
});

function headOf(lines: readonly string[]): Head | { readonly problem: PlanProblem } {
  const head: Head = { values: new Map(), titles: new Map() };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const number = at + 2;
    const [, key = '', language, written = ''] = /^([a-z]+)(?: ([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?:(.*)$/.exec(line) ?? [];
    const value = written.trim();
    if (key === 'title' && language !== undefined) {
      if (head.titles.has(language)) return wrong('twice', number, `title ${language}`);
      const title = titleOf(value);
      if (title === null) return wrong('bad-value', number, `title ${language}`);
      head.titles.set(language, title);
      continue;
    }
    if (!isKey(key) || language !== undefined) return wrong('unknown-key', number, line);
    if (head.values.has(key)) return wrong('twice', number, key);
    head.values.set(key, { value, line: number });
  }
  return head;
}

/** A title, or as a JSON string one that would not come back as it is. */
function titleOf(value: string): string | null {
  if (!value.startsWith('"')) return value === '' ? null : value;
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === 'string' && read !== '' ? read : null;
  } catch {
    return null;
  }
}

/** The words of a list, each once; null where one is not among the known. */
function among<T extends string>(known: readonly T[], text: string): readonly T[] | null {
  const found = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => known.find((one) => one === word));
  return found.every((one) => one !== undefined) ? [...new Set(found)] : null;
}

function eventOf(
  text: string,
  kinds: Extract<PlanEvent, { on: 'solved' }>['kinds'],
  topics: Extract<PlanEvent, { on: 'solved' }>['topics'],
): PlanEvent | null {
  if (text === 'solved') return { on: text, kinds, topics };
  if (text === 'purchase' || text === 'first-purchase' || text === 'silence') return { on: text };
  const segment = SEGMENTS.find((one) => text === `segment ${one}`);
  return segment === undefined ? null : { on: 'segment', segment };
}

/** The plan as such a file; reading it again gives the same plan. */
export function writePlan({ name, titles, event, after, segments, template, needsConsent, note }: Plan): string {
  const list = (key: string, words: readonly string[]): readonly string[] =>
    words.length === 0 ? [] : [`${key}: ${words.join(' ')}`];
  const head = [
    '---',
    `name: ${name}`,
    ...Object.entries(titles).map(([language, title]) => `title ${language}: ${asTitle(title)}`),
    `event: ${event.on === 'segment' ? `segment ${event.segment}` : event.on}`,
    `after: ${after / DAY}d`,
    ...list('segments', segments),
    ...(event.on === 'solved' ? [...list('kinds', event.kinds), ...list('topics', event.topics)] : []),
    `template: ${template}`,
    `consent: ${needsConsent ? 'yes' : 'no'}`,
    '---',
  ];
  return `${[...head, ...(note === '' ? [] : ['', note])].join('\n')}\n`;
}

const asTitle = (title: string): string =>
  title.trim() === title && !/^"|[\p{Cc}\u2028\u2029]/u.test(title) ? title : JSON.stringify(title);
