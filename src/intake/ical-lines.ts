/** A property of an iCalendar file: its name and its parameters' names in capitals; `line` counts from 1. */
export interface Property {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

/** The events of an iCalendar file, without what is nested in them; `whole` false: the file ends within it. */
export interface RawEvent {
  readonly line: number;
  readonly properties: readonly Property[];
  readonly whole: boolean;
}

/** RFC 5545, 3.1: a line that begins with a blank continues the one before. Null: the text is no calendar. */
export function readEvents(text: string): RawEvent[] | null {
  const properties = unfolded(text).flatMap(({ text, line }) => readProperty(text, line) ?? []);
  const isA = ({ name, value }: Property, edge: 'BEGIN' | 'END'): boolean => name === edge && value !== '';
  if (!properties.some((one) => isA(one, 'BEGIN') && one.value.toUpperCase() === 'VCALENDAR')) return null;
  const events: RawEvent[] = [];
  const within: string[] = [];
  let event: Property[] | null = null;
  let begun = 0;
  for (const property of properties) {
    const component = property.value.trim().toUpperCase();
    if (isA(property, 'BEGIN')) {
      within.push(component);
      if (component === 'VEVENT' && event === null) [event, begun] = [[], property.line];
    } else if (isA(property, 'END')) {
      within.splice(Math.max(within.lastIndexOf(component), 0));
      if (component === 'VEVENT' && event !== null) {
        events.push({ line: begun, properties: event, whole: true });
        event = null;
      }
    } else if (within.at(-1) === 'VEVENT') event?.push(property);
  }
  return event === null ? events : [...events, { line: begun, properties: event, whole: false }];
}

function unfolded(text: string): { text: string; line: number }[] {
  const lines: { parts: string[]; line: number }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.parts.push(line.slice(1));
    else lines.push({ parts: [line], line: index + 1 });
  }
  return lines.map(({ parts, line }) => ({ text: parts.join(''), line }));
}

function readProperty(text: string, line: number): Property | null {
  const [, head, value] = /^((?:"[^"]*"|[^":])*):(.*)$/s.exec(text) ?? [];
  const [name, ...params] = head?.match(/(?:"[^"]*"|[^";])+/g) ?? [];
  if (name === undefined || value === undefined) return null;
  const pairs = params.map((param): [string, string] => {
    const [key = '', ...rest] = param.split('=');
    return [key.toUpperCase(), rest.join('=').replaceAll('"', '')];
  });
  return { name: name.toUpperCase(), params: new Map(pairs), value, line };
}
