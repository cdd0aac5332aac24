import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { corpora } from '../../../helpers/corpora.ts';
import { type Key, KINDS, type LiveThread, PLACEHOLDERS, type Real, type Source, type Step } from './gold.ts';
import { LIVE_THREADS } from './index.ts';

const folder = corpora();

const isReal = (source: Source): source is Real => 'corpus' in source;

const sourcesOf = ({ given, mail }: LiveThread): Source[] => [
  ...given.flatMap((step) => {
    if (step.did === 'opened') return [step.by];
    return 'mail' in step ? [step.mail] : [];
  }),
  mail,
];

/** Each placeholder in what was written, and each pair of braces that is none. */
const placeholders = (thread: LiveThread): string[] =>
  sourcesOf(thread).flatMap((source) =>
    isReal(source) ? [] : source.lines.flatMap((line) => line.match(/\{\{.*?\}\}|[{}]{2}/g) ?? []),
  );

const argument = (placeholder: string): { name: string; value: string } => {
  const [name = '', value = ''] = placeholder.slice(2, -2).split(':');
  return { name, value };
};

/** The cases there are when the mail comes, also those that were undone. */
const casesOf = (given: readonly Step[]): Set<Key> =>
  new Set(
    given.flatMap((step) => {
      if (step.did === 'opened') return [step.key];
      return step.did === 'split' ? [step.to] : [];
    }),
  );

const mintedIn = (given: readonly Step[]): string[] =>
  given.flatMap((step) => (step.did === 'replied' ? [`${step.key}.${step.message}`] : []));

describe('the gold of live threads', () => {
  it('has at least 80 stories under names of their own, half of them and more of real mails', () => {
    expect(LIVE_THREADS.length).toBeGreaterThanOrEqual(80);
    expect(new Set(LIVE_THREADS.map(({ name }) => name)).size).toBe(LIVE_THREADS.length);
    expect(LIVE_THREADS.filter(({ mail }) => isReal(mail)).length * 2).toBeGreaterThanOrEqual(LIVE_THREADS.length);
  });

  it.each(KINDS)('has stories of the kind "%s"', (kind) => {
    expect(LIVE_THREADS.filter((thread) => thread.kind === kind).length).toBeGreaterThanOrEqual(3);
  });

  it.each(LIVE_THREADS)(
    '$name: what it expects is whole and about cases that are there',
    ({ given, expect: wanted }) => {
      const cases = casesOf(given);
      for (const key of [wanted.joins, wanted.mayBelong, wanted.linkedTo]) if (key) expect(cases).toContain(key);
      for (const step of given) expect(cases).toContain(step.key);
      if (wanted.joins === null) expect(wanted.status).toBe('new');
      else expect([wanted.mayBelong, wanted.linkedTo]).toEqual([null, undefined]);
      if (wanted.filedOnly || wanted.alreadyThere) expect(wanted.joins).not.toBe(null);
      expect(wanted.filedOnly && wanted.automatic).not.toBe(true);
      expect(wanted.alreadyThere && wanted.reusedId).not.toBe(true);
    },
  );

  it.each(LIVE_THREADS)('$name: its placeholders can be filled in', (thread) => {
    const minted = mintedIn(thread.given);
    for (const placeholder of placeholders(thread)) {
      const { name, value } = argument(placeholder);
      expect(Object.keys(PLACEHOLDERS)).toContain(name);
      const form = Object.entries(PLACEHOLDERS).find(([key]) => key === name)?.[1];
      expect(value).toMatch(form ?? /^$/);
      if (/minted$|^forged$|^foreign$/.test(name)) expect(minted).toContain(value);
      if (/token$/.test(name)) expect([...casesOf(thread.given)]).toContain(value);
    }
  });

  it('writes its mails as they are on the wire: one line each, a header, an empty line', () => {
    for (const thread of LIVE_THREADS) {
      for (const source of sourcesOf(thread)) {
        if (isReal(source)) continue;
        const end = source.lines.indexOf('');
        expect(end, thread.name).toBeGreaterThan(2);
        for (const line of source.lines.slice(0, end)) expect(line, thread.name).toMatch(/^([A-Za-z-]+:|[ \t])/);
      }
    }
  });
});

describe.skipIf(folder === null)('the gold of live threads, in the corpora', () => {
  const reals = LIVE_THREADS.flatMap(sourcesOf).filter(isReal);
  const known = new Map<string, readonly string[]>();

  /** All Message-IDs of a file, those in returned mails too, as written. */
  const idsIn = (path: string): readonly string[] => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const bytes = readFileSync(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    const ids = [...text.matchAll(/^Message-ID: *<([^<>\n]*)>/gim)].map((match) => match[1] ?? '');
    known.set(path, ids);
    return ids;
  };

  it.each(reals)('$corpus $id is there, once', ({ corpus, id }) => {
    const path = join(folder ?? '', corpus);
    expect(existsSync(path), path).toBe(true);
    if (id !== undefined) expect(idsIn(path).filter((one) => one === id).length).toBe(1);
  });
});
