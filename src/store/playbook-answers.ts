import type { StepAnswer } from '../domain/playbook/ladder.ts';
import { addEvent } from './events.ts';
import { FAMILY } from './merges.ts';
import type { Store } from './open.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** A step of a playbook that was offered in a case, or its customer's answer to one. */
export interface PlaybookAnswer {
  readonly id: number;
  readonly case: number;
  readonly playbook: string;
  readonly step: string;
  readonly answer: StepAnswer;
  /** VND, as it was when it was offered; null: it depended on a price that was not known */
  readonly cost: number | null;
  /** ms */
  readonly at: number;
  readonly author: string;
}

const COLUMNS = 'p.id, p.case_number AS "case", p.playbook, p.step, p.answer, p.cost, p.at, p.author';

/** What was offered and answered in a case and in those that were merged into it, in the order in which it was. */
export const playbookAnswersOf = (store: Store, number: number): PlaybookAnswer[] =>
  prepared<[number], PlaybookAnswer>(
    store,
    `${FAMILY} SELECT ${COLUMNS} FROM playbook_answers p WHERE p.case_number IN (SELECT number FROM family) ORDER BY p.at, p.id`,
  ).all(number);

/** Writes it down, with an event of the case. */
export function insertPlaybookAnswer(writing: Writing, fresh: Omit<PlaybookAnswer, 'id' | 'at' | 'author'>): void {
  prepared(
    writing.store,
    'INSERT INTO playbook_answers (case_number, playbook, step, answer, cost, at, author) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(fresh.case, fresh.playbook, fresh.step, fresh.answer, fresh.cost, writing.now, writing.agent);
  const old = `${fresh.playbook}/${fresh.step}`;
  addEvent(writing, { at: writing.now, case: fresh.case, field: 'option', old, new: fresh.answer });
}

/** How an option has done, over all cases. */
export interface StepFigures {
  readonly playbook: string;
  readonly step: string;
  /** cases in which it was offered */
  readonly offered: number;
  /** cases that ended it with a yes, and with a no */
  readonly taken: number;
  readonly declined: number;
  /** VND, of those that were taken, as far as it was known */
  readonly cost: number;
  /** 1 to 5, of the latest ratings that such cases got after it was taken; null without any */
  readonly rating: number | null;
}

/** The figures of every option that was ever offered; of several answers in one case the last counts. */
export const playbookFigures = (store: Store): StepFigures[] =>
  prepared<[], StepFigures>(
    store,
    `WITH one AS (
       SELECT case_number, playbook, step, max(id) FILTER (WHERE answer <> 'offered') AS answered,
              max(cost) FILTER (WHERE answer = 'offered') AS cost
         FROM all_playbook_answers GROUP BY case_number, playbook, step),
     ended AS (
       SELECT one.case_number, one.playbook, one.step, p.answer, p.at, coalesce(one.cost, p.cost) AS cost
         FROM one LEFT JOIN all_playbook_answers p ON p.id = one.answered)
     SELECT playbook, step, count(*) AS offered,
            count(*) FILTER (WHERE answer = 'yes') AS taken, count(*) FILTER (WHERE answer = 'no') AS declined,
            coalesce(sum(cost) FILTER (WHERE answer = 'yes'), 0) AS cost,
            avg(CASE WHEN answer = 'yes' THEN (SELECT r.score FROM all_ratings r
              WHERE r.case_number = ended.case_number AND r.at >= ended.at ORDER BY r.at DESC, r.id DESC LIMIT 1) END) AS rating
       FROM ended GROUP BY playbook, step ORDER BY playbook, step`,
  ).all();
