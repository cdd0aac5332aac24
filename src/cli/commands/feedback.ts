import { perform } from '../../actions/action.ts';
import { type FeedbackWanted, readFeedback, sendFeedback } from '../../actions/feedback.ts';
import { aboutHandoff } from '../../actions/read-handoffs.ts';
import { getDepartment } from '../../actions/read-pages.ts';
import { savePacket } from '../../actions/save-packet.ts';
import { DeskError } from '../../domain/errors.ts';
import type { FeedbackGroup } from '../../domain/handoff/feedback.ts';
import { parseDay } from '../../domain/span.ts';
import { feedbackCounted } from '../../i18n/say-handoff.ts';
import { titleIn } from '../../i18n/say-playbook.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Given } from '../command.ts';
import { EXIT } from '../exit.ts';
import { iso } from '../json.ts';
import { handoffJson } from '../json-handoff.ts';

const OPTIONS = [
  { flags: '--product <name>', say: 'feedbackProduct' },
  { flags: '--since <date>', say: 'feedbackSince' },
] as const;

/** Throws `bad-day`. */
function wantedOf(given: Given, now: number): FeedbackWanted {
  const typed = given.text('since');
  const day = typed === undefined ? null : parseDay(typed, now);
  if (typed !== undefined && day === null) throw new DeskError('usage', 'bad-day', { value: typed });
  return { product: given.text('product') ?? null, since: day?.from ?? null };
}

const groupJson = ({ product, cases, moods, lines }: FeedbackGroup): Record<string, unknown> => ({
  ...{ product, cases, moods },
  lines: lines.map(({ case: number, mood, at, text }) => ({ case: number, mood, at: iso(at), text })),
});

/** `desk feedback list`: what customers said of products and no department has been given yet. */
export const feedbackList: Command = {
  arguments: '',
  options: OPTIONS,
  examples: ['desk feedback list', "desk feedback list --product 'Aqua 7' --since 2026-03-01"],
  run: ({ context, printer, globals, words }, _args, given) => {
    const groups = readFeedback(context, wantedOf(given, context.now()));
    if (globals.json) {
      printer.json(groups.map(groupJson));
      return EXIT.ok;
    }
    if (groups.length === 0) printer.remark(words.handoffs.noFeedback);
    for (const group of groups) {
      printer.line(clean(feedbackCounted(words, group), 'line'));
      for (const { case: number, text } of group.lines) printer.line(clean(`  #${number}  ${text}`, 'line'));
    }
    return EXIT.ok;
  },
};

/** `desk feedback send [DEPARTMENT]`: one packet over many cases. */
export const feedbackSend: Command = {
  arguments: '[department]',
  options: [...OPTIONS, { flags: '--save <dir>', say: 'handoffSave' }],
  examples: ['desk feedback send', 'desk feedback send rnd --since 2026-03-01 --save packets'],
  run: async ({ context, printer, globals, words }, [department = 'rnd'], given) => {
    const dryRun = given.flag('dryRun');
    const folder = given.text('save');
    if (folder === '-') throw new DeskError('usage', 'save-to-stdout');
    const input = { ...wantedOf(given, context.now()), department, mail: folder === undefined };
    const { output } = perform(context, sendFeedback, input, { dryRun });
    const saved = folder === undefined || dryRun ? null : await savePacket(context, output, folder);
    const { handoff, mailedTo, groups } = output;
    if (globals.json) {
      const rest = { dryRun, mailedTo, saved: saved?.folder ?? null, groups: groups.map(groupJson) };
      printer.json(
        dryRun ? { ...rest, packet: handoff.packet } : { ...handoffJson(aboutHandoff(context, handoff)), ...rest },
      );
      return EXIT.ok;
    }
    const title = titleIn(getDepartment(context, department).titles, context.locale, department);
    const lines = groups.reduce((sum, group) => sum + group.lines.length, 0);
    printer.remark(`${words.cli.dry(dryRun)}${words.handoffs.feedbackSent(handoff.case, lines, title)}`);
    if (saved !== null) printer.remark(words.handoffs.saved(handoff.case, title, saved.folder));
    else if (mailedTo === null) printer.line(clean(handoff.packet, 'block'));
    return EXIT.ok;
  },
};
