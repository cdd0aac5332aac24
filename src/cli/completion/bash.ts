import type { CompletedCommand, CompletedOption, Follows } from './table.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** How bash finds what follows: an action that fills COMPREPLY from `$cur`. It shows no descriptions. */
function offer(follows: Follows): string {
  if (follows === 'files') return 'COMPREPLY=($(compgen -f -- "$cur"))';
  if (follows === 'folders') return 'COMPREPLY=($(compgen -d -- "$cur"))';
  return follows === 'free' ? 'COMPREPLY=()' : `_desk_offer ${quoted(follows.map(({ word }) => word).join(' '))}`;
}

function valuesOf(options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ names, value }) =>
    value === null ? [] : [`      ${names.join('|')}) ${offer(value)}; return ;;`],
  );
}

function commandCase({ path, options, operands }: CompletedCommand, everywhere: readonly CompletedOption[]): string {
  const names = [...options, ...everywhere].flatMap((option) => option.names).join(' ');
  const values = valuesOf(options);
  return [
    `    ${quoted(path)})`,
    ...(values.length === 0 ? [] : ['      case "$prev" in', ...values, '      esac']),
    `      if [[ $cur == -* ]]; then _desk_offer ${quoted(names)}; else ${offer(operands)}; fi ;;`,
  ].join('\n');
}

/** The completion script for bash: `source <(desk completion bash)`. */
export function bashScript(table: readonly CompletedCommand[], everywhere: readonly CompletedOption[]): string {
  const firsts = [...new Set(table.map(({ path }) => path.split(' ')[0] ?? ''))];
  const groups = firsts.filter((first) => table.some(({ path }) => path.startsWith(`${first} `)));
  const seconds = (group: string): string =>
    table.flatMap(({ path }) => (path.startsWith(`${group} `) ? [path.slice(group.length + 1)] : [])).join(' ');
  return `# desk completion for bash: source <(desk completion bash)
# bash cuts words at : and =, so what stands before the last one is taken off what is offered
_desk_offer() {
  local word
  COMPREPLY=()
  for word in $1; do
    [[ $word == "$whole"* ]] && COMPREPLY+=("\${word:\${#whole}-\${#cur}}")
  done
}
_desk() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} whole path='' at word line
  [[ $cur == [:=] ]] && cur=''
  line=\${COMP_LINE:0:COMP_POINT}
  whole=\${line##*[[:space:]]}
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    case "$word" in
      --db|--lang) ((at++)) ;;
      -*) ;;
      *) if [[ -z $path ]]; then path=$word; else case "$path" in
${groups.map((group) => `          ${group}) path="$path $word" ;;`).join('\n')}
        esac; fi ;;
    esac
  done
  case "$prev" in
${valuesOf(everywhere).join('\n')}
  esac
  case "$path" in
    '') if [[ $cur == -* ]]; then _desk_offer ${quoted(everywhere.flatMap((one) => one.names).join(' '))}; else _desk_offer ${quoted(`${firsts.join(' ')} help`)}; fi ;;
${groups.map((group) => `    ${quoted(group)}) _desk_offer ${quoted(seconds(group))} ;;`).join('\n')}
${table.map((one) => commandCase(one, everywhere)).join('\n')}
  esac
}
complete -o filenames -F _desk desk
`;
}
