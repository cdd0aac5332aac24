import type { Context, PageFolder } from '../context.ts';
import type { Plan } from '../domain/care/plan.ts';
import { parsePlan } from '../domain/care/plan-file.ts';
import { DeskError } from '../domain/errors.ts';
import type { Department } from '../domain/handoff/department.ts';
import { parseDepartment } from '../domain/handoff/parse-department.ts';
import { nearest } from '../domain/nearest.ts';
import type { Flaw, Read } from '../domain/playbook/page.ts';
import { parsePlaybook } from '../domain/playbook/parse-playbook.ts';
import type { Playbook } from '../domain/playbook/playbook.ts';

/** A file that cannot be read as what it should be; the others work. */
export interface BrokenPage {
  readonly name: string;
  readonly path: string;
  readonly flaws: readonly Flaw[];
}

export interface PageRead<T> {
  readonly path: string;
  readonly value: T;
}

interface PagesRead<T> {
  readonly good: readonly PageRead<T>[];
  readonly broken: readonly BrokenPage[];
}

function readAll<T extends { readonly name: string }>(
  context: Context,
  folder: PageFolder,
  parse: Parse<T>,
): PagesRead<T> {
  const good = new Map<string, PageRead<T>>();
  const broken: BrokenPage[] = [];
  for (const { name, path, text } of context.pages(folder)) {
    const read = parse(path, text);
    if (read.ok) good.set(read.value.name, { path, value: read.value });
    else broken.push({ name, path, flaws: read.flaws });
  }
  return { good: [...good.values()], broken };
}

type Parse<T> = (path: string, text: string) => Read<T>;

/** A file is parsed again only when it says something else: an agent looks at playbooks far more often than she writes one. */
function parsedOnce<T>(parse: (text: string) => Read<T>): Parse<T> {
  const known = new Map<string, { readonly text: string; readonly read: Read<T> }>();
  return (path, text) => {
    const before = known.get(path);
    if (before?.text === text) return before.read;
    const read = parse(text);
    known.set(path, { text, read });
    return read;
  };
}

const playbookIn = parsedOnce(parsePlaybook);
const departmentIn = parsedOnce(parseDepartment);
const planIn = parsedOnce(parsePlan);

/** The desk's playbooks, and the files that are none. */
export const readPlaybooks = (context: Context): PagesRead<Playbook> => readAll(context, 'playbooks', playbookIn);

/** The desk's departments, and the files that are none. */
export const readDepartments = (context: Context): PagesRead<Department> =>
  readAll(context, 'departments', departmentIn);

/** The desk's plans of care, and the files that are none. */
export const readPlans = (context: Context): PagesRead<Plan> => readAll(context, 'plans', planIn);

/** The playbook with this name; throws `no-such-playbook`, and `page-broken` with the line where its file is wrong. */
export function getPlaybook(context: Context, name: string): Playbook {
  const pages = readPlaybooks(context);
  const found = named(pages, name);
  if (found === null) throw new DeskError('not-found', 'no-such-playbook', { name, nearest: nearTo(pages, name) });
  return found;
}

/** The department with this name; throws `no-such-department`, and `page-broken`. */
export function getDepartment(context: Context, name: string): Department {
  const pages = readDepartments(context);
  const found = named(pages, name);
  if (found === null) throw new DeskError('not-found', 'no-such-department', { name, nearest: nearTo(pages, name) });
  return found;
}

/** The plan with this name and where its file is; throws `no-such-plan`, and `page-broken`. */
export function getPlan(context: Context, name: string): PageRead<Plan> {
  const pages = readPlans(context);
  const found = named(pages, name, 'plans');
  const path = pages.good.find(({ value }) => value === found)?.path;
  if (found === null || path === undefined)
    throw new DeskError('not-found', 'no-such-plan', { name, nearest: nearTo(pages, name) });
  return { path, value: found };
}

function named<T extends { readonly name: string }>(
  { good, broken }: PagesRead<T>,
  name: string,
  lint: 'playbooks' | 'plans' = 'playbooks',
): T | null {
  const bad = broken.find((one) => one.name === name);
  const flaw = bad?.flaws[0];
  const found = good.find(({ value }) => value.name === name);
  if (found !== undefined || bad === undefined || flaw === undefined) return found?.value ?? null;
  const { line, code, text } = flaw;
  throw new DeskError('bad-data', 'page-broken', { path: bad.path, line, flaw: code, text, lint });
}

const nearTo = <T extends { readonly name: string }>({ good }: PagesRead<T>, name: string): string =>
  nearest(
    name,
    good.map(({ value }) => value.name),
  );
