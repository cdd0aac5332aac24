import { KINDS, TOPICS } from '../case.ts';
import { SEGMENTS } from '../customer.ts';
import type { Flaw, FlawCode, Read } from '../playbook/page.ts';
import { parseSpan } from '../span.ts';
import { isTemplateName } from '../template.ts';
import type { Plan, PlanEvent } from './plan.ts';

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
 * follows is a note for the reader. Of several flaws the first is told, with its line. Never throws.
 */
export function parsePlan(content: string): Read<Plan> {
  const lines = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return wrong('no-front-matter', 1, lines[0] ?? '');
  const head = headOf(lines.slice(1, end));
  if ('ok' in head) return head;
  const { values, titles } = head;
  for (const key of ['name', 'event', 'after', 'template', 'consent'] as const)
    if (!values.has(key)) return wrong('missing-field', 1, key);
  if (titles.size === 0) return wrong('missing-field', 1, 'title');
  const text = (key: Key): string => values.get(key)?.value ?? '';
  const bad = (key: Key): Read<Plan> => wrong('bad-value', values.get(key)?.line ?? 1, `${key}: ${text(key)}`);
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
  return { ok: true, value: plan };
}

const wrong = (
  code: FlawCode,
  line: number,
  text: string,
): { readonly ok: false; readonly flaws: readonly Flaw[] } => ({
  ok: false,
  flaws: [{ line, code, text }],
});

function headOf(lines: readonly string[]): Head | { readonly ok: false; readonly flaws: readonly Flaw[] } {
  const head: Head = { values: new Map(), titles: new Map() };
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const number = at + 2;
    const [, key, language, written = ''] = /^([a-z]+)(?: ([a-z]{2,3}(?:-[A-Za-z0-9]+)*))?:(.*)$/.exec(line) ?? [];
    const value = written.trim();
    if (key === undefined) return wrong('not-a-field', number, line);
    if (key === 'title' && language !== undefined) {
      if (head.titles.has(language)) return wrong('repeated-field', number, `title ${language}`);
      const title = titleOf(value);
      if (title === null) return wrong('bad-value', number, line);
      head.titles.set(language, title);
      continue;
    }
    if (!isKey(key) || language !== undefined) return wrong('unknown-field', number, line);
    if (head.values.has(key)) return wrong('repeated-field', number, key);
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
