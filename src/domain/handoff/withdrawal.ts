import type { PageLanguage } from '../playbook/page.ts';
import type { Department } from './department.ts';
import { MARKER, type PacketOf, plainLine } from './packet.ts';
import { PACKET_WORDS } from './packet-words.ts';

/** What a department is told when nobody waits for it any more; under the mark of the hand-off, so that an answer is found. */
export function withdrawalOf(
  department: Pick<Department, 'name' | 'titles'>,
  { id, caseNumber, subject, language }: Pick<PacketOf, 'id' | 'caseNumber' | 'subject'> & { language: PageLanguage },
  reason: string,
): string {
  const words = PACKET_WORDS[language];
  return [
    `# ${words.handoff}: ${department.titles[language] ?? department.name} · ${words.withdrawn}`,
    '',
    `- ${words.case}: #${caseNumber} · ${plainLine(subject)}`,
    ...(reason.trim() === '' ? [] : [`- ${words.reason}: ${plainLine(reason)}`]),
    '',
    words.nothingToDo,
    '',
    `${MARKER}: ${id.toLowerCase()}`,
    '',
  ].join('\n');
}
