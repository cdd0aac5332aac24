import { fillTemplate } from '../../actions/fill-template.ts';
import { templateFile } from '../../actions/template-file.ts';
import { getTemplate, readTemplates } from '../../actions/templates.ts';
import { asWritten } from '../../domain/placeholders.ts';
import type { Template } from '../../domain/template.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';
import { type Column, fittedRow, pipedRow, widest } from '../table.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk templates list`. */
export const templateList: Command = {
  arguments: '',
  options: [],
  examples: ['desk templates list', 'desk templates list --json'],
  run: ({ context, io, printer, globals }) => {
    const all = readTemplates(context);
    if (globals.json) printer.json(all);
    else {
      const names = Math.min(30, widest(all.map(({ name }) => line(name))));
      const columns: Column<Template>[] = [
        { columns: names, text: ({ name }) => line(name) },
        { columns: 10, text: ({ bodies }) => line(Object.keys(bodies).join(',')) },
        { columns: Math.max(20, io.columns - names - 14), text: ({ title }) => line(title) },
      ];
      for (const one of all) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
    }
    return 0;
  },
};

/** `desk templates show NAME`: as the file that `templates set --file` reads. */
export const templateShow: Command = {
  arguments: '<name>',
  options: [],
  examples: ['desk templates show screen-reset', 'desk templates show screen-reset > screen-reset.md'],
  run: ({ context, printer, globals }, [name = '']) => {
    const found = getTemplate(context, name);
    if (globals.json) printer.json(found);
    else printer.line(templateFile(found));
    return 0;
  },
};

/** `desk templates render NAME N`: the text for a case, unfilled placeholders shown as `{{?name}}`. */
export const templateRender: Command = {
  arguments: '<name> <n>',
  options: [{ flags: '--language <code>', say: 'language' }],
  examples: ['desk templates render screen-reset 42', 'desk templates render screen-reset 42 --language th'],
  run: ({ context, printer, globals }, [name = '', number = ''], given) => {
    const { text, language, cursor } = fillTemplate(
      context,
      idNumber(number),
      getTemplate(context, name),
      given.text('language'),
    );
    if (globals.json) {
      const before = cursor === null ? null : asWritten(text.slice(0, cursor)).length;
      printer.json({ name, case: idNumber(number), text: asWritten(text), language, cursor: before });
    } else printer.line(clean(text, 'block'));
    return 0;
  },
};
