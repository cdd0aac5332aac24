import { describe, expect, test } from 'vitest';
import { CASE_FIELD_NAMES, fieldsOfKind, keptValue } from '../../../src/domain/case-fields.ts';
import { inForce, isFieldRow, readFields, rowsChanged } from '../../../src/domain/field-rows.ts';
import { readMoney } from '../../../src/domain/money.ts';

const rowsOf = (rows: Readonly<Record<string, string>>) =>
  Object.entries(rows).map(([field, value]) => ({ field, value }));

test('a service case has no fields of its own; support and care share the serial number', () => {
  expect(fieldsOfKind('service')).toEqual([]);
  expect(fieldsOfKind('support')).toEqual(['serial', 'symptom', 'steps', 'cause', 'fix', 'stage']);
  expect(fieldsOfKind('care')).toEqual(['serial', 'reason', 'wish', 'outcome', 'amount']);
});

test('names are plain letters: they stand before =, : and / without quotes', () => {
  for (const name of CASE_FIELD_NAMES) expect(name).toMatch(/^[a-z]+$/);
});

describe('a value as it is kept', () => {
  test.each([
    ['stage', 'Repaired', 'repaired'],
    ['stage', 'broken', null],
    ['outcome', 'sold-more', 'sold-more'],
    ['symptom', '  không lên hình ', 'không lên hình'],
    ['amount', '500.000đ', '500000 VND'],
    ['amount', '฿1,200', '1200 THB'],
    ['amount', 'much', null],
  ] as const)('%s=%s is %s', (name, typed, kept) => {
    expect(keptValue(name, typed)).toBe(kept);
  });

  test.each(['1.20', '-5', '12 34', '5 VND THB', '$5 €', ''])('“%s” is no sum', (typed) => {
    expect(readMoney(typed)).toBeNull();
  });
});

describe('lines', () => {
  test('each has its moment, also two that come at once', () => {
    const changed = rowsChanged([], 'steps', { add: ['reset', ' ', 'cable'] }, 1000);
    expect([...changed]).toEqual([
      ['steps/1000', 'reset'],
      ['steps/1001', 'cable'],
    ]);
  });

  test('a text takes the place of them all; one can be taken away by what it says', () => {
    const had = rowsOf({ 'steps/5': 'reset', 'steps/6': 'cable', serial: 'X' });
    expect([...rowsChanged(had, 'steps', { take: ['cable'] }, 9)]).toEqual([['steps/6', null]]);
    const anew = rowsChanged(had, 'steps', 'only this', 9);
    expect([...anew]).toEqual([
      ['steps/5', null],
      ['steps/6', null],
      ['steps/9', 'only this'],
    ]);
  });
});

describe('lines that come and go', () => {
  const had = rowsOf({ 'steps/15': 'reset', 'steps/6': 'cable', 'steps/9': 'reset' });

  test('of two that say the same the last one goes', () => {
    expect([...rowsChanged(had, 'steps', { take: ['reset'] }, 20)]).toEqual([['steps/15', null]]);
    expect([...rowsChanged(had, 'steps', { take: ['reset', 'reset', 'reset'] }, 20).keys()]).toEqual([
      'steps/15',
      'steps/9',
    ]);
  });

  test('both at once', () => {
    expect([...rowsChanged(had, 'steps', { take: ['cable'], add: ['charged'] }, 20)]).toEqual([
      ['steps/6', null],
      ['steps/20', 'charged'],
    ]);
  });
});

describe('a stage', () => {
  test('has the moment at which it was reached; the same one again says nothing new', () => {
    const changed = rowsChanged([], 'stage', 'received', 7);
    expect(Object.fromEntries(changed)).toEqual({ stage: 'received', 'stage/received': '7' });
    expect(rowsChanged(rowsOf({ stage: 'received', 'stage/received': '7' }), 'stage', 'received', 9).size).toBe(0);
  });

  test('all that were reached are told, oldest first', () => {
    const rows = rowsOf({ stage: 'repaired', 'stage/repaired': '30', 'stage/received': '10', 'stage/diagnosed': '10' });
    expect(readFields(rows).reached.map(({ stage }) => stage)).toEqual(['received', 'diagnosed', 'repaired']);
  });

  test('goes with all its moments', () => {
    const rows = rowsOf({ stage: 'received', 'stage/received': '7' });
    expect([...rowsChanged(rows, 'stage', null, 9).keys()].sort()).toEqual(['stage', 'stage/received']);
  });
});

describe('of a case and what was merged into it', () => {
  test('its own fields count, those it lacks come from the others, lines come together', () => {
    const own = rowsOf({ serial: 'A', 'steps/2': 'two' });
    const other = rowsOf({ serial: 'B', symptom: 'dark', 'steps/1': 'one' });
    expect(readFields(inForce([own, other]))).toMatchObject({
      values: { serial: 'A', symptom: 'dark' },
      steps: [{ text: 'one' }, { text: 'two' }],
    });
  });

  test('stages do not mix: the moments are those of the one whose stage it is', () => {
    const own = rowsOf({ stage: 'received', 'stage/received': '9' });
    const other = rowsOf({ stage: 'returned', 'stage/returned': '3' });
    expect(readFields(inForce([own, other])).reached).toEqual([{ stage: 'received', at: 9 }]);
  });

  test('what was taken away stays away', () => {
    expect(inForce([rowsOf({ serial: '' }), rowsOf({ serial: 'B' })])).toEqual([]);
  });
});

test('a file can bring no row that the desk does not know', () => {
  const good = {
    serial: 'X',
    'steps/5': 'reset',
    stage: 'received',
    'stage/received': '5',
    amount: '5 VND',
    cause: '',
  };
  for (const row of rowsOf(good)) expect(isFieldRow(row), row.field).toBe(true);
  const bad = { colour: 'red', 'steps/x': 'reset', steps: 'reset', stage: 'lost', 'stage/lost': '5', amount: '5 đồng' };
  for (const row of rowsOf(bad)) expect(isFieldRow(row), row.field).toBe(false);
});
