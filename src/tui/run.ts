import { render } from 'ink';
import type { CaseView } from '../actions/read-cases.ts';
import { bePatient, beQuick } from '../actions/typing.ts';
import { type Context, LOCALES } from '../context.ts';
import { loadWords, wordsFor } from '../i18n/index.ts';
import { App } from './App.tsx';
import { clipboardSequence } from './outside/clipboard.ts';
import { editInEditor } from './outside/editor.ts';
import { createFileHelp } from './outside/files.ts';
import { pipeInto } from './outside/pipe.ts';
import { onEndingSignal } from './outside/signals.ts';
import { onStopSignal, suspendProcess } from './outside/suspend.ts';
import { onTerminalGone } from './outside/terminal-gone.ts';
import { createPerformer } from './perform.ts';
import { createProgram } from './program.ts';
import { startState } from './start.ts';
import { filteredStdin, type TerminalInput } from './terminal-answers.ts';
import { update } from './update.ts';
import { limitYoungHeap } from './young-heap.ts';

export interface TuiIo {
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** cases as text, as `desk show` prints them */
  readonly caseText: (views: readonly CaseView[]) => Promise<string>;
  /** $VISUAL, else $EDITOR, else vi */
  readonly editor: string;
}

/** ms between two looks at the clock and at what other windows have written. */
const TICK_MS = 500;

/** The screens, from the alternate screen on to its end. Resolves with the exit code; rejects with what a bug threw. */
export async function runTui(context: Context, io: TuiIo): Promise<number> {
  const size = { columns: io.stdout.columns || 80, rows: io.stdout.rows || 24 };
  let failure: unknown = null;
  let exitCode = 0;
  beQuick(context);
  const fail = (error: unknown): void => {
    failure ??= error;
    instance.unmount();
  };
  /** A bug in an update ends the screens; main prints it once the terminal is back. */
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };
  const suspend = (): void => void outside(() => suspendProcess()).catch(fail);
  const files = createFileHelp();
  const timers = new Set<NodeJS.Timeout>();
  const perform = createPerformer(context, {
    quit: () => instance.unmount(),
    suspend,
    files,
    later: (work) => void work.catch(fail),
    copy: (text) => void io.stdout.write(clipboardSequence(text)),
    after: (ms, work) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        guarded(work);
      }, ms);
      timers.add(timer);
    },
    pipe: (views, command, send) => {
      void outside(async () => {
        const { tui } = wordsFor(context.locale);
        const piped = await pipeInto(command, await io.caseText(views), tui.pipeBack);
        if (!piped.ok) send({ type: 'told', notice: { text: tui.pipeFailed(command, piped.problem), tone: 'error' } });
      }).catch(fail);
    },
    editOutside: (text, send) => {
      void outside(async () => {
        const edited = await editInEditor(io.editor, text);
        if (edited.ok) send({ type: 'edited', text: edited.text });
        else
          send({
            type: 'told',
            notice: { text: wordsFor(context.locale).tui.editorFailed(edited.problem, edited.kept), tone: 'error' },
          });
      }).catch(fail);
    },
  });
  const program = createProgram(startState(context, size), update, (effect, send) =>
    guarded(() => perform(effect, send)),
  );
  let suspendTerminal: ((work: () => Promise<void>) => Promise<void>) | null = null;
  const outside = async (work: () => Promise<void>): Promise<void> => {
    if (suspendTerminal !== null) await suspendTerminal(work);
  };
  const guardedProgram = {
    ...program,
    send: (message: Parameters<typeof program.send>[0]) => guarded(() => program.send(message)),
  };
  const stopSuspending = onStopSignal(suspend); // before anything is drawn: a stop must never leave our screen to the shell
  const instance = render(
    <App
      program={guardedProgram}
      onSuspender={(suspender) => {
        suspendTerminal = suspender;
      }}
    />,
    {
      stdin: filteredStdin(io.stdin) as unknown as NodeJS.ReadStream,
      stdout: io.stdout,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true, // main has seen that this is a terminal; Ink would stay dark where $CI is set
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 120,
    },
  );
  const learning = setTimeout(() => void Promise.all(LOCALES.map(loadWords)).catch(fail), TICK_MS); // for the palette
  const ticks = setInterval(() => guardedProgram.send({ type: 'tick', now: context.now() }), TICK_MS);
  const growing = setInterval(() => limitYoungHeap() && clearInterval(growing), 20);
  const endWith = (code: number): void => {
    exitCode = code;
    instance.unmount();
  };
  const stopListening = [onEndingSignal(endWith), onTerminalGone(io.stdin, io.stdout, endWith)];
  try {
    await instance.waitUntilExit();
  } finally {
    stopSuspending();
    clearTimeout(learning);
    clearInterval(ticks);
    clearInterval(growing);
    for (const timer of timers) clearTimeout(timer);
    for (const stop of stopListening) stop();
    files.end();
    bePatient(context);
    const last = program.state();
    if (last.screen.name === 'compose') program.send({ type: 'draft-due' });
  }
  if (failure !== null) throw failure;
  return exitCode;
}
