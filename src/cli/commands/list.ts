import { findPages } from '../../actions/find-pages.ts';
import { countFound, findCases } from '../../actions/read-cases.ts';
import { DeskError } from '../../domain/errors.ts';
import { nearest } from '../../domain/query.ts';
import { VIEWS } from '../../domain/views.ts';
import type { Command, Session } from '../command.ts';
import { rowsWanted } from '../limit-typed.ts';
import { firstPage, printList, printNumbers } from '../print-list.ts';

const ON_A_TERMINAL = 50;

interface Wanted {
  readonly words: readonly string[];
  readonly view: string | null;
  readonly limit: number | null;
  readonly numbersOnly: boolean;
}

/**
 * `desk list` reads its own arguments: a word with one leading dash that is no option of its is a negated term. Runs
 * without commander, because it is the command scripts call most.
 */
export const list: Command = {
  arguments: '[query...]',
  options: [
    { flags: '-q, --quiet', say: 'numbersOnly' },
    { flags: '-n, --limit <n>', say: 'limit' },
    { flags: '--view <name>', say: 'view' },
  ],
  examples: [
    "desk list status:open 'màn hình' -tag:spam",
    'desk list --view waiting -n 10',
    "desk list -q '*' | wc -l",
  ],
  run: (session, args) => runList(session, parseList(args)),
};

async function runList(session: Session, wanted: Wanted): Promise<number> {
  const { context, io, printer, words, globals } = session;
  const query = queryOf(wanted);
  // a store from before, or one whose hours were changed a moment ago
  if (/\b(?:(?:over)?due|atrisk)\b/.test(query)) await (await import('../work-out.ts')).workOutNow(session);
  const limit = wanted.limit ?? (io.outIsTerminal ? ON_A_TERMINAL : Number.MAX_SAFE_INTEGER);
  if (wanted.numbersOnly && globals.json) {
    printer.json(findCases(context, query, limit));
    return 0;
  }
  const pages = findPages(context, query, limit, firstPage(io));
  const printed = await (wanted.numbersOnly ? printNumbers : printList)(session, pages);
  if (!io.outIsTerminal || globals.json) return 0;
  if (printed === 0) printer.remark(words.cli.nothingFound);
  else if (printed === limit) {
    const all = countFound(context, query);
    if (all > limit) printer.remark(words.cli.moreFound(limit, all));
  }
  return 0;
}

/** Without words and view the inbox; words narrow a view; `*` and an empty word are everything. */
function queryOf({ words, view }: Wanted): string {
  const query = words.join(' ');
  if (view === null) return words.length === 0 ? VIEWS[0].query : query;
  const found = VIEWS.find((one) => one.id === view.toLowerCase());
  if (found === undefined) {
    const names = VIEWS.map((one) => one.id);
    throw new DeskError('usage', 'unknown-view', {
      value: view,
      nearest: nearest(view, names),
      allowed: names.join(', '),
    });
  }
  return query === '' ? found.query : `(${found.query}) (${query})`;
}

/** Reads the arguments of `desk list`; throws `unknown-option`, `bad-limit`, `option-without-value`. */
export function parseList(args: readonly string[]): Wanted {
  const words: string[] = [];
  let view: string | null = null;
  let limit: number | null = null;
  let numbersOnly = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const [, name = word, inline] = /^(--[a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const value = (): string => {
      if (inline !== undefined) return inline;
      at += 1;
      const next = args[at];
      if (next === undefined) throw new DeskError('usage', 'option-without-value', { option: name, command: 'list' });
      return next;
    };
    if (word === '--') {
      words.push(...args.slice(at + 1));
      break;
    }
    if (name === '-q' || name === '--quiet') numbersOnly = true;
    else if (name === '-n' || name === '--limit') limit = rowsWanted(value());
    else if (/^-n\d+$/.test(word)) limit = rowsWanted(word.slice(2));
    else if (name === '--view') view = value();
    else if (word.startsWith('--'))
      throw new DeskError('usage', 'unknown-option', {
        option: name,
        nearest: nearest(name, ['--limit', '--view', '--quiet']),
      });
    else words.push(word);
  }
  return { words, view, limit, numbersOnly };
}
