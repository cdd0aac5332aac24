import { MIGRATIONS } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { reindex } from '../../src/store/search.ts';
import { DEMO_NOW } from './desk.ts';

/** So many cases are in it, each with a customer, two entries and a tag. */
export const OLD_CASES = 150;

/** A store as the first released desk wrote it. */
export function oldStore(path: string): void {
  const store = openStore(path, { now: DEMO_NOW, migrations: MIGRATIONS.slice(0, 1) });
  const { db } = store;
  const fill = db.transaction(() => {
    for (let n = 1; n <= OLD_CASES; n += 1) {
      db.prepare("INSERT INTO customers (uid, name, language) VALUES ('c' || @n, 'Lan ' || @n, 'vi')").run({ n });
      db.prepare(
        "INSERT INTO contact_points (customer, kind, value, normal) VALUES (@n, 'email', 'lan' || @n || '@x', 'lan' || @n || '@x')",
      ).run({ n });
      db.prepare(
        `INSERT INTO cases (uid, subject, kind, status, priority, channel, customer, waiting_since, is_open)
           VALUES ('k' || @n, 'Máy giặt ' || @n, 'support', 'open', 1, 'email', @n, 1000 + @n, 1)`,
      ).run({ n });
      db.prepare("INSERT INTO case_tags (case_number, tag) VALUES (@n, 'cũ')").run({ n });
      for (const [party, direction] of [
        ['customer', 'in'],
        ['agent', 'out'],
      ])
        db.prepare(
          `INSERT INTO entries (uid, case_number, type, party, direction, channel, at, at_source, author, text)
             VALUES (@party || @n, @n, 'message', @party, @direction, 'email', 1000, 'date', 'Lan', 'Máy của chị không lên hình. ' || @n)`,
        ).run({ n, party, direction });
    }
  });
  fill.immediate();
  reindex(store);
  store.close();
}
