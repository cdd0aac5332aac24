import type { Words } from './index.ts';

const lookUp = (table: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(table, key) ? (table[key] ?? key) : key;

/** What a field is called; one that has no name keeps its own. */
export const fieldName = (words: Words, field: string): string =>
  lookUp({ ...words.caseFields, ...words.fields }, field);

/** What a field's value is called, as far as it is one of a few. */
export function valueName(words: Words, field: string, raw: string): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: words.statuses,
    created: words.statuses,
    priority: words.priorities,
    kind: words.kinds,
    topic: words.topics,
    mood: words.moods,
    channel: words.channels,
    rating: words.ratings,
    option: words.playbooks.answers,
    handoff: { ...words.handoffs.states, late: words.handoffs.late },
    snooze: words.snoozeModes,
    stage: words.stages,
    outcome: words.outcomes,
  };
  return lookUp(tables[field] ?? {}, raw);
}

/** What a change has set, as it is kept with it (`status=hold +vip`), in words: `status: on hold, +vip`. */
export const changesTold = (words: Words, kept: string): string =>
  kept
    .split(/ (?=[a-z]+[+-]?=|[+-])/)
    .map((one) => {
      const [, field, sign = '', value] = /^([a-z]+)([+-]?)=(.*)$/s.exec(one) ?? [];
      if (field === undefined || value === undefined) return one;
      return `${fieldName(words, field)}: ${sign}${value === 'none' ? words.none : valueName(words, field, value)}`;
    })
    .join(', ');
