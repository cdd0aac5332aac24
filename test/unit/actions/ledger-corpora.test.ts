import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importSources } from '../../../src/actions/import/import.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { searchCustomers } from '../../../src/actions/read-customers.ts';
import { readLedger } from '../../../src/actions/read-ledger.ts';
import { LOCALES } from '../../../src/context.ts';
import type { Entry } from '../../../src/domain/entry.ts';
import type { LedgerMark } from '../../../src/domain/ledger/ledger.ts';
import { DAY, DEFAULT_LEDGER_RULES } from '../../../src/domain/ledger/rules.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { corpora } from '../../helpers/corpora.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { zendeskRecords } from '../../helpers/zendesk-session.ts';

const folder = corpora();

/** Every mark of every customer, with the customer. */
const allMarks = (desk: Desk): { customer: number; mark: LedgerMark }[] =>
  searchCustomers(desk, { words: [], segment: null, tag: null, language: null, internal: false }, 10_000).flatMap(
    (customer) => readLedger(desk, customer).marks.map((mark) => ({ customer, mark })),
  );

/** Looked up in the case, not by the rules: is what the mark says true? Null where it is. */
function untrue(desk: Desk, customer: number, mark: LedgerMark): string | null {
  if (mark.case === null) return 'no case';
  const { case: of, entries } = readCase(desk, mark.case);
  if (of.customer !== customer) return 'a case of somebody else';
  const entry = entries.find(({ id }) => id === mark.entry);
  if (mark.entry !== null && entry === undefined) return 'an entry of another case';
  const between = (from: number, to: number, is: (one: Entry) => boolean): boolean =>
    entries.some((one) => one.type !== 'note' && one.at !== null && one.at > from && one.at < to && is(one));
  const byUs = ({ party, automatic }: Entry): boolean => party === 'agent' && automatic === null;
  const at = entry?.at ?? null;
  switch (mark.rule) {
    case 'late-first':
    case 'late-next':
    case 'waited-long':
      if (entry?.party !== 'customer' || at === null || at >= mark.at) return 'nobody waited';
      return between(at, mark.at, byUs) ? 'we had answered' : null;
    case 'reopened':
      return entry?.party === 'customer' ? null : 'nobody wrote';
    case 'first-contact':
      return entry?.party === 'agent' && mark.at - (at ?? 0) >= DEFAULT_LEDGER_RULES.contactDays * DAY
        ? null
        : 'too soon';
    case 'thanks':
      return entry?.party === 'customer' ? null : 'nobody thanked';
    default:
      return `nothing here makes ${mark.rule}`;
  }
}

async function explained(
  desk: Desk,
  paths: readonly string[],
  me: readonly string[] = [],
): Promise<Record<string, number>> {
  await importSources(desk, { paths, solvedBefore: desk.now(), ...(me.length === 0 ? {} : { me }) });
  const marks = allMarks(desk);
  const wrong = marks.map(({ customer, mark }) => ({ key: mark.key, why: untrue(desk, customer, mark) }));
  expect(wrong.filter(({ why }) => why !== null)).toEqual([]);
  for (const { mark } of marks)
    for (const locale of LOCALES) expect(wordsFor(locale).customers.rules[mark.rule]).not.toBe('');
  const rules = marks.map(({ mark }) => mark.rule);
  return Object.fromEntries(
    [...new Set(rules)].toSorted().map((rule) => [rule, rules.filter((one) => one === rule).length]),
  );
}

test.skipIf(folder === null)('every mark of a real Zendesk account explains itself', async () => {
  const place = mkdtempSync(join(tmpdir(), 'desk-ledger-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const file = join(place, 'session.jsonl');
  writeFileSync(file, zendeskRecords(join(folder ?? '', 'export-zendesk-session')));
  expect(await explained(createDesk({ now: Date.parse('2015-08-10T00:00:00Z') }), [file])).toMatchInlineSnapshot(`
    {
      "late-first": 137,
      "late-next": 1,
      "waited-long": 1,
    }
  `);
});

test.skipIf(folder === null)('every mark of real mails explains itself', async () => {
  const sets = ['notmuch', 'zammad-mail', 'discourse-mail', 'chatwoot-mail', 'freescout-mail', 'mailarch'];
  const desk = createDesk({ now: Date.parse('2025-01-01T00:00:00Z') });
  // who answers most there is the desk
  const me = ['joe@perches.com', 'cworth@cworth.org', 'davem@davemloft.net', 'sjayaraman@suse.de'];
  expect(
    await explained(
      desk,
      sets.map((set) => join(folder ?? '', set)),
      me,
    ),
  ).toMatchInlineSnapshot(`
    {
      "first-contact": 8,
      "late-first": 12,
      "thanks": 1,
    }
  `);
});
