import type { Counts } from '../../domain/forgetting.ts';
import type { Store } from '../open.ts';
import { prepared } from '../statements.ts';
import type { Person } from './person.ts';

const SQL: Readonly<Record<keyof Counts, string>> = {
  cases: 'count(*) FROM cases WHERE number IN hers',
  entries: 'count(*) FROM entries WHERE case_number IN hers',
  drafts: 'count(*) FROM drafts WHERE case_number IN hers',
  waiting: `count(*) FROM entries e JOIN outbox o ON o.entry = e.id
    WHERE e.case_number IN hers AND o.state IN ('held', 'queued', 'failed')`,
  purchases: 'count(*) FROM purchases WHERE customer IN she',
  commitments: 'count(*) FROM commitments WHERE case_number IN hers OR customer IN she',
  handoffs: 'count(*) FROM handoffs WHERE case_number IN hers',
  raw: `count(*) FROM (SELECT received FROM entries WHERE case_number IN hers AND received IS NOT NULL
    UNION SELECT p.sha256 FROM entries e JOIN outbox o ON o.entry = e.id JOIN parts p ON p.entry = e.id
     WHERE e.case_number IN hers)`,
};

export function countsOf(store: Store, { customers, cases }: Person): Counts {
  const columns = Object.entries(SQL).map(([name, sql]) => `(SELECT ${sql}) AS "${name}"`);
  return prepared<[string, string], Counts>(
    store,
    `WITH she (id) AS (SELECT value FROM json_each(?)), hers (number) AS (SELECT value FROM json_each(?))
     SELECT ${columns.join(', ')}`,
  ).get(JSON.stringify([...customers]), JSON.stringify([...cases])) as Counts;
}
