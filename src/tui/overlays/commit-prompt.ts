import type { CommitmentKind } from '../../domain/commitment.ts';
import { isTemplateName } from '../../domain/template.ts';
import { wordsFor } from '../../i18n/index.ts';
import { sayWhen } from '../../i18n/say-when.ts';
import { bareDayOf } from '../commands/due.ts';
import { prompt } from '../commands/work.ts';
import { type Line, say, wholeParts } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { CommitUse, PromptUse, State } from '../state.ts';
import { momentEntered, snoozeLine } from './snooze-prompt.ts';

/** Does this prompt note or move a follow-up or promise? */
export const asksCommitment = (use: PromptUse): use is CommitUse =>
  use.what === 'commit-when' || use.what === 'commit-text' || use.what === 'commit-move';

/** Enter: first the time, then the text; the prompt stays open until it has worked. */
export function commitEntered(state: State, use: CommitUse, text: string): Step {
  if (use.what === 'commit-text') {
    const { kind, cases, customer, at } = use;
    const work = { what: 'commit' as const, kind, cases, customer, at, ...textAndTemplate(text) };
    return [{ ...state, notice: null }, [{ do: 'work', work }]];
  }
  if (text === '') return [{ ...state, overlay: null }, []];
  return momentEntered(
    state,
    text,
    (at) => {
      if (use.what === 'commit-move')
        return [{ ...state, notice: null }, [{ do: 'work', work: { what: 'commit-move', one: use.one, at } }]];
      const { kind, cases, customer } = use;
      return [prompt({ ...state, overlay: null }, { what: 'commit-text', kind, cases, customer, at }), []];
    },
    bareDayOf(kindOf(use)),
  );
}

const kindOf = (use: CommitUse): CommitmentKind => (use.what === 'commit-move' ? use.one.kind : use.kind);

/** `hỏi lại máy ;;check-in`: the template is named after two semicolons, anywhere in the line. */
function textAndTemplate(text: string): { text: string; template: string | null } {
  const [named, template = null] = /(?:^|\s);;(\S+)/.exec(text) ?? [];
  if (named === undefined || template === null || !isTemplateName(template)) return { text, template: null };
  return { text: text.replace(named, ' ').replace(/ {2,}/g, ' ').trim(), template };
}

/** What is asked for. */
export function commitLabel(use: CommitUse, { locale }: State): string {
  const { due } = wordsFor(locale);
  if (use.what === 'commit-move') return due.moveAsk;
  return use.what === 'commit-when' ? due.ask[use.kind] : due.askText[use.kind];
}

/** What stands under the line: the moment as it is read, or the one that counts and what can be typed. */
export function commitLine(use: CommitUse, text: string, state: State): Line {
  if (use.what !== 'commit-text') return snoozeLine(text, state, bareDayOf(kindOf(use)));
  const { due } = wordsFor(state.locale);
  const when = sayWhen(use.at, state.now, state.locale, state.zone());
  return wholeParts([[say(` → ${when}`, 'accent')], [say(` · ${due.textHint}`, 'dim')]], state.size.columns);
}
