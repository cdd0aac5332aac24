import { expect, test } from 'vitest';
import { perform } from '../../src/actions/action.ts';
import { readCase } from '../../src/actions/read-cases.ts';
import { setCase } from '../../src/actions/set-case.ts';
import { CARE_SCENES } from '../helpers/scenes-care.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

const opened = (locale: 'en' | 'vi' | 'th' = 'en', size = '80x24'): Promise<Screens> =>
  openScreens({ seed: true, locale, size });
const number = (desk: Screens): number => desk.state().shown?.case.number ?? desk.state().list.numbers[0] ?? 0;
const own = (desk: Screens) => readCase(desk.desk, number(desk)).own;

test.each([
  ['en', '60x20'],
  ['en', '80x24'],
  ['vi', '80x24'],
  ['th', '80x24'],
  ['vi', '120x40'],
] as const)('the fields of a case, and its head, %s at %s', async (locale, size) => {
  const desk = await opened(locale, size);
  CARE_SCENES['fields of a support case']?.(desk);
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/fields-${locale}-${size}.txt`);
  const head = await opened(locale, size);
  CARE_SCENES['a case with fields']?.(head);
  await expect(`${head.screen()}\n`).toMatchFileSnapshot(`golden/fields-head-${locale}-${size}.txt`);
});

test('I opens the fields, Enter fills one in, an empty line takes it away, and z brings it back', async () => {
  const desk = await opened();
  desk.press('open', 'kind-support', 'go-fields', 'field-edit');
  desk.type('TS-2041\n');
  expect(own(desk).values).toEqual({ serial: 'TS-2041' });
  desk.sees('serial number  TS-2041');
  desk.press('field-edit');
  desk.key('C-u');
  desk.key('Enter');
  expect(own(desk).values).toEqual({});
  desk.press('undo');
  expect(own(desk).values).toEqual({ serial: 'TS-2041' });
  desk.sees('serial number  TS-2041');
  desk.key('Esc');
  expect(desk.state().screen.name).toBe('case');
  desk.press('first');
  desk.sees('serial number  TS-2041');
});

test('each step that is typed is one more line with its time; x takes the last away', async () => {
  const desk = await opened();
  desk.press('open', 'kind-support', 'go-fields', 'next', 'next');
  for (const step of ['reset', 'other cable']) {
    desk.press('field-edit');
    desk.type(`${step}\n`);
  }
  expect(own(desk).steps.map(({ text }) => text)).toEqual(['reset', 'other cable']);
  desk.sees(/\d\d:\d\d {2}other cable/);
  desk.press('field-empty');
  expect(own(desk).steps.map(({ text }) => text)).toEqual(['reset']);
});

test('a stage is one chord, on the list for all that are selected too, and the timeline tells it', async () => {
  const desk = await opened();
  const [one = 0, other = 0] = desk.state().list.numbers;
  desk.press('mark', 'mark', 'kind-support', 'previous', 'previous', 'mark', 'mark', 'stage-repaired');
  for (const each of [one, other]) expect(readCase(desk.desk, each).own.values).toEqual({ stage: 'repaired' });
  desk.goTo(one);
  desk.press('open');
  desk.sees('repair: none → repaired');
});

test('on the row of a stage Enter opens its short menu', async () => {
  const desk = await opened();
  desk.press('open', 'kind-support', 'go-fields', 'last', 'field-edit');
  desk.sees('waiting for a part');
  desk.key('w');
  expect(own(desk).values).toEqual({ stage: 'waiting-for-part' });
  expect(desk.state().screen.name).toBe('fields');
});

test('what was pasted into a field cannot act on the terminal, nor fake a row', async () => {
  const desk = await opened();
  const text = 'a\u001b[31mb\u001b]0;x\u0007\u202ec\nserial number  FAKE';
  const fields = { kind: 'support' as const, own: { symptom: text, serial: text, steps: { add: [text] } } };
  perform(desk.desk, setCase, { cases: [number(desk)], fields, addTags: [], removeTags: [] });
  desk.press('open', 'go-fields');
  const rows = (): string[] => desk.screen().split('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
  expect(desk.screen()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/u);
  expect(rows().filter((row) => row.startsWith('   serial number') || row.startsWith(' › serial number'))).toHaveLength(
    1,
  );
  desk.key('Esc');
  desk.press('first');
  expect(rows().filter((row) => row.startsWith('serial number'))).toHaveLength(1);
});

test('a stage of a service case is refused in words', async () => {
  const desk = await opened();
  desk.press('open', 'kind-service', 'stage-received');
  desk.sees(/is a service case, which has no stage/);
});

test('the journey tells the stages as what has happened, also those of a moment ago', async () => {
  const desk = await opened();
  desk.press('open', 'kind-support', 'stage-received', 'stage-diagnosed', 'go-journey');
  const rows = desk.screen().split('\n');
  const line = (text: string): number => rows.findIndex((row) => row.includes(text));
  expect(line('repair: diagnosed')).toBeGreaterThan(line('── now ──'));
  expect(line('repair: received')).toBeGreaterThan(line('repair: diagnosed'));
});

test('l c opens a care case of the same customer with the reason that is typed', async () => {
  const desk = await opened();
  desk.press('open');
  const from = number(desk);
  desk.press('spawn');
  desk.type('too small\n');
  const [link] = readCase(desk.desk, from).links;
  const made = readCase(desk.desk, link?.number ?? 0);
  expect(made.own.values).toEqual({ reason: 'too small' });
  expect(made.case).toMatchObject({ kind: 'care', customer: readCase(desk.desk, from).case.customer });
  desk.sees(`#${made.case.number} opened from #${from}`);
});
