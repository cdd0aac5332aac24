import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SPELLED } from './cli/commands/index.ts';
import { usageOf } from './cli/help.ts';
import { helpOf } from './cli/help-of.ts';
import { loadWords, wordsFor } from './i18n/index.ts';
import { keyName } from './tui/key-name.ts';
import { KEYMAP } from './tui/keymap.ts';
import { keycap } from './tui/parts/frame.ts';

// Writes the generated tables of README.md; with --check says which are stale and ends with 1.
const README = fileURLToPath(new URL('../README.md', import.meta.url));

type Row = readonly [string, string];

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (left: string, right: string, rows: readonly Row[]): string =>
  [`| ${left} | ${right} |`, '|---|---|', ...rows.map(([a, b]) => `| \`${cell(a)}\` | ${cell(b)} |`)].join('\n');

function commandTable(): string {
  const words = wordsFor('en');
  const rows = SPELLED.map((spelled): Row => [`desk ${usageOf(spelled)}`, helpOf(words, spelled)]);
  return table('command', 'does', [['desk', words.cli.bare], ...rows]);
}

const PLACES = {
  list: 'list',
  case: 'case',
  compose: 'composer',
  review: 'review',
  help: 'help',
  history: 'undo list',
  mail: 'mail',
  agenda: 'follow-ups',
  why: 'why',
  playbooks: 'playbooks',
  handoffs: 'hand-offs',
  journey: 'journey',
  customers: 'customers',
  duplicates: 'pairs of customers',
  fields: 'fields',
} as const;

/** Each key once: what it does, and where. */
function keyTable(): string {
  const words = wordsFor('en');
  const groups = Object.entries(words.keys.groups).map(([group, title]) => {
    const rows = KEYMAP.filter((row) => row.group === group && row.keys.length > 0).map((row): string => {
      const keys = row.keys.map((key) => `\`${cell(keycap(key, 'en'))}\``).join(' ');
      return `| ${keys} | ${cell(keyName(words, row.id))} | ${row.in.map((place) => PLACES[place]).join(', ')} |`;
    });
    return [`**${title}**`, '', '| key | does | where |', '|---|---|---|', ...rows].join('\n');
  });
  return groups.join('\n\n');
}

const TABLES: Readonly<Record<string, () => string>> = { commands: commandTable, keys: keyTable };

/** The text with the tables between `<!-- name:begin -->` and `<!-- name:end -->` written anew. */
function withTables(text: string): string {
  return Object.entries(TABLES).reduce((done, [name, write]) => {
    const between = new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`);
    if (!between.test(done)) throw new Error(`README.md has no place for the table of ${name}`);
    return done.replace(between, (_whole, begin: string, end: string) => `${begin}${write()}\n${end}`);
  }, text);
}

await loadWords('en');
const before = readFileSync(README, 'utf8');
const after = withTables(before);
if (process.argv.includes('--check')) {
  if (after !== before) {
    process.stderr.write('The tables in README.md are stale: npm run build && npm run docs\n');
    process.exitCode = 1;
  }
} else if (after !== before) writeFileSync(README, after);
