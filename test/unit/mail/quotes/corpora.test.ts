import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlText } from '../../../../src/mail/html.ts';
import { parseMail } from '../../../../src/mail/parse.ts';
import { piecesOf } from '../../../../src/mail/quotes/pieces.ts';
import { foldQuotes } from '../../../../src/mail/quotes.ts';
import { corpora } from '../../../helpers/corpora.ts';
import { NO_HINTS } from '../../../helpers/mails.ts';
import { evened, goldMails, verdict, words } from './gold.ts';

const folder = corpora();
const at = (...names: string[]): string => join(folder ?? '', ...names);
const read = (...names: string[]): string => readFileSync(at(...names), 'utf8').replaceAll('\r\n', '\n');

interface Judged {
  readonly name: string;
  readonly verdict: 'exact' | 'more' | 'lost';
  readonly got: string;
}

/** Prints the figures and every miss; returns how many are exact and which lost something. */
function report(title: string, all: readonly Judged[]): { exact: number; lost: string[] } {
  const of = (verdict: string): Judged[] => all.filter((one) => one.verdict === verdict);
  console.log(
    `${title}: ${of('exact').length} of ${all.length} exact, ${of('more').length} keep more, ${of('lost').length} lose`,
  );
  for (const { name, verdict, got } of [...of('more'), ...of('lost')])
    console.log(`  ${verdict}: ${name}${process.env['DESK_MISSES'] ? `\n${got.replace(/^/gm, '    | ')}` : ''}`);
  return { exact: of('exact').length, lost: of('lost').map(({ name }) => name) };
}

describe.each(['gold/quotes/vi.txt', 'gold/quotes/th.txt', 'regress/quotes.txt'])('our own mails, %s', (name) => {
  const mails = goldMails(name);

  it('are all folded as written down before', () => {
    const judged = mails.map(({ title, input, shown }) => {
      const got = foldQuotes(input).text;
      return { name: title, verdict: verdict(got, shown), got };
    });
    const { exact, lost } = report(name, judged);
    expect(lost).toEqual([]);
    expect(exact).toBe(mails.length);
  });

  it.each(mails)('$title: what is folded is there in full', ({ input, folded }) => {
    expect(evened(foldQuotes(input).quoted)).toBe(evened(folded));
  });
});

describe.skipIf(folder === null)('the corpora of replies', () => {
  it('reply-trimmer: none loses expected text, at least 24 of 34 are exact', () => {
    const judged = readdirSync(at('reply-trimmer', 'emails')).map((name) => {
      const got = foldQuotes(read('reply-trimmer', 'emails', name)).text;
      return { name, verdict: verdict(got, read('reply-trimmer', 'trimmed', name)), got };
    });
    const { exact, lost } = report('reply-trimmer', judged);
    expect(judged.length).toBe(34);
    expect(lost).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(24);
  });

  // the expectation there was written with twice the line ends of the mails: blank lines are not compared
  const unspaced = (text: string): string => text.replace(/\n\s*\n/g, '\n');

  it('reply-crisp: none loses expected text, at least 38 of 43 are exact', () => {
    const { reply, fixtures }: { reply: string; fixtures: string[] } = JSON.parse(
      read('reply-crisp', 'expected-first-fragment.json'),
    );
    const judged = fixtures.map((name) => {
      const got = foldQuotes(read('reply-crisp', `${name}.txt`)).text;
      return { name, verdict: verdict(unspaced(got), unspaced(reply)), got };
    });
    const { exact, lost } = report('reply-crisp', judged);
    expect(judged.length).toBe(43);
    expect(lost).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(38);
  });

  // talon judges where the quote begins and keeps signatures; we fold those too, so they are added for the comparison
  it('reply-talon, text: all 12 part answer and quote at the right place', async () => {
    const folderOf = at('reply-talon', 'standard_replies');
    const files = readdirSync(folderOf);
    const names = files.filter((name) => name.endsWith('.eml'));
    const judged: Judged[] = [];
    for (const name of names) {
      const raw = read('reply-talon', 'standard_replies', name);
      const { text, quoted } = await parseMail(Buffer.from(raw), NO_HINTS);
      const pieces = piecesOf(name === 'thunderbird.eml' ? quoted + text : text + quoted);
      const said = pieces.filter(({ kind, shown }) => shown || kind === 'signature');
      const wanted = `${name.slice(0, -4)}_reply_text`;
      const reply = files.includes(wanted) ? read('reply-talon', 'standard_replies', wanted) : 'Hello';
      const got = said.map((piece) => piece.text).join('');
      judged.push({ name, verdict: words(got) === words(reply) ? 'exact' : verdict(got, reply), got });
      expect(words(text), name).toBe('Hello');
    }
    const { exact } = report('reply-talon text', judged);
    expect(exact).toBe(12);
  });

  it('reply-talon, HTML: at least 8 of 9 come out as the answer alone', () => {
    const wanted = 'Hi. I am fine. Thanks, Alex';
    const judged = readdirSync(at('reply-talon', 'html_replies')).map((name) => {
      const got = foldQuotes(htmlText(read('reply-talon', 'html_replies', name)).text).text;
      return {
        name,
        verdict:
          words(got) === wanted
            ? ('exact' as const)
            : words(got).includes(wanted)
              ? ('more' as const)
              : ('lost' as const),
        got,
      };
    });
    const { exact, lost } = report('reply-talon HTML', judged);
    expect(judged.length).toBe(9);
    expect(lost).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(8);
  });

  it.each(['email_long_quote.txt', 'pathological.txt'])('reply-github/%s takes less than a second', (name) => {
    const text = read('reply-github', name);
    const started = performance.now();
    const { quoted } = foldQuotes(text);
    const took = performance.now() - started;
    console.log(`${name}: ${took.toFixed(1)} ms`);
    expect(quoted).not.toBe('');
    expect(took).toBeLessThan(1000);
  });
});
