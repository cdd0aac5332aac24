import { anchored } from './anchored.ts';
import type { Frame } from './parts/frame.ts';
import { paint } from './parts/paint.ts';
import type { TerminalInput } from './terminal-answers.ts';

const ENTER = '\u001b[?1049h\u001b[H\u001b[?25l';
const LEAVE = '\u001b[?1049l\u001b[?25h';
export const CLEAR = '\u001b[2J\u001b[H';

/** A screen of our own, until somebody else sees to its end. */
export interface OwnScreen {
  /** gives the terminal back as it was; does nothing once another has taken over */
  readonly leave: () => void;
  readonly handOver: () => void;
}

/**
 * Takes the terminal before Ink is loaded, and shows the rows that Ink is going to paint: they are on the screen in a
 * third of the time. From before the first row on keys are neither echoed nor lost: they wait for Ink, which reads them.
 */
export function enterScreen(stdin: TerminalInput, stdout: NodeJS.WriteStream, first: Frame | null): OwnScreen {
  let ours = true;
  const handOver = (): void => {
    ours = false;
    process.off('exit', leave);
  };
  const leave = (): void => {
    if (!ours) return;
    handOver();
    stdout.write(LEAVE);
    stdin.setRawMode(false);
  };
  process.on('exit', leave); // whatever ends desk meanwhile
  stdin.setRawMode(true);
  stdout.write(ENTER + (first === null ? '' : painted(first)));
  return { leave, handOver };
}

/** The rows of a frame as Ink writes them, from the upper left corner on; no row ends in blanks. */
export const painted = ({ lines }: Frame): string => lines.map((line) => anchored(paint(line).trimEnd())).join('\r\n');
