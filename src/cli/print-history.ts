import type { DoneAction, StoredEvent } from '../actions/read-cases.ts';
import { eventValue } from '../i18n/event-value.ts';
import { actionName, actionText } from '../i18n/say-action.ts';
import { dateTime } from '../i18n/time.ts';
import { fieldName } from '../i18n/value-words.ts';
import { type Clean, clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import { actionJson, eventJson } from './json-case.ts';

import { style } from './style.ts';
import { type Column, fittedRow, pipedRow } from './table.ts';

const line = (text: string): Clean => clean(text, 'line');

/** What was done, newest first. */
export function printActions(session: Session, actions: readonly DoneAction[]): void {
  const { context, words, globals, printer } = session;
  if (globals.json) {
    printer.json(actions.map(actionJson));
    return;
  }
  const columns: Column<DoneAction>[] = [
    { columns: 6, text: ({ id }) => line(String(id)) },
    { columns: 18, text: ({ at }) => line(dateTime(context.locale, at, context.now())) },
    { columns: 14, text: ({ author }) => line(author) },
    {
      columns: session.io.outIsTerminal ? Math.max(20, session.io.columns - 44) : 40,
      text: (action) => line(`${actionText(words, action)}${action.undoneBy === null ? '' : ` [${words.cli.undone}]`}`),
      paint: ({ undoneBy }, text) => (undoneBy === null ? text : style.dim(text)),
    },
  ];
  for (const action of actions) printRow(session, columns, action);
}

/** What happened in one case, oldest first. */
export function printEvents(session: Session, events: readonly StoredEvent[]): void {
  const { context, words, globals, printer } = session;
  if (globals.json) {
    printer.json(events.map(eventJson));
    return;
  }
  const columns: Column<StoredEvent>[] = [
    { columns: 6, text: ({ action }) => line(String(action)) },
    {
      columns: 18,
      text: ({ at }) => line(at === null ? words.time.unknown : dateTime(context.locale, at, context.now())),
    },
    { columns: 14, text: ({ author }) => line(author) },
    { columns: 14, text: ({ verb }) => line(actionName(words, verb)) },
    {
      columns: session.io.outIsTerminal ? Math.max(20, session.io.columns - 60) : 40,
      text: (event) => line(`${eventText(session, event)}${event.undone ? ` [${words.cli.undone}]` : ''}`),
      paint: ({ undone }, text) => (undone ? style.dim(text) : text),
    },
  ];
  for (const event of events) printRow(session, columns, event);
}

function printRow<Item>({ io, printer }: Session, columns: readonly Column<Item>[], item: Item): void {
  printer.line(io.outIsTerminal ? fittedRow(columns, item) : pipedRow(columns, item));
}

/** `status: open → solved`, in words. */
function eventText({ context, words }: Session, event: StoredEvent): string {
  const name = fieldName(words, event.field);
  const told = (value: string | null): string => eventValue(words, event.field, value, context.locale, context.now());
  if (event.field === 'created') return `${name}: ${told(event.new)}`;
  if (event.field === 'message') return event.new === 'out' ? words.cli.messageOut : words.cli.messageIn;
  if (event.field === 'call' || event.field === 'note') return words.entryTypes[event.field];
  if (event.field === 'tag' || event.field === 'steps')
    return `${name}: ${event.old === null ? `+${event.new}` : `-${event.old}`}`;
  if (event.field === 'merged' || event.field === 'link')
    return `${name}: ${event.new === null ? `-#${event.old}` : `+#${event.new}`}`;
  return `${name}: ${told(event.old)} → ${told(event.new)}`;
}
