import { afterAll, describe, expect, it } from 'vitest';
import { parseMail } from '../../../../src/mail/parse.ts';
import { getCase } from '../../../../src/store/cases.ts';
import { entriesOf } from '../../../../src/store/entries.ts';
import { linkedTo } from '../../../../src/store/links.ts';
import { createDesk } from '../../../helpers/desk.ts';
import { receive } from '../../../helpers/live-desk.ts';
import { NO_HINTS } from '../../../helpers/mails.ts';
import type { LiveThread } from './gold.ts';
import { LIVE_THREADS } from './index.ts';
import { bytesOf, isReadable } from './sources.ts';
import { Story } from './story.ts';

const MINUTE = 60_000;

/** What became of the story's mail, in the words of its expectation. */
async function judged(thread: LiveThread): Promise<Record<string, unknown>> {
  const plain = bytesOf(thread.mail, () => 'x');
  const at = (await parseMail(plain, NO_HINTS)).at ?? Date.parse('2026-03-05T10:00:00+07:00');
  const desk = createDesk({ now: at - 45 * MINUTE });
  try {
    const story = new Story(desk, thread);
    for (const step of thread.given) await story.take(step);
    desk.wait(Math.max(0, at + MINUTE - desk.now()));
    const before = desk.store.db.prepare('SELECT count(*) FROM entries').pluck().get();
    const filed = await receive(desk, story.bytes(thread.mail));
    const added = Number(desk.store.db.prepare('SELECT count(*) FROM entries').pluck().get()) - Number(before);
    const keyOf = (number: number | null) => [...story.numbers].find(([, one]) => one === number)?.[0] ?? null;
    const found = getCase(desk.store, filed.case ?? 0);
    const entry = entriesOf(desk.store, found.number).find(({ id }) => id === filed.entry);
    const linked = filed.how === 'linked' ? linkedTo(desk.store, found.number).map(keyOf) : [];
    return {
      joins: keyOf(found.number),
      mayBelong: keyOf(found.mayBelong),
      status: found.status,
      ...(entry?.filedOnly != null && entry.filedOnly !== 'automatic' ? { filedOnly: true } : {}),
      ...(entry?.automatic != null || entry?.direction === 'out' ? { automatic: true } : {}),
      ...(linked.length > 0 ? { linkedTo: linked[0] } : {}),
      ...(filed.how === 'same' && added === 0 ? { alreadyThere: true } : {}),
      ...(entry?.problem?.code === 'id-reused' ? { reusedId: true } : {}),
    };
  } finally {
    desk.close();
  }
}

/**
 * Where the gold says something else than what is built, and why it stays: a message that has left and did not arrive
 * leaves its customer without an answer, so its case comes back.
 */
const DIFFERS: ReadonlyMap<string, object> = new Map([
  ['bounce with the header of our mail in its third part, no In-Reply-To', { status: 'open' }],
]);

const figures = { right: 0, wrong: [] as string[], needless: [] as string[], other: [] as string[] };

describe('live mail joins the case it belongs to', () => {
  const readable = LIVE_THREADS.filter(isReadable);

  it.each(readable)('$kind · $name', async (thread) => {
    const got = await judged(thread);
    const wanted = { ...thread.expect, ...DIFFERS.get(thread.name) };
    const { joins } = got;
    if (joins !== null && joins !== wanted.joins) figures.wrong.push(thread.name);
    else if (joins === null && wanted.joins !== null) figures.needless.push(thread.name);
    else if (JSON.stringify(Object.entries(got).sort()) !== JSON.stringify(Object.entries(wanted).sort()))
      figures.other.push(thread.name);
    else figures.right += 1;
    expect(got).toEqual(wanted);
  });

  afterAll(() => {
    const { right, wrong, needless, other } = figures;
    console.info(
      `live threads: ${readable.length} stories, ${right} right, ${wrong.length} wrong joins, ${needless.length} needless new cases, ${other.length} otherwise amiss`,
    );
    for (const [what, names] of Object.entries({ wrong, needless, other }))
      for (const name of names) console.info(`  ${what}: ${name}`);
    expect(wrong).toEqual([]);
    expect(needless.length).toBeLessThanOrEqual(readable.length * 0.05);
  });
});
