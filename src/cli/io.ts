/** The world of a command: its streams, and what it may ask of them. Tests hand in their own. */
export interface Io {
  readonly out: (data: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly stdin: NodeJS.ReadableStream;
  readonly inIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** of the terminal at stdout; 80 when not known */
  readonly columns: number;
  /** when stdout can take more: waited for between the pieces of a long result, so that it never lies in memory */
  readonly drained: () => Promise<void>;
  /** nobody reads stdout any more: `| head -1` has gone */
  readonly outClosed: () => boolean;
  /** puts a question on stderr and reads one line from the terminal */
  readonly ask: (question: string) => Promise<string>;
  /** as `ask`; what is typed is not shown */
  readonly askHidden: (question: string) => Promise<string>;
  /** aborted by the first Ctrl-C from now on; the second one ends the program at once */
  readonly onInterrupt: () => AbortSignal;
  /**
   * For work without an end of its own: aborted as soon as the program is told to end (SIGINT, SIGTERM, SIGHUP), and,
   * `withParent`, when the program that started it goes away (its end of stdin closes, or its process is gone).
   */
  readonly untilToldToEnd: (withParent: boolean) => AbortSignal;
}

/** All of stdin as text. */
export async function readAll(stdin: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}
