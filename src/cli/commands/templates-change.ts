import { perform } from '../../actions/action.ts';
import { isTemplateFile, parseTemplateFile, type TemplateParts, templateSet } from '../../actions/template-file.ts';
import { getTemplate, putTemplateAction, removeTemplateAction } from '../../actions/templates.ts';
import type { Template } from '../../domain/template.ts';
import type { Command, CommandOption, Given, Session } from '../command.ts';
import { textGiven } from '../text-input.ts';

const OPTIONS: readonly CommandOption[] = [
  { flags: '--title <title>', say: 'title' },
  { flags: '--language <code>', say: 'textLanguage' },
  { flags: '--text <text>', say: 'templateText' },
  { flags: '--file <file>', say: 'templateFile' },
  { flags: '--set <field=value>', say: 'templateSet', many: true },
  { flags: '--tag <tag>', say: 'templateTag', many: true },
];

/** `desk templates add`: from options, from a file, or both. */
export const templateAdd: Command = {
  arguments: '[name]',
  options: OPTIONS,
  examples: [
    "desk templates add sent --language vi --text 'Đơn đang trên đường ạ.'",
    'desk templates add --file screen-reset.md',
  ],
  run: async (session, [name], given) => {
    const parts = await partsGiven(session, name, given);
    const empty = { name: '', title: parts.title ?? parts.name ?? '', tags: [], bodies: {}, set: {}, addTags: [] };
    return put(session, { ...empty, ...parts }, true, given.flag('dryRun'));
  },
};

/** `desk templates set`: changes what is named, and leaves the rest. */
export const templateSetCommand: Command = {
  arguments: '[name]',
  options: OPTIONS,
  examples: [
    "desk templates set sent --language en --text 'It is on its way.'",
    'desk templates set --file screen-reset.md --dry-run',
  ],
  run: async (session, [name], given) => {
    const parts = await partsGiven(session, name, given);
    const { used: _, ...before } = getTemplate(session.context, parts.name ?? '');
    const wholeFile = given.text('file') !== undefined && parts.title !== undefined;
    const bodies = wholeFile ? (parts.bodies ?? before.bodies) : { ...before.bodies, ...parts.bodies };
    return put(session, { ...before, ...parts, bodies }, false, given.flag('dryRun'));
  },
};

/** `desk templates remove NAME`. */
export const templateRemove: Command = {
  arguments: '<name>',
  options: [],
  examples: ['desk templates remove sent', 'desk templates remove sent --dry-run'],
  run: ({ context, printer, words, globals }, [name = ''], given) => {
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, removeTemplateAction, { name }, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, removed: output });
    else printer.tell(words.cli.templateRemoved(name, dryRun));
    return 0;
  },
};

async function partsGiven({ context, io }: Session, name: string | undefined, given: Given): Promise<TemplateParts> {
  const language = given.text('language') ?? context.locale;
  const text = await textGiven({ message: given.text('text'), file: given.text('file'), stdinTaken: false }, io);
  const whole = text !== undefined && isTemplateFile(text);
  const fromFile = whole ? parseTemplateFile(given.text('file') ?? '-', text, language) : {};
  const changes = given.texts('set');
  const tags = given.texts('tag');
  const title = given.text('title');
  return {
    ...fromFile,
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(changes.length === 0 ? {} : templateSet(changes, context)),
    ...(text === undefined || whole ? {} : { bodies: { [language]: text } }),
  };
}

function put(
  { context, printer, words, globals }: Session,
  template: Omit<Template, 'used'>,
  isNew: boolean,
  dryRun: boolean,
): number {
  const input = {
    template: {
      ...template,
      tags: [...template.tags],
      addTags: [...template.addTags],
      bodies: { ...template.bodies },
      set: { ...template.set },
    },
    isNew,
  };
  const { action, output } = perform(context, putTemplateAction, input, { dryRun });
  if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, name: template.name, ...output });
  else printer.tell(words.cli.templateKept(template.name, isNew, output.changed, dryRun));
  return 0;
}
