import type { AccountStatus } from '../../../actions/mailing/mail-status.ts';
import { UNSENT } from '../../../actions/mailing/read-outbox.ts';
import type { Outgoing } from '../../../domain/outbox.ts';
import { problemFromText } from '../../../domain/problem.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayProblem } from '../../../i18n/say-problem.ts';
import { dateTime } from '../../../i18n/time.ts';
import { clean } from '../../../text/clean.ts';
import { pad, width } from '../../../text/width.ts';
import { wrap } from '../../../text/wrap.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, say, selected, spaces, span, type Tone } from '../../parts/line.ts';
import type { MailScreen, State } from '../../state.ts';

/** The accounts and how they do, then the outbox; under the cursor stands why a message lies there. */
export function mailView(state: State, screen: MailScreen): Frame {
  const words = wordsFor(state.locale);
  const { body } = layoutOf(state.size);
  const title: Line = [say(' desk ', 'title'), say(` ${words.mail.title}`, 'strong')];
  const accounts = accountLines(state, screen, words);
  const head: Line[] = [...accounts, blank, [say(` ${words.mail.outbox}`, 'strong')]];
  if (screen.outbox.length === 0)
    return frame(state, title, [...head, [span(spaces(3)), say(words.mail.outboxEmpty, 'dim')]], KEYMAP, 'mail');
  const chosen = screen.outbox[screen.at];
  const about = chosen === undefined ? [] : aboutLines(state, chosen, words);
  const room = Math.max(3, body - head.length - about.length - 1);
  const top = Math.max(0, Math.min(screen.at - Math.floor(room / 2), screen.outbox.length - room));
  const rows = screen.outbox.slice(top, top + room).map((one, index) => {
    const line = outgoingLine(state, one, top + index === screen.at, words);
    return top + index === screen.at ? selected(fitLine(line, state.size.columns)) : line;
  });
  return frame(state, title, [...head, ...rows, blank, ...about], KEYMAP, 'mail');
}

function accountLines(state: State, { status }: MailScreen, words: Words): Line[] {
  if (status.accounts.length === 0)
    return wrap(clean(words.mail.noAccounts, 'line'), state.size.columns - 4).map(
      (row): Line => [span(spaces(3)), span(row, 'dim')],
    );
  return status.accounts.flatMap((one) => oneAccount(state, one, words));
}

function oneAccount(state: State, { account, state: stands }: AccountStatus, words: Words): Line[] {
  const when = (ms: number): string => dateTime(state.locale, ms, state.now);
  const told = (text: string, tone: Tone): Line[] =>
    wrap(clean(text, 'line'), state.size.columns - 6).map((row): Line => [span(spaces(5)), span(row, tone)]);
  const trouble = (
    at: number | null,
    problem: string | null,
    say: (when: string, problem: string) => string,
  ): Line[] =>
    at === null || problem === null
      ? []
      : told(`! ${say(when(at), sayProblem(words, problemFromText(problem)))}`, 'danger');
  const fetched = stands.fetchedAt === null ? words.mail.neverFetched : words.mail.fetchedAt(when(stands.fetchedAt));
  return [
    [
      span(spaces(3)),
      say(account.address, 'accent'),
      say(`  ${account.imap === null ? words.mail.byDelivery : fetched}`, 'dim'),
    ],
    ...trouble(stands.fetchFailedAt, stands.fetchProblem, words.mail.fetchFailed),
    ...trouble(stands.sendFailedAt, stands.sendProblem, words.mail.sendFailed),
  ];
}

const TONES: Readonly<Record<Outgoing['state'], Tone>> = {
  ...{ held: 'warn', queued: 'accent', sending: 'accent', sent: 'dim', manual: 'warn' },
  ...{ failed: 'danger', uncertain: 'danger', bounced: 'danger' },
};

function outgoingLine(state: State, one: Outgoing, under: boolean, words: Words): Line {
  const to = [...one.envelope.to, ...one.envelope.cc].map(({ address }) => address).join(', ');
  const at = one.notBefore === null ? '' : dateTime(state.locale, one.notBefore, state.now);
  return [
    say(under ? ' › ' : '   ', 'accent'),
    say(`#${one.case}`.padEnd(8), 'dim'),
    span(pad(clean(words.deliveries[one.state], 'line'), stateColumns(words)), TONES[one.state]),
    say(at === '' ? '  ' : `  ${at}  `, 'dim'),
    span(clean(to === '' ? one.envelope.subject : `${to} · ${one.envelope.subject}`, 'line')),
  ];
}

/** As wide as the longest state. */
const stateColumns = (words: Words): number =>
  Math.max(...UNSENT.map((state) => width(clean(words.deliveries[state], 'line'))));

/** Why it lies here, and what became of the last try. */
function aboutLines(state: State, one: Outgoing, words: Words): Line[] {
  const why = [
    one.hold === null ? null : words.mail.holds[one.hold],
    one.problem === null ? null : sayProblem(words, problemFromText(one.problem)),
    one.code === null ? null : words.mail.statusCode(one.code),
    one.attempts > 1 ? words.mail.attempts(one.attempts) : null,
    one.state === 'uncertain' ? words.mail.uncertainWhat : null,
    one.state === 'manual' ? words.mail.manualWhat : null,
  ].filter((text) => text !== null);
  return wrap(clean(why.join(' '), 'line'), state.size.columns - 4).map(
    (row): Line => [span(spaces(3)), span(row, 'dim')],
  );
}
