import type { Migration } from '../migrate.ts';

/**
 * How the ledger of each customer stands, and how it will if nothing more happens, worked out from what happened
 * (`store/standings.ts`) so that lists can ask for it: a comparison with the clock, never a write, makes a strike old or a
 * promise broken. `ledger_state.rules` counts the changes of all that ledgers are read by: weights, hours, targets.
 */
export const standings: Migration = {
  version: 10,
  name: 'standings',
  sql: `
CREATE TABLE standings (
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  -- ms; without the last one
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL,
  strikes INTEGER NOT NULL,
  -- hundredths
  poor INTEGER NOT NULL,
  good INTEGER NOT NULL,
  at_risk INTEGER NOT NULL CHECK (at_risk IN (0, 1)),
  PRIMARY KEY (customer, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX standings_at_risk ON standings (to_at, from_at, customer) WHERE at_risk = 1;

-- customers whose standing has to be worked out anew, where it was too much for the action that changed it
CREATE TABLE standings_behind (
  customer INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE ledger_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  rules INTEGER NOT NULL,
  -- the rules by which all standings are worked out, and how far the next ones have come
  done INTEGER NOT NULL,
  at_customer INTEGER NOT NULL
) STRICT;
INSERT INTO ledger_state (id, rules, done, at_customer) SELECT 1, 1, iif(EXISTS (SELECT 1 FROM customers), 0, 1), 0;
${[
  ['settings_ledger_insert', "INSERT ON settings WHEN NEW.key = 'ledger'"],
  ['settings_ledger_update', "UPDATE ON settings WHEN NEW.key = 'ledger'"],
  ['settings_ledger_delete', "DELETE ON settings WHEN OLD.key = 'ledger'"],
  ['clock_rules_update', 'UPDATE OF rules ON clock_state'],
]
  .map(
    ([name, change]) => `CREATE TRIGGER ${name} AFTER ${change}
BEGIN UPDATE ledger_state SET rules = rules + 1, at_customer = 0; END;`,
  )
  .join('\n')}
`,
};
