import type { Plan } from '../../src/domain/care/plan.ts';

const DAY = 86_400_000;

/** The plan as its file; reading it again gives the same plan. */
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
