import { perform } from '../../actions/action.ts';
import { dropTargets, readTargets, setTargets, targetsToChange } from '../../actions/targets.ts';
import { KINDS, PRIORITIES } from '../../domain/case.ts';
import { CLOCKS, type NamedPolicy, PAUSES, type Targets } from '../../domain/clock/targets.ts';
import { SEGMENTS } from '../../domain/customer.ts';
import { DeskError } from '../../domain/errors.ts';
import type { Words } from '../../i18n/index.ts';
import { spanText } from '../../i18n/span.ts';
import { clean } from '../../text/clean.ts';
import { choicesGiven } from '../choices-given.ts';
import type { Command, Given } from '../command.ts';
import { style } from '../style.ts';
import { workOutNow } from '../work-out.ts';

/** `desk targets list`: what is promised to which cases, in the order in which it is asked. */
export const targetList: Command = {
  arguments: '',
  options: [],
  examples: ['desk targets list', 'desk targets list --json'],
  run: ({ context, printer, globals, words }) => {
    const all = readTargets(context);
    if (globals.json) printer.json(all.map(targetsJson));
    else
      for (const one of all) {
        printer.line(style.bold(clean(one.name, 'line')));
        for (const text of aboutTargets(words, one)) printer.line(clean(`  ${text}`, 'block'));
      }
    return 0;
  },
};

const targetsJson = ({ name, schedule, applies, pausedBy, targets }: NamedPolicy): Record<string, unknown> => ({
  name,
  schedule,
  kinds: applies.kinds ?? null,
  segments: applies.segments ?? null,
  query: applies.query ?? null,
  pausedBy: [...pausedBy],
  targets: eachTarget(targets).map(([priority, clock, ms]) => ({ priority, clock, minutes: ms / 60_000 })),
});

const eachTarget = (targets: Targets) =>
  PRIORITIES.toReversed().flatMap((priority) =>
    CLOCKS.flatMap((clock) => {
      const ms = targets[priority]?.[clock];
      return ms === undefined ? [] : [[priority, clock, ms] as const];
    }),
  );

function aboutTargets(words: Words, { schedule, applies, pausedBy, targets }: NamedPolicy): string[] {
  const { due } = words;
  const who = [
    ...(applies.kinds ?? []).map((kind) => words.kinds[kind]),
    ...(applies.segments ?? []).map((segment) => words.segments[segment]),
    ...(applies.query === undefined ? [] : [applies.query]),
  ];
  return [
    who.length === 0 ? due.allCases : who.join(' · '),
    ...PRIORITIES.toReversed().flatMap((priority) => {
      const of = CLOCKS.flatMap((clock) => {
        const ms = targets[priority]?.[clock];
        return ms === undefined ? [] : [`${due.what[clock]} ${spanText(words, ms)}`];
      });
      return of.length === 0 ? [] : [`${words.priorities[priority]}: ${of.join(' · ')}`];
    }),
    `${schedule}${pausedBy.size === 0 ? '' : ` · ${due.states.paused}: ${[...pausedBy].map((one) => due.pauses[one]).join(', ')}`}`,
  ];
}

/** `desk targets set NAME`: changes what is given, and leaves the rest; new ones are asked before those that are there. */
export const targetSet: Command = {
  arguments: '<name>',
  options: [
    { flags: '--schedule <name>', say: 'targetSchedule' },
    { flags: '--kinds <kinds>', say: 'targetKinds' },
    { flags: '--segments <segments>', say: 'targetSegments' },
    { flags: '--query <query>', say: 'targetQuery' },
    { flags: '--pause <statuses>', say: 'targetPause' },
    { flags: '--target <priority/clock=time>', say: 'targetTime', many: true },
  ],
  examples: [
    'desk targets set desk --target urgent/first=30m --target low/resolution=none',
    'desk targets set vip --segments loyal --target normal/first=2h',
  ],
  run: async (session, [name = ''], given) => {
    const { context, printer, globals, words } = session;
    const dryRun = given.flag('dryRun');
    const wanted = changed(targetsToChange(context, name), given);
    const { action, output } = perform(context, setTargets, wanted, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...targetsJson(output) });
    else printer.tell(words.due.targetsSaved(name, dryRun));
    if (!dryRun) await workOutNow(session);
    return 0;
  },
};

function changed(before: NamedPolicy, given: Given): NamedPolicy {
  const kinds = choicesGiven('kinds', given.text('kinds'), KINDS, 'all') ?? before.applies.kinds ?? [];
  const segments = choicesGiven('segments', given.text('segments'), SEGMENTS, 'all') ?? before.applies.segments ?? [];
  const typed = given.text('query') ?? before.applies.query ?? 'all';
  const pauses = choicesGiven('pause', given.text('pause'), PAUSES, 'none') ?? [...before.pausedBy];
  return {
    name: before.name,
    schedule: given.text('schedule') ?? before.schedule,
    applies: {
      ...(kinds.length === 0 ? {} : { kinds }),
      ...(segments.length === 0 ? {} : { segments }),
      ...(typed === 'all' ? {} : { query: typed }),
    },
    pausedBy: new Set(pauses),
    targets: given.texts('target').reduce(withTarget, before.targets),
  };
}

const MINUTE = 60_000;

/** `high/first=4h`, `low/next=90m`, `normal/resolution=none`; hours and minutes of business time. Throws `bad-target`. */
function withTarget(targets: Targets, typed: string): Targets {
  const [, named = '', of = '', hours, minutes, none] =
    /^([a-z]+)\/([a-z]+)=(?:(?:(\d{1,4})h)?(?:(\d{1,5})m)?|(none))$/i.exec(typed.trim()) ?? [];
  const priority = PRIORITIES.find((one) => one === named.toLowerCase());
  const clock = CLOCKS.find((one) => one === of.toLowerCase());
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
  if (priority === undefined || clock === undefined || (ms === 0 && none === undefined))
    throw new DeskError('bad-value', 'bad-target', { value: typed });
  const { [clock]: _before, ...others } = targets[priority] ?? {};
  return { ...targets, [priority]: none === undefined ? { ...others, [clock]: ms } : others };
}

/** `desk targets remove NAME`. */
export const targetRemove: Command = {
  arguments: '<name>',
  options: [],
  examples: ['desk targets remove vip', 'desk targets remove vip --dry-run'],
  run: async (session, [name = ''], given) => {
    const { context, printer, globals, words } = session;
    const dryRun = given.flag('dryRun');
    const { action } = perform(context, dropTargets, { name }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, removed: name });
    else printer.tell(words.due.targetsRemoved(name, dryRun));
    if (!dryRun) await workOutNow(session);
    return 0;
  },
};
