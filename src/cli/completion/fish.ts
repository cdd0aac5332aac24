import type { Candidate, CompletedCommand, CompletedOption, Follows } from './table.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** A word that is still one after fish has read it once more, as it does with the candidates of `-a`. */
const escaped = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}=:,.-]/gu, (character) => `\\${character}`);

const list = (candidates: readonly Candidate[]): string =>
  quoted(candidates.map(({ word, says }) => `${escaped(word)}${says === '' ? '' : `\\t${escaped(says)}`}`).join(' '));

function valueFlags(value: Follows | null): string {
  if (value === null) return '';
  if (value === 'files') return ' -r -F';
  if (value === 'folders') return " -x -a '(__fish_complete_directories)'";
  return value === 'free' ? ' -x' : ` -x -a ${list(value)}`;
}

function optionLine(condition: string, { names, says, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
  return `complete -c desk${condition} ${flags} -d ${quoted(says)}${valueFlags(value)}`;
}

function commandLines({ path, options, operands }: CompletedCommand): string[] {
  const condition = ` -n ${quoted(`__desk_at '${path}'`)}`;
  const follow =
    operands === 'free' || operands === 'folders'
      ? []
      : [`complete -c desk${condition}${operands === 'files' ? ' -F' : ` -a ${list(operands)}`}`];
  return [...follow, ...options.map((option) => optionLine(condition, option))];
}

/** The completion script for fish: `desk completion fish > ~/.config/fish/completions/desk.fish`. */
export function fishScript(table: readonly CompletedCommand[], everywhere: readonly CompletedOption[]): string {
  const groups = [...new Set(table.flatMap(({ path }) => (path.includes(' ') ? [path.split(' ')[0] ?? ''] : [])))];
  const names = table.map(({ path, says }) => {
    const [first = '', second] = path.split(' ');
    const condition = ` -n ${quoted(`__desk_at '${second === undefined ? '' : first}'`)}`;
    return `complete -c desk${condition} -a ${quoted(second ?? first)} -d ${quoted(says)}`;
  });
  const first = groups.map((group) => `complete -c desk -n ${quoted("__desk_at ''")} -a ${quoted(group)}`);
  return `# desk completion for fish: desk completion fish > ~/.config/fish/completions/desk.fish
function __desk_at --description 'is this the command that is typed?'
  set -l typed
  set -l skip 0
  set -l words (commandline -opc)
  set -e words[1]
  for word in $words
    if test $skip = 1
      set skip 0
    else if contains -- $word --db --lang
      set skip 1
    else if not string match -q -- '-*' $word
      if test (count $typed) = 0
        set typed $word
      else if contains -- $typed[1] ${groups.join(' ')}; and test (count $typed) = 1
        set -a typed $word
      end
    end
  end
  test "$typed" = "$argv[1]"
end
complete -c desk -f
${[...names, ...first, ...everywhere.map((option) => optionLine('', option)), ...table.flatMap(commandLines)].join('\n')}
`;
}
