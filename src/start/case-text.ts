import { stripVTControlCharacters } from 'node:util';
import type { CaseView } from '../actions/read-cases.ts';
import type { Session } from '../cli/command.ts';
import { printCase } from '../cli/print-case.ts';
import { createPrinter } from '../cli/printer.ts';

/** Cases as `desk show` writes them into a pipe: no colours, no wrapping. */
export function caseText(session: Session, views: readonly CaseView[]): string {
  const written: string[] = [];
  const io = {
    ...session.io,
    outIsTerminal: false,
    out: (data: string | Uint8Array) => void written.push(String(data)),
  };
  for (const view of views) printCase({ ...session, io, printer: createPrinter(io) }, view, false);
  return stripVTControlCharacters(written.join('')); // the screens have colours; the case's own text is clean
}
