import { perform } from '../../actions/action.ts';
import { handoffFiles } from '../../actions/handoff-evidence.ts';
import { handoff } from '../../actions/handoffs.ts';
import { aboutHandoff, type HandoffRow, readHandoffs, waitingIn } from '../../actions/read-handoffs.ts';
import { getDepartment } from '../../actions/read-pages.ts';
import { handoffReceive } from '../../actions/receive-handoff.ts';
import { prepareSaveFolder } from '../../actions/save-file.ts';
import { savePacket } from '../../actions/save-packet.ts';
import { withdraw } from '../../actions/withdraw-handoff.ts';
import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import { sayWithdrawn } from '../../i18n/say-handoff.ts';
import { titleIn } from '../../i18n/say-playbook.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { ageLong, dateTime } from '../../i18n/time.ts';
import { type Clean, clean } from '../../text/clean.ts';
import { diskName } from '../../text/filename.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { readAll } from '../io.ts';
import { handoffJson } from '../json-handoff.ts';
import { idNumber } from '../numbers.ts';
import { style } from '../style.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';
import { readText } from '../text-input.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk handoff N DEPARTMENT`: by mail where that can be, else the packet on stdout, or in a folder with its evidence. */
export const handoffCommand: Command = {
  arguments: '<n> <department>',
  options: [
    { flags: '--field <field>', say: 'handoffField', many: true },
    { flags: '--summary <text>', say: 'handoffSummary' },
    { flags: '--evidence <name>', say: 'handoffEvidence', many: true },
    { flags: '--save <dir>', say: 'handoffSave' },
  ],
  examples: [
    "desk handoff 42 warehouse --field 'item-to-send=Bơm xả'",
    'desk handoff 42 technical --evidence photo.jpg --save packets',
  ],
  run: async ({ context, printer, globals, words }, [number = '', department = ''], given) => {
    const dryRun = given.flag('dryRun');
    const folder = given.text('save');
    if (folder === '-') throw new DeskError('usage', 'save-to-stdout');
    const named = given.texts('evidence');
    const input = {
      ...{ case: idNumber(number), department, given: fieldsGiven(given.texts('field')) },
      ...{ summary: given.text('summary') ?? null, mail: folder === undefined },
      evidence: named.length === 0 ? null : evidenceNamed(context, idNumber(number), named),
    };
    // before the case goes: a folder that cannot be had is no reason to hand it off twice
    if (folder !== undefined && !dryRun) prepareSaveFolder(folder);
    const { output } = perform(context, handoff, input, { dryRun });
    const made = aboutHandoff(context, output.handoff);
    const saved = folder === undefined || dryRun ? null : await savePacket(context, output, folder);
    if (globals.json) {
      const evidence = output.evidence.map(({ name, type, size, sha256, kept }) => ({
        name,
        type,
        size,
        sha256,
        kept,
      }));
      const { mailedTo } = output;
      printer.json({ ...handoffJson(made), dryRun, mailedTo, evidence, saved: saved?.folder ?? null });
      return saved === null || saved.lost.length === 0 ? EXIT.ok : EXIT.someInputBad;
    }
    const title = titleIn(getDepartment(context, department).titles, context.locale, department);
    const { handoffs } = words;
    const done =
      output.mailedTo !== null
        ? handoffs.mailed(made.case, title, output.mailedTo)
        : saved === null
          ? handoffs.made(made.case, title)
          : handoffs.saved(made.case, title, saved.folder);
    const going = output.evidence.filter(({ kept }) => kept);
    const told = [
      `${words.cli.dry(dryRun)}${done}`,
      ...(going.length === 0 ? [] : [handoffs.withFiles(going.length)]),
      ...(made.dueAt === null
        ? []
        : [handoffs.due(sayWhen(made.dueAt, context.now(), context.locale, context.zone()))]),
    ];
    printer.remark(told.join(' '));
    for (const name of saved?.lost ?? []) printer.remark(handoffs.lost(name));
    if (output.mailedTo === null && folder === undefined) printer.line(clean(made.packet, 'block'));
    return saved === null || saved.lost.length === 0 ? EXIT.ok : EXIT.someInputBad;
  },
};

/** `all`, `none`, or files by name; throws `no-such-evidence`. */
function evidenceNamed(context: Context, number: number, named: readonly string[]): string[] {
  const files = handoffFiles(context, number);
  const [only] = named.length === 1 ? named : [];
  if (only === 'none') return [];
  if (only === 'all') return files.map(({ sha256 }) => sha256);
  return named.map((name) => {
    const found = files.find((one) => one.name.toLowerCase() === diskName(name).toLowerCase());
    const names = files.map((one) => one.name).join(', ');
    if (found === undefined) throw new DeskError('not-found', 'no-such-evidence', { name, number, names });
    return found.sha256;
  });
}

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
    else {
      const told = got.state === 'withdrawn' ? words.handoffs.receivedLate : words.handoffs.received;
      printer.tell(`${words.cli.dry(dryRun)}${told(got.case, titleIn(got.titles, context.locale, got.department))}`);
    }
    return 0;
  },
};

/** `desk handoff withdraw N [DEPARTMENT]`: nobody waits for it any more, and the department is told. */
export const handoffWithdraw: Command = {
  arguments: '<n> [department]',
  options: [
    { flags: '--reason <text>', say: 'withdrawReason' },
    { flags: '--id <id>', say: 'withdrawId' },
    { flags: '--silent', say: 'withdrawSilent' },
  ],
  examples: ["desk handoff withdraw 42 warehouse --reason 'khách tự mang tới'", 'desk handoff withdraw 42 --silent'],
  run: ({ context, printer, globals, words }, [number = '', department], given) => {
    const dryRun = given.flag('dryRun');
    const id = given.text('id');
    const asked = waitingIn(context, idNumber(number)).filter(
      (one) =>
        (department === undefined || one.department === department) && (id === undefined || String(one.id) === id),
    );
    const [only] = asked;
    if (only === undefined) throw new DeskError('not-found', 'nothing-to-withdraw', { number });
    if (asked.length > 1) {
      const names = asked.map((one) => `--id ${one.id} (${one.department})`).join(', ');
      throw new DeskError('usage', 'which-withdrawn', { number, names });
    }
    const input = { handoff: only.id, reason: given.text('reason') ?? '', tell: !given.flag('silent') };
    const { output } = perform(context, withdraw, input, { dryRun });
    const { calledBack, toldTo } = output;
    if (globals.json) {
      printer.json({ ...handoffJson(aboutHandoff(context, output.handoff)), dryRun, calledBack, toldTo });
      return EXIT.ok;
    }
    printer.tell(`${words.cli.dry(dryRun)}${sayWithdrawn(words, context.locale, only, output)}`);
    return EXIT.ok;
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
