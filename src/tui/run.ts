import type { Instance } from 'ink';
import type { CaseView } from '../actions/read-cases.ts';
import { bePatient, beQuick } from '../actions/typing.ts';
import { type Context, LOCALES } from '../context.ts';
import { loadWords, wordsFor } from '../i18n/index.ts';
import { createFirstReader } from './first-reader.ts';
import { clipboardSequence } from './outside/clipboard.ts';
import { editInEditor } from './outside/editor.ts';
import { createFileHelp } from './outside/files.ts';
import { pipeInto } from './outside/pipe.ts';
import { onEndingSignal } from './outside/signals.ts';
import { onStopSignal, suspendProcess } from './outside/suspend.ts';
import { onTerminalGone } from './outside/terminal-gone.ts';
import { CLEAR, enterScreen } from './own-screen.ts';
import type { Terminal } from './perform.ts';
import { createProgram } from './program.ts';
import { clearOldHeapSooner, limitYoungHeap } from './small-heap.ts';
import { startState } from './start.ts';
import type { TerminalInput } from './terminal-answers.ts';
import { update } from './update.ts';
import { view } from './view.ts';

export interface TuiIo {
  readonly stdin: TerminalInput;
  readonly stdout: NodeJS.WriteStream;
  /** cases as text, as `desk show` prints them */
  readonly caseText: (views: readonly CaseView[]) => Promise<string>;
  /** read aloud by a screen reader */
  readonly spoken: boolean;
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
  let instance: Instance | null = null;
  let ended = false;
  const end = (): void => {
    ended = true; // also before there is anything to unmount
    instance?.unmount();
  };
  beQuick(context);
  clearOldHeapSooner();
  const fail = (error: unknown): void => {
    failure ??= error;
    end();
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
  const terminal: Terminal = {
    quit: end,
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
  };
  const performer = createFirstReader(context);
  const program = createProgram(startState(context, size), update, (effect, send) =>
    guarded(() => performer.perform(effect, send)),
  );
  let suspendTerminal: ((work: () => Promise<void>) => Promise<void>) | null = null;
  const outside = async (work: () => Promise<void>): Promise<void> => {
    if (suspendTerminal !== null) await suspendTerminal(work);
  };
  let lastKeyAt = performance.now();
  const guardedProgram = {
    ...program,
    send: (message: Parameters<typeof program.send>[0]) => {
      if (message.type === 'key' || message.type === 'paste') lastKeyAt = performance.now();
      guarded(() => program.send(message));
    },
  };
  const stopSuspending = onStopSignal(suspend); // before anything is drawn: a stop must never leave our screen to the shell
  const endWith = (code: number): void => {
    exitCode = code;
    end();
  };
  const stopListening = [stopSuspending, onEndingSignal(endWith), onTerminalGone(io.stdin, io.stdout, endWith)];
  const rhythm: NodeJS.Timeout[] = [];
  let growing = true;
  await null; // the program performs its first effects in a microtask: the first frame is a whole one
  const screen = enterScreen(io.stdin, io.stdout, io.spoken ? null : view(program.state()));
  try {
    const { showScreens } = await import('./ink.tsx'); // Ink and React: two thirds of the way to the first key
    const { createPerformer } = await import('./perform.ts');
    guarded(() => performer.goOn(createPerformer(context, terminal, performer.version)));
    if (!ended) {
      if (io.stdout.columns !== size.columns || io.stdout.rows !== size.rows) io.stdout.write(CLEAR);
      instance = showScreens({
        ...io,
        program: guardedProgram,
        onSuspender: (suspender) => {
          suspendTerminal = suspender;
        },
      });
      screen.handOver();
      const { warmUpWhenQuiet } = await import('./warm-up.ts');
      warmUpWhenQuiet(context, program, { quietFor: () => performance.now() - lastKeyAt, after: terminal.after });
      rhythm.push(
        setInterval(() => {
          guardedProgram.send({ type: 'tick', now: context.now() });
          if (growing) growing = !limitYoungHeap();
        }, TICK_MS),
        setTimeout(() => void Promise.all(LOCALES.map(loadWords)).catch(fail), TICK_MS), // for the palette
      );
      if (ended) instance.unmount();
      await instance.waitUntilExit();
    }
  } finally {
    screen.leave();
    for (const timer of [...timers, ...rhythm]) clearTimeout(timer);
    for (const stop of stopListening) stop();
    files.end();
    bePatient(context);
    const last = program.state();
    if (last.screen.name === 'compose') program.send({ type: 'draft-due' });
  }
  if (failure !== null) throw failure;
  return exitCode;
}
