import { hasLeft } from '../../domain/outbox.ts';
import { wordsFor } from '../../i18n/index.ts';
import { feedbackCounted } from '../../i18n/say-handoff.ts';
import { titleIn } from '../../i18n/say-playbook.ts';
import { fold } from '../../text/fold.ts';
import { prompt } from '../commands/work.ts';
import type { Message } from '../messages.ts';
import { flow } from '../parts/flow.ts';
import { type Line, say, wrapped } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { HandoffUse, PromptUse, State } from '../state.ts';
import { askEvidence, evidenceEntered, evidenceLines } from './evidence-prompt.ts';

/** Does this prompt hand a case off? */
export const asksHandoff = (use: PromptUse): use is HandoffUse =>
  use.what === 'handoff-department' ||
  use.what === 'handoff-field' ||
  use.what === 'handoff-evidence' ||
  use.what === 'handoff-withdraw' ||
  use.what === 'feedback';

/** Departments whose name or title begins with what is typed; of nothing typed, those that are asked for, else all. */
function matching({ departments, asked }: Extract<HandoffUse, { what: 'handoff-department' }>, text: string) {
  const typed = fold(text);
  const wanted = departments.filter(({ name }) => asked.includes(name));
  if (typed === '') return wanted.length > 0 ? wanted : departments;
  const exact = departments.filter(({ name }) => name === typed);
  if (exact.length > 0) return exact;
  return departments.filter(({ name, title }) => name.startsWith(typed) || fold(title).startsWith(typed));
}

/** Enter: the department, then each field that is missing; the prompt stays open until it has worked. */
export function handoffEntered(state: State, use: HandoffUse, text: string): Step {
  if (use.what === 'feedback') {
    if (text === '') return [state, []];
    const work = { what: 'feedback' as const, department: text };
    return [{ ...state, notice: null }, [{ do: 'work', work }]];
  }
  if (use.what === 'handoff-withdraw') {
    const work = { what: 'handoff-withdraw' as const, id: use.row.id, reason: text };
    return [{ ...state, notice: null }, [{ do: 'work', work }]];
  }
  const { number } = use;
  if (use.what === 'handoff-evidence') return evidenceEntered(state, use, text);
  if (use.what === 'handoff-field') {
    if (text === '') return [state, []];
    const given = { ...use.given, [use.field.name]: text };
    return [{ ...state, notice: null }, [{ do: 'load-handoff', number, department: use.department, given }]];
  }
  const found = matching(use, text);
  const [only] = found;
  if (only === undefined || (text === '' && use.asked.length === 0)) {
    const { handoffs } = wordsFor(state.locale);
    const notice = text === '' ? null : { text: handoffs.unknown(text), tone: 'error' as const };
    return [{ ...state, notice }, []];
  }
  return [{ ...state, notice: null }, [{ do: 'load-handoff', number, department: only.name, given: {} }]];
}

/** What is known of a hand-off that is begun: the next field is asked for; complete, it is made. */
export function handoffRead(state: State, message: Extract<Message, { type: 'handoff-read' }>): Step {
  const { number, departments, asked, form } = message;
  if (form === null) return [prompt(state, { what: 'handoff-department', number, departments, asked }), []];
  const { overlay } = state;
  if (overlay?.name !== 'prompt' || !asksHandoff(overlay.use)) return [state, []]; // Esc was quicker
  const { department, title, given, missing, files, mails } = form;
  const lacks = missing.find(({ why }) => why === 'no-evidence');
  // with files one is chosen at the end; without, it is told in words
  const [next] = missing.filter((one) => one !== lacks || files.length === 0);
  if (next === undefined) {
    if (files.length > 0 && (mails || lacks !== undefined)) return [askEvidence(state, number, form), []];
    const work = { what: 'handoff' as const, number, department, given, evidence: null };
    return [{ ...state, overlay: { ...overlay, waits: true } }, [{ do: 'work', work }]];
  }
  const use = { what: 'handoff-field' as const, number, department, title, given, field: next, left: missing.length };
  return [prompt(state, use), []];
}

/** Products of which feedback is told above the line. */
const MOST_GROUPS = 8;

/** What is asked for. */
export function handoffLabel(use: HandoffUse, { locale }: State): string {
  const { handoffs } = wordsFor(locale);
  if (use.what === 'handoff-field') return use.field.title;
  if (use.what === 'handoff-withdraw') return handoffs.withdrawAsk;
  if (use.what === 'feedback') return handoffs.feedbackAsk;
  return use.what === 'handoff-department' ? handoffs.ask : handoffs.goesWith;
}

/** What stands above the line: the departments to choose from, or for whom the field is and why it is asked for. */
export function handoffLines(use: HandoffUse, text: string, { locale, size }: State): Line[] {
  if (use.what === 'handoff-evidence') return evidenceLines(use, text);
  const { handoffs } = wordsFor(locale);
  if (use.what === 'feedback')
    return use.groups
      .slice(0, MOST_GROUPS)
      .map((group): Line => [say(`   ${feedbackCounted(wordsFor(locale), group)}`)]);
  if (use.what === 'handoff-withdraw') {
    const { case: number, department, titles, delivery } = use.row;
    const told =
      delivery === null ? handoffs.willNotTell : hasLeft(delivery) ? handoffs.willTell : handoffs.willCallBack;
    return wrapped(
      `${handoffs.withdraws(number, titleIn(titles, locale, department))} ${told}`,
      size.columns - 1,
      1,
      'warn',
    );
  }
  if (use.what === 'handoff-field') {
    const why = `${handoffs.stillMissing(use.left, use.title)} · ${handoffs.whys[use.field.why]}`;
    return wrapped(why, size.columns - 1, 1, 'dim');
  }
  const shown = matching(use, text).map(({ name, title }) => {
    const isAsked = use.asked.includes(name);
    return say(`${name} ${title}${isAsked ? ` (${handoffs.askedFor})` : ''}`, isAsked ? 'warn' : 'dim');
  });
  return shown.length === 0 ? [] : flow(shown, size.columns - 2).map((line): Line => [say(' '), ...line]);
}
