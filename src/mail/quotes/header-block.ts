import { bare, hasAddress, hasDate, hasTime, isBlank, isRule, type Lines, LONGEST_MARK } from './lines.ts';
import { FORWARD_STEMS, FORWARDED, LABELS, ORIGINAL, RAW_LABELS, type Role } from './words.ts';

const ROLES: ReadonlyMap<string, Role> = new Map(
  (['from', 'sent', 'to', 'subject', 'other'] as const).flatMap((role) =>
    LABELS[role].map((word) => [word, role] as const),
  ),
);
const ORIGINALS = new Set(ORIGINAL);
const FORWARDS = new Set(FORWARDED);
const RAWS = new Set(RAW_LABELS);

/** Lines that one header block may have, values folded over several lines included. */
const MOST_LINES = 14;
const LONGEST_LABEL = 30;

interface Field {
  readonly label: string;
  readonly role: Role | null;
  readonly value: string;
}

/** "-----Original Message-----", in any of the languages known. */
export const isOriginalLine = (line: string): boolean => /^[\s>*]{0,6}-{2,}/.test(line) && ORIGINALS.has(bare(line));

/** "---------- Forwarded message ---------", "Begin forwarded message:", marked as quoted or not. */
export function isForwardLine(line: string): boolean {
  if (/^[\s>*]{0,6}-{2,}/.test(line)) {
    const words = bare(line);
    return words.length < 60 && FORWARD_STEMS.some((stem) => words.includes(stem));
  }
  return /[:：]\s*$/.test(line) && FORWARDS.has(bare(line));
}

/**
 * Does a header block (From, Sent, To, Subject, in any order and language) begin at `at`? A rule or a title between
 * dashes above it may be the line at `at`. From, Sent and a third field are needed, and something no form of a
 * customer's own has: an address, a time, a subject. Below a rule three "label: value" lines with an address and a date
 * are enough. A header as it travels (Received, Message-ID) was pasted by somebody to be read.
 */
export function isHeaderBlock(lines: Lines, at: number): boolean {
  const ruled = isRule(lines.raw[at] ?? '') || isTitle(lines.raw[at] ?? '');
  let first = ruled ? at + 1 : at;
  if (ruled && isBlank(lines.raw[first] ?? '')) first += 1;
  if (fieldOf(lines, first) === null) return false;
  const fields = fieldsFrom(lines, first, ruled);
  if (fields.some(isRaw) || travelledAbove(lines, at)) return false;
  const roles = new Set(fields.map(({ role }) => role));
  const values = fields.map(({ value }) => value).join(' ');
  const known = (['from', 'sent', 'to', 'subject'] as const).filter((role) => roles.has(role)).length;
  const evident = hasAddress(values) || hasTime(values) || known === 4;
  if (roles.has('from') && evident && (ruled ? known >= 2 : known >= 3 && roles.has('sent'))) return true;
  return ruled && fields.length >= 3 && hasAddress(values) && hasDate(values) && hasTime(values);
}

const isRaw = ({ label }: Field): boolean => RAWS.has(label) || label.startsWith('x-');

/** Do fields of a travelling header stand directly above? Then the block is the rest of that header. */
function travelledAbove(lines: Lines, at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - MOST_LINES) && !isBlank(lines.raw[above] ?? ''); above -= 1) {
    const field = fieldOf(lines, above);
    if (field !== null && isRaw(field)) return true;
  }
  return false;
}

const isTitle = (line: string): boolean => line.length <= LONGEST_MARK && /^\s*-{3,}[^-].{1,60}-{3,}\s*$/.test(line);

function fieldsFrom(lines: Lines, first: number, ruled: boolean): Field[] {
  const fields: Field[] = [];
  let folded = 0;
  for (let at = first; at < Math.min(lines.length, first + MOST_LINES); at += 1) {
    const line = lines.raw[at] ?? '';
    if (isBlank(line)) break;
    const field = fieldOf(lines, at);
    if (field !== null && (field.role !== null || ruled || isRaw(field))) {
      fields.push(field);
      folded = 0;
    } else {
      folded += 1;
      if (folded > 3) break;
    }
  }
  return fields;
}

function fieldOf(lines: Lines, at: number): Field | null {
  if (!/[:：]/.test((lines.raw[at] ?? '').slice(0, 2 * LONGEST_LABEL))) return null;
  const text = lines.plain(at).replace(/^[*_]{1,8}/, '');
  const colon = text.search(/[:：]/);
  if (colon < 1 || colon > LONGEST_LABEL) return null;
  const label = text.slice(0, colon).replace(/[*_\s]+$/, '');
  return { label, role: ROLES.get(label) ?? null, value: text.slice(colon + 1) };
}
