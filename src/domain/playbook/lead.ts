import { KINDS, type Kind, PRIORITIES, type Priority, STATUSES, type Status, TOPICS, type Topic } from '../case.ts';
import { isTag } from '../tag.ts';
import { isPageId } from './page.ts';
import { listed, pieces, writeList } from './quoting.ts';

/** What an answer to a step leads to. */
export interface Lead {
  /** the step to go on with; null: the ladder ends here */
  readonly next: string | null;
  readonly status: Status | null;
  readonly priority: Priority | null;
  readonly addTags: readonly string[];
  /** departments that get a packet */
  readonly handOff: readonly string[];
  /** a follow-up in so many days */
  readonly followUpDays: number | null;
  readonly kind: Kind | null;
  readonly topic: Topic | null;
}

export const NOWHERE: Lead = {
  next: null,
  status: null,
  priority: null,
  addTags: [],
  handOff: [],
  followUpDays: null,
  kind: null,
  topic: null,
};

/** Reads `next swap; status hold; tag larger-model; hand-off warehouse; follow-up 7d`; else the piece that is wrong. */
export function readLead(line: string): { lead: Lead; wrong: string | null } {
  let lead = NOWHERE;
  const seen = new Set<string>();
  for (const piece of pieces(line, ';')) {
    const [, word = '', rest = ''] = /^([a-z-]+)\s+(.*)$/su.exec(piece) ?? [];
    const part = seen.has(word) ? null : partOf(word, rest);
    if (part === null) return { lead, wrong: piece };
    seen.add(word);
    lead = { ...lead, ...part };
  }
  return { lead, wrong: null };
}

function partOf(word: string, rest: string): Partial<Lead> | null {
  const values = listed(rest);
  const days = /^(\d{1,4})d$/.exec(rest)?.[1];
  switch (word) {
    case 'next':
      return isPageId(rest) ? { next: rest } : null;
    case 'status':
      return oneOf(STATUSES, rest, (status) => ({ status }));
    case 'priority':
      return oneOf(PRIORITIES, rest, (priority) => ({ priority }));
    case 'kind':
      return oneOf(KINDS, rest, (kind) => ({ kind }));
    case 'topic':
      return oneOf(TOPICS, rest, (topic) => ({ topic }));
    case 'tag':
      return values.length > 0 && values.every(isTag) ? { addTags: values } : null;
    case 'hand-off':
      return values.length > 0 && values.every(isPageId) ? { handOff: values } : null;
    case 'follow-up':
      return days === undefined ? null : { followUpDays: Number(days) };
    default:
      return null;
  }
}

function oneOf<T extends string>(known: readonly T[], text: string, part: (value: T) => Partial<Lead>) {
  const value = known.find((one) => one === text);
  return value === undefined ? null : part(value);
}

/** The lead as it stands in a file. */
export function writeLead(lead: Lead): string {
  const words = [
    ['next', lead.next],
    ['status', lead.status],
    ['tag', lead.addTags.length > 0 ? writeList(lead.addTags) : null],
    ['priority', lead.priority],
    ['hand-off', lead.handOff.length > 0 ? writeList(lead.handOff) : null],
    ['follow-up', lead.followUpDays === null ? null : `${lead.followUpDays}d`],
    ['kind', lead.kind],
    ['topic', lead.topic],
  ] as const;
  return words.flatMap(([word, value]) => (value === null ? [] : [`${word} ${value}`])).join('; ');
}

/** Does nothing at all follow from it? */
export const isDeadEnd = (lead: Lead): boolean => writeLead(lead) === '';
