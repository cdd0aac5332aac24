import type { PageLanguage } from '../playbook/page.ts';
import type { Department, FormField } from './department.ts';
import { type Evidence, filledFields, type Given, type HandoffFacts } from './filled.ts';
import { PACKET_WORDS } from './packet-words.ts';

/** What a packet says beside the fields. */
export interface PacketOf {
  /** of the hand-off: letters, digits and hyphens; read back in lower case */
  readonly id: string;
  readonly caseNumber: number;
  readonly subject: string;
  readonly summary: string;
  /** the due date as it is written for the department */
  readonly due: string;
  readonly language: PageLanguage;
}

/** The line with which the form begins, and the one with which it ends. */
export const MARKER = 'desk-handoff';
const END = `${MARKER}-end`;

/**
 * The packet as Markdown: summary, fields, evidence, due date, and the form for the answer between two marker lines that
 * survive a mail. Strangers' words in it are data: none of them can look like a marker or a line of the form.
 */
export function packetOf(department: Department, of: PacketOf, given: Given, facts: HandoffFacts): string {
  const words = PACKET_WORDS[of.language];
  const title = department.titles[of.language] ?? department.name;
  const fields = filledFields(department, given, facts).filter(({ value }) => value !== '');
  return [
    `# ${words.handoff}: ${title}`,
    '',
    `- ${words.case}: #${of.caseNumber} · ${plainLine(of.subject)}`,
    `- ${words.due}: ${plainLine(of.due)}`,
    '',
    `## ${words.summary}`,
    '',
    block(of.summary),
    '',
    `## ${words.details}`,
    '',
    ...fields.map(({ field, value }) => `- **${titleOf(field, of.language)}:** ${inItem(value)}`),
    '',
    `## ${words.evidence}`,
    '',
    ...(facts.attachments.length === 0 ? [words.none] : facts.attachments.map(evidenceLine(words.notKept))),
    '',
    ...formOf(department, of.id, of.language),
  ].join('\n');
}

/** The lines of the form in which a department answers. */
export function formOf(department: Department, id: string, language: PageLanguage): string[] {
  const words = PACKET_WORDS[language];
  return [
    `## ${words.answer}`,
    '',
    words.how,
    '',
    `${MARKER}: ${id.toLowerCase()}`,
    '',
    ...department.answers.map((field) => `[${field.name}] ${titleOf(field, language).replace(/[:：]/g, ' ')}:`),
    '',
    `${END}: ${id.toLowerCase()}`,
    '',
  ];
}

const titleOf = (field: FormField, language: PageLanguage): string => plainLine(field.titles[language] ?? field.name);

const evidenceLine =
  (notKept: string) =>
  ({ name, type, size, kept }: Evidence, at: number): string => {
    const told = [plainLine(type), `${Math.max(1, Math.ceil(size / 1024))} KB`, ...(kept ? [] : [notKept])];
    return `${at + 1}. ${plainLine(name)} (${told.join(', ')})`;
  };

/** A stranger's word never begins a marker, and no line of theirs begins like one of the form. */
const tame = (text: string): string =>
  text.replace(/desk(\p{Pd})handoff/giu, 'desk_handoff').replace(/^([\s>|]*)\[/gm, '$1\\[');

/** What a terminal would obey does not go into a file that somebody will look at. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

const block = (text: string): string =>
  tame(
    text
      .trim()
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(CONTROLS, ''),
  );
/** A stranger's words in one line, of which none can be read as a marker or a line of the form. */
export const plainLine = (text: string): string => block(text).replace(/\s+/g, ' ');

/** Many lines in one item of a list. */
const inItem = (text: string): string => block(text).replace(/\n/g, '\n  ');
