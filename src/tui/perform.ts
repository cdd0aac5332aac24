import { perform as act } from '../actions/action.ts';
import { expected } from '../actions/expected.ts';
import { note } from '../actions/note.ts';
import { type CaseView, readCase, storeVersion } from '../actions/read-cases.ts';
import { reply } from '../actions/reply.ts';
import { keepDraft, seeCase, seeMail, stayed } from '../actions/typing.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import { workedOn } from './case-work.ts';
import { createCatchUp } from './catch-up.ts';
import { createDuplicateFinder } from './duplicate-finder.ts';
import type { Effect } from './effects.ts';
import type { Message } from './messages.ts';
import { performAttach } from './perform-attach.ts';
import { offerStep } from './perform-care.ts';
import { type FileHelp, performFiles } from './perform-files.ts';
import { createForgetter } from './perform-forget.ts';
import { takeBack } from './perform-mail.ts';
import { openNewCase } from './perform-new-case.ts';
import { isRead, readFor } from './perform-read.ts';
import { createUndoer } from './perform-undo.ts';
import { againOf, performSet, performWork, replyTold, replyToMany } from './perform-work.ts';
import { createPlanRun } from './plan-run.ts';
import { RETRY_MS } from './timing.ts';

/** What only the terminal's owner can do. */
export interface Terminal {
  readonly quit: () => void;
  readonly suspend: () => void;
  /** opens the text in $EDITOR and answers with an `edited` message, or with what went wrong */
  readonly editOutside: (text: string, send: (message: Message) => void) => void;
  /** gives the cases as text to a shell command and says how it ended */
  readonly pipe: (cases: readonly CaseView[], command: string, send: (message: Message) => void) => void;
  readonly files: FileHelp;
  /** waits for work that takes its time; a bug in it ends the screens */
  readonly later: (work: Promise<void>) => void;
  readonly copy: (text: string) => void;
  /** calls once, after so many ms; never when the screens have ended */
  readonly after: (ms: number, work: () => void) => void;
}

export type Send = (message: Message) => void;
export type Performer = (effect: Effect, send: Send) => void;

const RETRIES = 100;

/** Effects that write: while one of them waits, the others wait behind it. */
const CHANGES: ReadonlySet<Effect['do']> = new Set([
  'set',
  'reply',
  'reply-many',
  'note',
  'new-case',
  'work',
  'offer-step',
  'forget',
  'undo',
  'redo',
  'keep-draft',
  'see-case',
  'see-mail',
  'edit-mail',
]);

/**
 * Performs effects on the store: one of the two places where an expected error is caught. `shown`: the store's version
 * when what is on the screen was read.
 */
