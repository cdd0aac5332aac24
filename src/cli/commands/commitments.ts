import { perform } from '../../actions/action.ts';
import { BARE_DAY, COMMITMENT_VERBS } from '../../actions/commitments.ts';
import { momentIn } from '../../actions/mailing/leave-at.ts';
import { aboutCommitment, readCommitment, readCommitments } from '../../actions/read-commitments.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import type { Context } from '../../context.ts';
import type { Commitment, CommitmentKind, CommitmentRow } from '../../domain/commitment.ts';
import { DeskError } from '../../domain/errors.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { dateTime } from '../../i18n/time.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Given, Session } from '../command.ts';
import { commitmentJson } from '../json-clock.ts';
import { caseNumbers, idNumber } from '../numbers.ts';
import { style } from '../style.ts';
import { type Column, fittedRow, pipedRow, widest } from '../table.ts';

interface CommitmentCommands {
  readonly list: Command;
  readonly add: Command;
  readonly done: Command;
  readonly move: Command;
  readonly drop: Command;
}

const NAMES: Readonly<Record<CommitmentKind, string>> = { 'follow-up': 'follow-ups', promise: 'promises' };
const line = (text: string): Clean => clean(text, 'line');

/** The same commands for both kinds: `desk follow-ups …` and `desk promises …`. */
function commandsOf(kind: CommitmentKind): CommitmentCommands {
  const name = NAMES[kind];
  const verbs = COMMITMENT_VERBS[kind];
  const text = kind === 'promise' ? 'promiseText' : 'followText';
  const said = kind === 'promise' ? 'Trả hàng trước thứ Sáu' : 'Hỏi máy chạy tốt chưa';
  return {
    list: {
      arguments: '',
      options: [{ flags: '--all', say: 'allToo' }],
      examples: [`desk ${name} list`, `desk ${name} list --all --json`],
      run: (session, _args, given) => list(session, readCommitments(session.context, kind, given.flag('all'))),
    },
    add: {
      arguments: '[n...]',
      options: [
        { flags: '--at <moment>', say: 'followAt', required: true },
        { flags: '--text <text>', say: text },
        { flags: '--template <name>', say: 'followTemplate' },
        { flags: '--customer <customer>', say: 'followCustomer' },
      ],
      examples: [
        `desk ${name} add 42 --at 'thứ Sáu 17h' --text '${said}'`,
        `desk ${name} add --customer lan@example.vn --at 'in 2 weeks'`,
      ],
      run: (session, args, given) => addOne(session, kind, args, given),
    },
    done: {
      arguments: '<id>',
      options: [],
      examples: [`desk ${name} done 7`, `desk ${name} done 7 --dry-run`],
      run: (session, [word = ''], given) => {
        const dryRun = given.flag('dryRun');
        const { action, output } = perform(session.context, verbs.done, { id: idNumber(word) }, { dryRun });
        return tell(session, action, dryRun, output, session.words.due.done(textOf(session, output)));
      },
    },
    move: {
      arguments: '<id>',
      options: [{ flags: '--at <moment>', say: 'followAt', required: true }],
      examples: [`desk ${name} move 7 --at mai`, `desk ${name} move 7 --at 2026-12-24T08:00`],
      run: (session, [word = ''], given) => {
        const dryRun = given.flag('dryRun');
        const at = momentGiven(session.context, kind, given.text('at') ?? '');
        const { action, output } = perform(session.context, verbs.move, { id: idNumber(word), at }, { dryRun });
        const when = whenOf(session.context, at);
        return tell(session, action, dryRun, output, session.words.due.moved(textOf(session, output), when));
      },
    },
    drop: {
      arguments: '<id>',
      options: [],
      examples: [`desk ${name} drop 7`, `desk ${name} drop 7 --dry-run`],
      run: (session, [word = ''], given) => {
        const dryRun = given.flag('dryRun');
        const { action, output } = perform(session.context, verbs.drop, { id: idNumber(word) }, { dryRun });
        return tell(session, action, dryRun, output, session.words.due.dropped(textOf(session, output)));
      },
    },
  };
}

