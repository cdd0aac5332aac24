import type { RecordHandoff, RecordOption } from '../domain/incoming.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What was offered and answered in a case, for its export. */
export const optionRecordsOf = (store: Store, number: number): RecordOption[] =>
  prepared<[number], RecordOption>(
    store,
    'SELECT playbook, step, answer, cost, at, author FROM playbook_answers WHERE case_number = ? ORDER BY at, id',
  ).all(number);

/** Brings it in as it was; what is there already is not made again. */
export function bringOptions({ store }: Writing, number: number, options: readonly RecordOption[] = []): void {
  const insert = prepared(
    store,
    `INSERT INTO playbook_answers (case_number, playbook, step, answer, cost, at, author)
     SELECT @number, @playbook, @step, @answer, @cost, @at, @author
      WHERE (SELECT count(*) FROM playbook_answers WHERE case_number = @number AND playbook = @playbook
        AND step = @step AND answer = @answer AND at = @at) < @nth`,
  );
  const alike = (one: RecordOption, other: RecordOption): boolean =>
    one.playbook === other.playbook && one.step === other.step && one.answer === other.answer && one.at === other.at;
  for (const [at, one] of options.entries())
    insert.run({ ...one, number, nth: options.slice(0, at + 1).filter((other) => alike(one, other)).length });
}

type HandoffRow = Omit<RecordHandoff, 'given' | 'answer'> & { readonly given: string; readonly answer: string | null };

/** What a case handed to departments, for its export. */
export const handoffRecordsOf = (store: Store, number: number): RecordHandoff[] =>
  prepared<[number], HandoffRow>(
    store,
    `SELECT mark, department, state, given, packet, due_at AS dueAt, made_at AS madeAt, author,
            answered_at AS answeredAt, answer FROM handoffs WHERE case_number = ? ORDER BY id`,
  )
    .all(number)
    .map(({ given, answer, ...row }) => ({
      ...row,
      given: JSON.parse(given),
      answer: answer === null ? null : JSON.parse(answer),
    }));

/** Brings them in as they were; a mark that is known already stays where it is. */
export function bringHandoffs({ store }: Writing, number: number, handoffs: readonly RecordHandoff[] = []): void {
  const insert = prepared(
    store,
    `INSERT INTO handoffs (mark, case_number, department, state, given, packet, due_at, made_at, author, answered_at, answer)
     VALUES (@mark, @number, @department, @state, @given, @packet, @dueAt, @madeAt, @author, @answeredAt, @answer)
     ON CONFLICT (mark) DO NOTHING`,
  );
  for (const { given, answer, ...one } of handoffs)
    insert.run({
      ...{ ...one, number, given: JSON.stringify(given) },
      answer: answer === null ? null : JSON.stringify(answer),
    });
}
