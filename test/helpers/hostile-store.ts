import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { putTemplateAction } from '../../src/actions/templates.ts';
import type { Attack } from './attacks.ts';
import type { Desk } from './desk.ts';

/** Where a stranger's text stands in the store. What a reader or an action would refuse is put there all the same. */
const EVERYWHERE = [
  "UPDATE cases SET subject = @text, product = @text, department = @text, channel = 'email' WHERE number = @number",
  `UPDATE customers SET name = @text, given_name = @text, company = @text
    WHERE id = (SELECT customer FROM cases WHERE number = @number)`,
  `INSERT INTO contact_points (customer, kind, value, normal) SELECT customer, 'email', @text, @text
     FROM cases WHERE number = @number`,
  'UPDATE entries SET text = @text, author = @text, subject = @text, problem = @text WHERE case_number = @number',
  `INSERT INTO entry_addresses (entry, position, role, name, address, normal)
     SELECT id, 9, 'from', @text, @text, 'a' || @number FROM entries WHERE case_number = @number`,
  `INSERT INTO parts (entry, n, name, type, size, sha256)
     SELECT id, 0, @text, 'text/plain', 5, 'x' FROM entries WHERE case_number = @number`,
  'INSERT INTO case_tags (case_number, tag) VALUES (@number, @text)',
  `INSERT INTO events (case_number, action, at, author, field, old, new)
     SELECT @number, max(id), 1, @text, 'tag', NULL, @text FROM actions`,
  `INSERT INTO drafts (case_number, type, text, case_version, updated_at) VALUES (@number, 'reply', @text, 1, 1)`,
];

/** A case for each attack, with the attack in every field; and templates and undo lines that hold it. */
export function fillHostile(desk: Desk, attacks: readonly Attack[]): Map<number, Attack> {
  const cases = new Map<number, Attack>();
  for (const [index, attack] of attacks.entries()) {
    const { output } = perform(desk, newCase, {
      customer: `Stranger ${index}`,
      subject: 'x',
      kind: 'service',
      channel: 'phone',
      message: 'x',
    });
    for (const sql of EVERYWHERE) {
      const statement = desk.store.db.prepare(sql);
      statement.run({ text: attack.string, ...(sql.includes('@number') ? { number: output.number } : {}) });
    }
    const name = `attack-${index}`;
    perform(desk, putTemplateAction, {
      template: { name, title: attack.string, tags: [], bodies: { en: attack.string }, set: {}, addTags: [] },
      isNew: true,
    });
    const facts = JSON.stringify({ case: output.number, what: attack.string });
    desk.store.db
      .prepare('UPDATE actions SET facts = ?, author = ? WHERE id = (SELECT max(id) FROM actions)')
      .run(facts, attack.string);
    cases.set(output.number, attack);
  }
  return cases;
}
