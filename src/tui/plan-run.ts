import { expected } from '../actions/expected.ts';
import type { BrokenPage } from '../actions/read-pages.ts';
import { type PlansRun, runPlans, runTakenBackToday } from '../actions/run-plans.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Send } from './perform.ts';

/** ms after the start of the screens, and between two runs: a plan counts in days, so an hour more is none. */
const FIRST_MS = 3_000;
const EVERY_MS = 3_600_000;
/** ms until it tries again where another program wrote, or the disk was full. */
const AGAIN_MS = 60_000;
/** ms of work between two keys, and of room for them after it: a key waits for no more than a piece. */
const SLICE_MS = 6;
const PAUSE_MS = 20;

export interface PlanRun {
  /** a look at the clock: runs the plans when it is time */
  readonly look: (send: Send) => void;
  /** runs them because somebody asked for it; undo in this window takes it back */
  readonly now: (send: Send) => void;
}

/**
 * Runs the plans while the screens are open, soon after their start and every hour, in pieces between the keys. By itself
 * it acts as no window's hand: `z` takes back what the agent did. On a day on which a run was taken back it makes no other.
 */
export function createPlanRun(context: Context, after: (ms: number, work: () => void) => void): PlanRun {
  const own: Context = { ...context, session: 'plans' };
  const { plans, playbooks } = wordsFor(context.locale);
  let next: number | null = null;
  let running = false;
  let broken = '';

  function begin(asked: boolean, send: Send): void {
    running = true;
    if (asked) send({ type: 'working', text: plans.running });
    const run = runPlans(asked ? context : own);
    const goOn = (): void => {
      const ended = piece(run);
      if (ended === null) after(PAUSE_MS, goOn);
      else end(ended, asked, send);
    };
    goOn();
  }

  function end(ended: PlansRun | DeskError, asked: boolean, send: Send): void {
    running = false;
    if (asked) send({ type: 'working', text: null });
    if (ended instanceof DeskError) {
      next = context.now() + AGAIN_MS;
      if (asked) send({ type: 'failed', error: ended });
      return;
    }
    const text = brokenText(ended.broken);
    if (text !== '' && (asked || text !== broken)) send({ type: 'told', notice: { text, tone: 'error' } });
    broken = text;
    if (ended.made.length > 0) {
      send({ type: 'follow-ups-made', made: ended.made.length });
      send({ type: 'store-changed' });
    } else if (asked && text === '') send({ type: 'told', notice: { text: plans.nothing, tone: 'info' } });
  }

  const brokenText = (pages: readonly BrokenPage[]): string => {
    const [first] = pages;
    const flaw = first?.flaws[0];
    if (first === undefined || flaw === undefined) return '';
    return playbooks.broken(first.path, flaw.line, playbooks.flaws[flaw.code], flaw.text);
  };

  return {
    look: (send) => {
      const now = context.now();
      next ??= now + FIRST_MS;
      if (running || now < next || context.store.readOnly) return;
      next = now + EVERY_MS;
      if (!runTakenBackToday(context)) begin(false, send);
    },
    now: (send) => {
      if (!running) begin(true, send);
    },
  };
}

/** Some of a run: what came of it when that was the end, else null. */
function piece(run: Generator<void, PlansRun>): PlansRun | DeskError | null {
  const started = performance.now();
  try {
    do {
      const { done, value } = run.next();
      if (done === true) return value;
    } while (performance.now() - started < SLICE_MS);
    return null;
  } catch (caught) {
    const error = expected(caught);
    if (error instanceof DeskError) return error;
    throw error;
  }
}
