import type { CaseView } from '../../actions/read-cases.ts';
import type { Locale } from '../../context.ts';
import { CASE_FIELD_NAMES, type CaseFieldName, formOf } from '../../domain/case-fields.ts';
import { wordsFor } from '../../i18n/index.ts';
import { isFilled, sayShortly } from '../../i18n/say-fields.ts';
import { clean } from '../../text/clean.ts';
import { pad, truncate, width } from '../../text/width.ts';
import { type Line, say, span } from './line.ts';

/** Rows of the head that fields may take: the case itself must stay in sight. */
const MOST = 4;

/** What is filled in of the fields of a case's kind, a line each, aligned; how a repair or a wish ended comes first. */
export function fieldLines(view: CaseView, locale: Locale, columns: number, now: number): Line[] {
  const words = wordsFor(locale);
  const filled = CASE_FIELD_NAMES.filter((name) => isFilled(view.own, name));
  const names = [...filled.filter(isEnd), ...filled.filter((name) => !isEnd(name))];
  const shown = names.slice(0, names.length > MOST ? MOST - 1 : MOST);
  const room = Math.max(0, ...shown.map((name) => width(clean(words.caseFields[name], 'line')))) + 2;
  const lines = shown.map((name): Line => {
    const label = span(pad(clean(words.caseFields[name], 'line'), room), 'dim');
    const said = clean(sayShortly(words, view.own, name, locale, now), 'line');
    return [label, span(truncate(said, Math.max(1, columns - room)), isEnd(name) ? 'accent' : 'plain')];
  });
  const left = names.length - shown.length;
  return left === 0 ? lines : [...lines, [say(words.own.more(left), 'dim')]];
}

const isEnd = (name: CaseFieldName): boolean => formOf(name) === 'stage' || formOf(name) === 'choice';
