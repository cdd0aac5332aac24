import type { Candidate, CompletedCommand, CompletedOption, Follows } from './table.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** `word:what it means`, as \`_describe\` reads it. */
const described = ({ word, says }: Candidate): string =>
  quoted(`${word.replaceAll('\\', '\\\\').replaceAll(':', '\\:')}${says === '' ? '' : `:${says}`}`);

function offer(follows: Follows): string {
  if (follows === 'files') return '_files';
  if (follows === 'folders') return '_files -/';
  if (follows === 'free') return '_message -r ""';
  return `offered=(${follows.map(described).join(' ')}); _describe desk offered`;
}

const asCandidates = (options: readonly CompletedOption[]): Candidate[] =>
  options.flatMap(({ names, says }) => names.map((word) => ({ word, says })));

function valuesOf(options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ names, value }) =>
    value === null ? [] : [`      ${names.join('|')}) ${offer(value)}; return ;;`],
  );
}

function commandCase({ path, options, operands }: CompletedCommand, everywhere: readonly CompletedOption[]): string {
  const values = valuesOf(options);
  return [
    `    ${quoted(path)})`,
    ...(values.length === 0 ? [] : ['      case "$before" in', ...values, '      esac']),
    `      if [[ $PREFIX == -* ]]; then ${offer(asCandidates([...options, ...everywhere]))}; else ${offer(operands)}; fi ;;`,
  ].join('\n');
}

/** The completion script for zsh: a file `_desk` in the fpath, or `source <(desk completion zsh)`. */
export function zshScript(table: readonly CompletedCommand[], everywhere: readonly CompletedOption[]): string {
  const groups = [...new Set(table.flatMap(({ path }) => (path.includes(' ') ? [path.split(' ')[0] ?? ''] : [])))];
  const firsts: Candidate[] = [
    ...table.filter(({ path }) => !path.includes(' ')).map(({ path, says }) => ({ word: path, says })),
    ...groups.map((word) => ({ word, says: table.find(({ path }) => path.startsWith(`${word} `))?.says ?? '' })),
  ];
  const seconds = (group: string): Candidate[] =>
    table
      .filter(({ path }) => path.startsWith(`${group} `))
      .map(({ path, says }) => ({ word: path.slice(group.length + 1), says }));
  return `#compdef desk
# desk completion for zsh: a file _desk in your fpath, or: source <(desk completion zsh)
_desk() {
  local -a offered
  local typed='' word before=\${words[CURRENT-1]}
  local -i at
  for ((at = 2; at < CURRENT; at++)); do
    word=\${words[at]}
    case "$word" in
      --db|--lang) ((at++)) ;;
      -*) ;;
      *) if [[ -z $typed ]]; then typed=$word; else case "$typed" in
          ${groups.join('|')}) typed="$typed $word" ;;
        esac; fi ;;
    esac
  done
  case "$before" in
${valuesOf(everywhere).join('\n')}
  esac
  case "$typed" in
    '') if [[ $PREFIX == -* ]]; then ${offer(asCandidates(everywhere))}; else ${offer(firsts)}; fi ;;
${groups.map((group) => `    ${quoted(group)}) ${offer(seconds(group))} ;;`).join('\n')}
${table.map((one) => commandCase(one, everywhere)).join('\n')}
  esac
}
if [[ $funcstack[1] == _desk ]]; then _desk "$@"; else compdef _desk desk; fi
`;
}
