import { choice } from '../../actions/field-values.ts';
import type { Command } from '../command.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { completionTable, globalOptions, SHELLS } from '../completion/table.ts';
import { zshScript } from '../completion/zsh.ts';
import { EXIT } from '../exit.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `desk completion SHELL`: a script for that shell, made from the table of commands. */
export const completion: Command = {
  arguments: '<shell>',
  options: [],
  examples: [
    'desk completion bash > ~/.local/share/bash-completion/completions/desk',
    'desk completion fish > ~/.config/fish/completions/desk.fish',
  ],
  storeless: true,
  run: ({ words, commands, printer }, [name = '']) => {
    const shell = choice('shell', name, SHELLS);
    printer.bytes(Buffer.from(SCRIPTS[shell](completionTable(words, commands), globalOptions(words))));
    return EXIT.ok;
  },
};
