import { type Instance, render } from 'ink';
import { App, type AppProps } from './App.tsx';
import { filteredStdin, type TerminalInput } from './terminal-answers.ts';

interface Shown extends AppProps {
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  readonly spoken: boolean;
}

/** Ink draws the program's state on the alternate screen, which is entered already, and leaves it when it is unmounted. */
export const showScreens = ({ stdin, stdout, spoken, ...app }: Shown): Instance =>
  render(<App {...app} />, {
    stdin: filteredStdin(stdin) as unknown as NodeJS.ReadStream,
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true, // main has seen that this is a terminal; Ink would stay dark where $CI is set
    isScreenReaderEnabled: spoken,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 120,
  });
