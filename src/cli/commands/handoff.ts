import { existsSync, writeFileSync } from 'node:fs';
import { perform } from '../../actions/action.ts';
import { handoff, handoffReceive } from '../../actions/handoffs.ts';
import { aboutHandoff, type HandoffRow, readHandoffs } from '../../actions/read-handoffs.ts';
import { getDepartment } from '../../actions/read-pages.ts';
import { DeskError } from '../../domain/errors.ts';
import { titleIn } from '../../i18n/say-playbook.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { ageLong, dateTime } from '../../i18n/time.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { readAll } from '../io.ts';
import { handoffJson } from '../json-handoff.ts';
import { idNumber } from '../numbers.ts';
import { style } from '../style.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';
import { readText } from '../text-input.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk handoff N DEPARTMENT`: by mail where that can be, else the packet on stdout, or in a file. */
export const handoffCommand: Command = {
  arguments: '<n> <department>',
  options: [
    { flags: '--field <field>', say: 'handoffField', many: true },
    { flags: '--summary <text>', say: 'handoffSummary' },
    { flags: '--save <file>', say: 'handoffSave' },
  ],
  examples: ["desk handoff 42 warehouse --field 'item-to-send=Bơm xả'", 'desk handoff 42 technical --save packet.md'],
  run: ({ context, printer, globals, words }, [number = '', department = ''], given) => {
    const dryRun = given.flag('dryRun');
    const path = given.text('save');
    const input = {
      ...{ case: idNumber(number), department, given: fieldsGiven(given.texts('field')) },
      ...{ summary: given.text('summary') ?? null, mail: path === undefined },
    };
    if (path !== undefined && existsSync(path)) throw new DeskError('cannot-create', 'file-exists', { path });
    const { output } = perform(context, handoff, input, { dryRun });
    const made = aboutHandoff(context, output.handoff);
    if (path !== undefined && !dryRun) saveNew(path, made.packet);
    if (globals.json) {
      printer.json({ ...handoffJson(made), dryRun, mailedTo: output.mailedTo });
      return 0;
    }
    const title = titleIn(getDepartment(context, department).titles, context.locale, department);
    const { handoffs } = words;
    const done =
      output.mailedTo !== null
        ? handoffs.mailed(made.case, title, output.mailedTo)
        : path === undefined
          ? handoffs.made(made.case, title)
          : handoffs.saved(made.case, title, path);
    const due =
      made.dueAt === null ? '' : ` ${handoffs.due(sayWhen(made.dueAt, context.now(), context.locale, context.zone()))}`;
    printer.remark(`${words.cli.dry(dryRun)}${done}${due}`);
    if (output.mailedTo === null && path === undefined) printer.line(clean(made.packet, 'block'));
    return 0;
  },
};

/** `--field serial=AQ-4711`; throws `bad-field`. */
function fieldsGiven(typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((text): [string, string] => {
      const at = text.indexOf('=');
      if (at < 1) throw new DeskError('usage', 'bad-field', { text });
      return [text.slice(0, at).trim(), text.slice(at + 1)];
    }),
  );
}

/** Nothing that is there is written over. Throws `packet-unsaved`: the hand-off is made, and its packet is in the case. */
function saveNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new DeskError('cannot-create', 'packet-unsaved', { path }, error);
  }
}

/** `desk handoff receive [N]`: a department's answer, from stdin or a file. */
export const handoffReceiveCommand: Command = {
  arguments: '[n]',
  options: [{ flags: '--file <file>', say: 'handoffAnswer' }],
  examples: ['cat answer.txt | desk handoff receive', 'desk handoff receive 42 --file answer.txt'],
  run: async ({ context, io, printer, globals, words }, [number], given) => {
    const dryRun = given.flag('dryRun');
    const path = given.text('file');
    const text = path === undefined || path === '-' ? await readAll(io.stdin) : await readText(path);
    const input = { case: number === undefined ? null : idNumber(number), text };
    const { output } = perform(context, handoffReceive, input, { dryRun });
    const got = aboutHandoff(context, output);
    if (globals.json) printer.json({ ...handoffJson(got), dryRun });
    else printer.tell(`${words.cli.dry(dryRun)}${words.handoffs.received(got.case, got.department)}`);
    return 0;
  },
};

/** `desk handoff list`: what lies with which department, the most overdue first. */
export const handoffList: Command = {
  arguments: '',
  options: [{ flags: '--all', say: 'handoffAll' }],
  examples: ['desk handoff list', 'desk handoff list --all --json'],
  run: ({ context, io, printer, globals, words }, _args, given) => {
    const all = readHandoffs(context, given.flag('all'));
    if (globals.json) {
      printer.json(all.map(handoffJson));
      return 0;
    }
    const now = context.now();
    const isLate = ({ state, dueAt }: HandoffRow): boolean => state === 'waiting' && dueAt !== null && dueAt < now;
    const columns: Column<HandoffRow>[] = [
      { columns: 5, text: ({ id }) => line(String(id)), align: 'right' },
      { columns: 6, text: ({ case: number }) => line(String(number)), align: 'right' },
      { columns: 14, text: ({ department }) => line(department) },
      {
        columns: 15,
        text: ({ dueAt }) => line(dueAt === null ? '' : dateTime(context.locale, dueAt, now)),
        paint: (one, text) => (isLate(one) ? style.alarm(text) : text),
      },
      {
        columns: 20,
        text: ({ state, madeAt }) =>
          line(state === 'waiting' ? words.handoffs.lies(ageLong(words, now - madeAt)) : words.handoffs.states[state]),
      },
      { columns: Math.max(20, io.columns - 70), text: ({ subject }) => line(subject) },
    ];
    for (const one of all) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
    if (all.length === 0 && io.outIsTerminal) printer.remark(words.handoffs.nothing);
    return 0;
  },
};
