import type { Mood } from '../case.ts';
import type { PageLanguage } from '../playbook/page.ts';
import type { Department } from './department.ts';
import { formOf, plainLine } from './packet.ts';
import { PACKET_WORDS } from './packet-words.ts';

/** What a customer said of a product, without her name. */
export interface FeedbackLine {
  /** uid of the entry */
  readonly uid: string;
  readonly case: number;
  readonly product: string | null;
  readonly mood: Mood | null;
  /** ms; null is not known */
  readonly at: number | null;
  readonly text: string;
}

/** What was said of one product; `moods` counts cases. */
export interface FeedbackGroup {
  readonly product: string | null;
  readonly cases: number;
  readonly moods: Readonly<Partial<Record<Mood, number>>>;
  readonly lines: readonly FeedbackLine[];
}

/** By product, what was said most of first; in a group the oldest first. */
export function groupedFeedback(lines: readonly FeedbackLine[]): FeedbackGroup[] {
  const products = [...new Set(lines.map(({ product }) => product))];
  return products
    .map((product) =>
      groupOf(
        product,
        lines.filter((line) => line.product === product),
      ),
    )
    .sort((one, other) => other.lines.length - one.lines.length);
}

function groupOf(product: string | null, lines: readonly FeedbackLine[]): FeedbackGroup {
  const cases = new Map(lines.map((line) => [line.case, line.mood]));
  const moods: Partial<Record<Mood, number>> = {};
  for (const mood of cases.values()) if (mood !== null) moods[mood] = (moods[mood] ?? 0) + 1;
  return { product, cases: cases.size, moods, lines };
}

/** What a packet of feedback says beside the customers' words. */
export interface FeedbackPacketOf {
  /** of the hand-off */
  readonly id: string;
  readonly caseNumber: number;
  readonly due: string;
  readonly language: PageLanguage;
  /** a date as it is written for the department */
  readonly day: (at: number) => string;
}

/** One packet over many cases as Markdown, with the department's form for its answer. */
export function feedbackPacket(department: Department, groups: readonly FeedbackGroup[], of: FeedbackPacketOf): string {
  const words = PACKET_WORDS[of.language];
  const said = ({ case: number, mood, at, text }: FeedbackLine): string => {
    const head = [`#${number}`, ...(mood === null ? [] : [words.moods[mood]]), ...(at === null ? [] : [of.day(at)])];
    return `- ${head.join(' · ')}: “${plainLine(text)}”`;
  };
  return [
    `# ${words.handoff}: ${department.titles[of.language] ?? department.name}`,
    '',
    `- ${words.case}: #${of.caseNumber} · ${words.feedback}`,
    `- ${words.due}: ${plainLine(of.due)}`,
    '',
    ...groups.flatMap((group) => [`## ${headOf(group, of.language)}`, '', ...group.lines.map(said), '']),
    ...formOf(department, of.id, of.language),
  ].join('\n');
}

/** `Vela Tab 11 (5: calm 3, upset 2)`: cases, and in which mood they are. */
function headOf({ product, cases, moods }: FeedbackGroup, language: PageLanguage): string {
  const words = PACKET_WORDS[language];
  const told = (['angry', 'upset', 'calm'] as const).flatMap((mood) =>
    moods[mood] === undefined ? [] : [`${words.moods[mood]} ${moods[mood]}`],
  );
  const name = product === null ? words.noProduct : plainLine(product);
  return `${name} (${cases}${told.length === 0 ? '' : `: ${told.join(', ')}`})`;
}