export const {
  list: followUpList,
  add: followUpAdd,
  done: followUpDone,
  move: followUpMove,
  drop: followUpDrop,
} = commandsOf('follow-up');

export const {
  list: promiseList,
  add: promiseAdd,
  done: promiseDone,
  move: promiseMove,
  drop: promiseDrop,
} = commandsOf('promise');

/** A moment as it is typed; throws `no-time`. */
export function momentGiven({ now, zone }: Context, kind: CommitmentKind, typed: string): number {
  const at = momentIn(zone, BARE_DAY[kind])(typed, now());
  if (at === null) throw new DeskError('bad-value', 'no-time', { value: typed });
  if (at <= now()) throw new DeskError('bad-value', 'commitment-past', { value: typed });
  return at;
}

const whenOf = (context: Context, at: number): string => sayWhen(at, context.now(), context.locale, context.zone());
const textOf = ({ words }: Session, { text }: { readonly text: string }): string =>
  text === '' ? words.due.unnamed : text;

async function addOne(session: Session, kind: CommitmentKind, args: readonly string[], given: Given): Promise<number> {
  const { context, printer, globals, words } = session;
  const named = given.text('customer');
  const dryRun = given.flag('dryRun');
  const made = {
    cases: await caseNumbers(args, session.io),
    customer: named === undefined ? null : customerNamed(context, named),
    at: momentGiven(context, kind, given.text('at') ?? ''),
    text: given.text('text') ?? '',
    template: given.text('template') ?? null,
  };
  const { action, output } = perform(context, COMMITMENT_VERBS[kind].add, made, { dryRun });
  if (globals.json)
    printer.json(
      dryRun
        ? { action: null, dryRun, cases: output.cases }
        : { action, dryRun, made: output.ids.map((id) => commitmentJson(readCommitment(context, id))) },
    );
  else if (dryRun) printer.tell(words.due.wouldMake(whenOf(context, made.at)));
  else {
    for (const id of output.ids) printer.line(line(String(id)));
    printer.remark(words.due.noted(whenOf(context, made.at)));
  }
  return 0;
}

function tell(session: Session, action: number | null, dryRun: boolean, one: Commitment, sentence: string): number {
  const { context, printer, globals, words } = session;
  if (globals.json)
    printer.json({ action: dryRun ? null : action, dryRun, ...commitmentJson(aboutCommitment(context, one)) });
  else printer.tell(`${words.cli.dry(dryRun)}${sentence}`);
  return 0;
}

/** One line each: id, when, case, how it stands, customer, text. */
function list(session: Session, rows: readonly CommitmentRow[]): number {
  const { context, io, printer, globals, words } = session;
  if (globals.json) {
    printer.json(rows.map(commitmentJson));
    return 0;
  }
  const now = context.now();
  const columns: Column<CommitmentRow>[] = [
    { columns: 5, text: (one) => line(String(one.id)), align: 'right' },
    {
      columns: 15,
      text: (one) => line(dateTime(context.locale, one.at, now)),
      paint: (one, text) =>
        one.stands === 'broken' || (one.stands === 'open' && one.at < now) ? style.alarm(text) : text,
    },
    { columns: 6, text: (one) => line(one.case === null ? '' : String(one.case)), align: 'right' },
    {
      columns: widest(Object.values(words.due.stands)),
      text: (one) =>
        line(one.stands === 'open' && one.at < now ? words.due.states.breached : words.due.stands[one.stands]),
    },
    { columns: 20, text: (one) => line(one.customerName ?? words.unknownCustomer) },
    {
      columns: Math.max(16, io.columns - 58 - widest(Object.values(words.due.stands))),
      text: (one) => line(one.text === '' ? (one.subject ?? '') : one.text),
    },
  ];
  for (const one of rows) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
  if (rows.length === 0 && io.outIsTerminal) printer.remark(words.due.none);
  return 0;
}