export function createPerformer(context: Context, terminal: Terminal, shown = storeVersion(context)): Performer {
  const timers = new Map<string, number>();
  const undo = createUndoer(context, terminal.after);
  const forget = createForgetter(context, terminal.after);
  const catchUp = createCatchUp(context, terminal.after);
  const findDuplicates = createDuplicateFinder(context);
  const plans = createPlanRun(context, terminal.after);
  let started = 0;
  let version = shown;
  const { tui } = wordsFor(context.locale);

  /** Changes that wait for another program to finish writing, in the order in which they were asked for. */
  const waiting: Effect[] = [];
  let tries = 0;

  function attempt(effect: Effect, send: Send): void {
    if (waiting.length > 0 && CHANGES.has(effect.do)) {
      // a newer state of the draft takes the older one's place, which began from the same text
      if (effect.do === 'keep-draft' && waiting.at(-1)?.do === 'keep-draft') waiting.pop();
      waiting.push(effect);
      return;
    }
    if (tryOnce(effect, send)) return;
    // the key is answered at once, the change follows; nothing asked for later overtakes it
    waiting.push(effect);
    tries = 0;
    send({ type: 'told', notice: { text: tui.pendingStore, tone: 'info' } });
    terminal.after(RETRY_MS, () => again(send));
  }

  function again(send: Send): void {
    tries += 1;
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (!tryOnce(next, send, tries >= RETRIES)) {
        terminal.after(RETRY_MS, () => again(send));
        return;
      }
      waiting.shift();
    }
  }

  /** False: the store was busy, and it is worth another try. */
  function tryOnce(effect: Effect, send: Send, last = false): boolean {
    try {
      work(effect, send);
    } catch (caught) {
      const error = expected(caught);
      if (!(error instanceof DeskError)) throw error;
      if (error.code === 'busy' && error.what === 'store-busy' && !last) return false;
      send({ type: 'failed', error });
    }
    return true;
  }

  function work(effect: Effect, send: Send): void {
    if (isRead(effect)) {
      send(readFor(context, effect));
      return;
    }
    switch (effect.do) {
      case 'see-case':
        seeCase(context, effect.number);
        return;
      case 'find-duplicates':
        send({ type: 'duplicates-found', ...findDuplicates(effect.search) });
        return;
      case 'see-mail':
        seeMail(context);
        return;
      case 'edit-mail': {
        const number = takeBack(context, effect.entry);
        send(readFor(context, { do: 'open-compose', number, type: 'reply', pick: false }));
        return;
      }
      case 'offer-step': {
        const { told, insert } = offerStep(context, effect);
        const opened = readFor(context, { do: 'open-compose', number: effect.number, type: 'reply', pick: false });
        send(opened.type === 'compose-opened' ? { ...opened, insert } : opened);
        send({ type: 'told', notice: { text: told, tone: 'info' } });
        return;
      }
      case 'keep-draft': {
        const stored = keepDraft(context, effect.draft);
        const { text, head } = effect.draft;
        send({ type: 'draft-kept', text, head, stored, leave: effect.leave === true });
        return;
      }
      case 'set':
        send(performSet(context, effect));
        return;
      case 'reply': {
        const { output } = act(context, reply, effect.input);
        const byHand = output.length === 1 && output[0]?.state === 'manual' ? effect.input.text : undefined;
        if (byHand !== undefined) terminal.copy(byHand);
        send({
          type: 'done',
          notice: { text: replyTold(context, effect.input, output), tone: 'info' },
          next: effect.next,
          worked: effect.input.cases,
          ...(effect.input.template === undefined
            ? {}
            : { again: { what: 'template' as const, template: effect.input.template } }),
        });
        return;
      }
      case 'reply-many':
        send(replyToMany(context, effect.template, effect.cases));
        return;
      case 'note':
        act(context, note, { case: effect.number, text: effect.text, fromDraft: true });
        send({ type: 'done', notice: { text: tui.noteAdded(effect.number), tone: 'info' }, next: 'back' });
        return;
      case 'new-case': {
        const number = openNewCase(context, effect);
        send({ type: 'opened-new', number, begins: effect.begins });
        send({ type: 'told', notice: { text: tui.caseOpened(number), tone: 'info' } });
        return;
      }
      case 'work':
        send({
          type: 'done',
          notice: { text: performWork(context, effect.work, terminal.copy), tone: 'info' },
          next: 'reload',
          prompted: true,
          worked: workedOn(effect.work),
          ...againOf(effect.work),
        });
        return;
      case 'forget':
        forget(effect.customer, send);
        return;
      case 'undo':
      case 'redo':
        undo(effect, send);
        return;
      case 'after': {
        if (timers.has(effect.timer) && effect.anew !== true) return;
        started += 1;
        const mine = started;
        timers.set(effect.timer, mine);
        terminal.after(effect.ms, () => {
          if (timers.get(effect.timer) !== mine) return;
          timers.delete(effect.timer);
          send(effect.message);
        });
        return;
      }
      case 'poll': {
        const now = storeVersion(context);
        if (now !== version) send({ type: 'store-changed' });
        version = now;
        catchUp(send);
        plans.look(send);
        return;
      }
      case 'run-plans':
        plans.now(send);
        return;
      case 'press':
        send({ type: 'key', key: effect.key });
        return;
      case 'edit-outside':
        terminal.editOutside(effect.text, send);
        return;
      case 'pipe':
        terminal.pipe(
          effect.cases.map((number) => readCase(context, number)),
          effect.command,
          send,
        );
        return;
      case 'save-files':
      case 'open-file':
        terminal.later(performFiles(context, effect, terminal.files).then(send));
        return;
      case 'attach-file':
      case 'complete-path':
        terminal.later(performAttach(context, effect, terminal.files).then(send));
        return;
      case 'copy':
        terminal.copy(effect.text);
        return;
      case 'suspend':
        terminal.suspend();
        return;
      case 'remember-seen':
        stayed(context);
        return;
      case 'quit':
        terminal.quit();
        stayed(context); // a full disk or another writer must keep nobody here
        return;
    }
  }

  return attempt;
}
