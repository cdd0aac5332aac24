import type * as z from 'zod';
import { EXPECTATIONS, type Expectation, type Problem } from '../domain/problem.ts';

/**
 * Which field of a record is wrong and what it must be, as facts of a problem. A form says what it expects by the name of
 * an expectation in place of zod's English message; what zod checks by itself is named here.
 */
export function wrongField(issue: z.core.$ZodIssue | undefined): Problem['facts'] {
  if (issue?.code === 'invalid_union') return wrongField(saidIn(issue));
  const field = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'invalid_value')
    return { field, expected: 'one-of' satisfies Expectation, values: issue.values.map(String).join(', ') };
  if (issue?.code === 'too_small' && issue.origin === 'string')
    return { field, expected: 'not-empty' satisfies Expectation };
  if (issue?.code === 'too_small' && issue.origin !== 'array')
    return { field, expected: 'at-least' satisfies Expectation, least: Number(issue.minimum) };
  if (issue?.code === 'too_big' && issue.origin === 'string')
    return { field, expected: 'no-longer' satisfies Expectation, most: Number(issue.maximum) };
  return { field, expected: issue === undefined ? 'other' : expectationOf(issue) };
}

/** Of what several shapes say of a value: the one that is of its type, and says what is wrong with it. */
function saidIn(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue {
  const said = issue.errors.flat().find(({ code }) => code !== 'invalid_type');
  return said === undefined ? { ...issue, code: 'custom' } : { ...said, path: [...issue.path, ...said.path] };
}

function expectationOf(issue: z.core.$ZodIssue): Expectation {
  const named = EXPECTATIONS.find((one) => one === issue.message);
  if (named !== undefined) return named;
  if (issue.code === 'invalid_format') return issue.format === 'datetime' ? 'date' : 'other';
  return issue.code === 'invalid_type' ? (TYPES[issue.expected] ?? 'other') : 'other';
}

const TYPES: Readonly<Partial<Record<string, Expectation>>> = {
  string: 'text',
  number: 'number',
  int: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'object',
  record: 'object',
};
