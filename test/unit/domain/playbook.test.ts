import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMPARISONS,
  type Condition,
  NUMBER_FIELDS,
  type PlaybookFacts,
  readConditions,
  unmet,
  type WordField,
  wordsOf,
  writeConditions,
} from '../../../src/domain/playbook/condition.ts';
import { ladderFor, proposed, readStepAnswer, type StepAnswer } from '../../../src/domain/playbook/ladder.ts';
import type { Lead } from '../../../src/domain/playbook/lead.ts';
import { NOWHERE } from '../../../src/domain/playbook/lead.ts';
import { lintPlaybook } from '../../../src/domain/playbook/lint-playbook.ts';
import type { InLanguages } from '../../../src/domain/playbook/page.ts';
import { parsePlaybook } from '../../../src/domain/playbook/parse-playbook.ts';
import { costInVnd, type Playbook, type Step } from '../../../src/domain/playbook/playbook.ts';
import { clean } from '../../../src/text/clean.ts';
import { writePlaybook } from '../../helpers/write-playbook.ts';

const facts: PlaybookFacts = {
  kind: 'care',
  topic: 'return',
  mood: 'upset',
  priority: 'normal',
  tags: ['past-7-days'],
  product: 'Máy giặt Norda WM7 (7 kg)',
  segment: 'current',
  value: 9_000_000,
  strikes: 1,
  daysSincePurchase: 12,
  daysSinceDelivery: 11,
  inWarranty: true,
};

const conditionsOf = (line: string): readonly Condition[] => {
  const { conditions, wrong } = readConditions(line);
  expect(wrong).toBeNull();
  return conditions;
};
const meets = (line: string, more: Partial<PlaybookFacts> = {}): boolean =>
  unmet(conditionsOf(line), { ...facts, ...more }).length === 0;

describe('conditions', () => {
  // biome-ignore format: a table
  const TABLE: readonly (readonly [string, boolean, Partial<PlaybookFacts>?])[] = [
    ['topic return,exchange', true],
    ['topic exchange', false],
    ['not topic exchange', true],
    ['segment loyal,current; mood upset,angry', true],
    ['segment loyal,current; mood angry', false],
    ['delivery < 11d', false],
    ['delivery <= 11d', true],
    ['delivery > 10d; delivery < 12d', true],
    ['purchase = 12d', true],
    ['value >= 9000000', true],
    ['value > 9000000', false],
    ['strikes >= 2', false],
    ['warranty yes', true],
    ['warranty no', false],
    ['tag past-7-days', true],
    ['tag PAST-7-DAYS', true],
    ['tag past-7', false],
    ['not tag refunded', true],
    ['product máy giặt', true],
    ['product wm7', true],
    ['product "Norda WM7 (7 kg)"', true],
    ['product tủ lạnh', false],
    ['product máy giặt', true, { product: 'Máy giặt'.normalize('NFD') }],
    // what is not known meets nothing, but a "not" of words
    ['delivery < 1000d', false, { daysSinceDelivery: null }],
    ['warranty no', false, { inWarranty: null }],
    ['segment current', false, { segment: null }],
    ['not segment former', true, { segment: null }],
    ['', true],
  ];
  it.each(TABLE.map(([line, met, more = {}]) => ({ line, met, more })))(
    '«$line» is met: $met',
    ({ line, met, more }) => {
      expect(meets(line, more)).toBe(met);
    },
  );

  it.each([
    'colour red',
    'topic',
    'topic fish',
    'delivery < 7',
    'value > 7d',
    'strikes two',
    'warranty maybe',
    'not value > 3',
    'not',
  ])('«%s» is none, and is named', (line) => {
    expect(readConditions(`kind care; ${line}; mood calm`).wrong).toBe(line);
  });

  it('say with a fact what is not met', () => {
    expect(unmet(conditionsOf('kind care; delivery <= 7d; tag vip'), facts)).toEqual([
      { condition: { field: 'delivery', is: '<=', than: 7 }, value: 11 },
      { condition: { field: 'tag', not: false, values: ['vip'] }, value: ['past-7-days'] },
    ]);
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(anyCondition), (conditions) => {
        expect(readConditions(writeConditions(conditions))).toEqual({ conditions, wrong: null });
      }),
    );
  });
});

describe('a playbook', () => {
  it('comes back as it was written, whatever its words hold, and its file holds nothing a cleaner would drop', () => {
    fc.assert(
      fc.property(anyPlaybook, (playbook) => {
        const written = writePlaybook(playbook);
        expect(parsePlaybook(written)).toEqual({ ok: true, value: playbook });
        expect(parsePlaybook(written.replaceAll('\n', '\r\n'))).toEqual({ ok: true, value: playbook });
      }),
    );
    const hidden = { ...SMALL, titles: { en: 'a\u202Eb  c\u200B' } };
    expect(clean(writePlaybook(hidden), 'block')).toBe(writePlaybook(hidden));
  });

  it('that is wrong says every line and what is wrong there', () => {
    const text = `---
name: two words
title vi: Thử
when: topic fish
colour: red
---
lost
## First Step
kind: offer
cost: much
yes: status asleep
## second
kind: no
--- de ---
Nein.
## second
no: next third`;
    const read = parsePlaybook(text.replace('lost\n', ''));
    expect(read.ok ? [] : read.flaws.map(({ line, code, text: what }) => `${line} ${code} ${what}`)).toEqual([
      '13 bad-language de',
    ]);
    const rest = parsePlaybook(text.replace('lost\n', '').replace('--- de ---', '--- en ---'));
    expect(rest.ok ? [] : rest.flaws.map(({ line, code, text: what }) => `${line} ${code} ${what}`.trim())).toEqual([
      '2 bad-name two words',
      '4 bad-condition topic fish',
      '5 unknown-field colour',
      '7 bad-name First Step',
      '7 missing-field no',
      '9 bad-value much',
      '10 bad-lead status asleep',
      '11 missing-field ways',
      '15 repeated-section second',
      '15 missing-field yes',
    ]);
    expect(parsePlaybook(text)).toMatchObject({ flaws: [{ line: 7, code: 'not-a-field', text: 'lost' }, {}] });
    expect(parsePlaybook('Hello')).toMatchObject({ flaws: [{ line: 1, code: 'no-front-matter' }] });
    expect(parsePlaybook('---\nname: empty\n---\n')).toMatchObject({ flaws: [{ code: 'no-sections' }] });
  });

  it('knows what a step costs', () => {
    expect(costInVnd({ vnd: 300_000 }, null)).toBe(300_000);
    expect(costInVnd({ percent: 10 }, 7_990_000)).toBe(799_000);
    expect(costInVnd({ percent: 10 }, null)).toBeNull();
    expect(costInVnd(null, null)).toBe(0);
  });

  it('is proposed where it fits, and after that where only what is not known stands in the way', () => {
    const named = (name: string, when: string): Playbook => ({ ...SMALL, name, when: conditionsOf(when) });
    const books = [named('any', ''), named('late', 'topic return; delivery > 7d'), named('fault', 'topic fault')];
    const names = (more: Partial<PlaybookFacts>) =>
      proposed(books, { ...facts, ...more }).map(({ playbook, sure }) => `${playbook.name} ${sure}`);
    expect(names({})).toEqual(['late true', 'any true']);
    expect(names({ daysSinceDelivery: null })).toEqual(['any true', 'late false']);
    expect(names({ daysSinceDelivery: 3 })).toEqual(['any true']);
  });

  it('is proposed before others where it says more exactly what it is for', () => {
    const named = (name: string, when: string): Playbook => ({ ...SMALL, name, when: conditionsOf(when) });
    const books = [
      named('parcel', 'kind service; topic return,complaint'),
      named('late', 'topic return; delivery > 7d'),
      named('tablet', 'topic return; product Tab'),
    ];
    const scene = { ...facts, kind: 'service', topic: 'return', daysSinceDelivery: 10, product: 'Vela Tab 11' };
    expect(proposed(books, scene).map(({ playbook }) => playbook.name)).toEqual(['tablet', 'late', 'parcel']);
  });
});

describe('the ladder', () => {
  const next = (answers: readonly string[], more: Partial<PlaybookFacts> = {}): string => {
    const ladder = ladderFor(WASHING, { ...facts, ...more }, answers.map(answered));
    return `${ladder.next ?? 'end'}${ladder.waiting ? ' waits' : ''}`;
  };

  it('goes from the refusal to the first way that fits, and down by every no', () => {
    expect(next([])).toBe('refuse');
    expect(next(['refuse offered'])).toBe('larger');
    expect(next(['refuse offered', 'larger offered'])).toBe('larger waits');
    expect(next(['refuse offered', 'larger offered', 'larger yes'])).toBe('end');
    expect(next(['refuse offered', 'larger no'])).toBe('credit');
    expect(next(['refuse offered', 'larger no', 'credit no'])).toBe('resale');
  });

  it('passes over what does not fit, and says why', () => {
    const late = { daysSinceDelivery: 40 };
    expect(next(['refuse offered'], late)).toBe('credit');
    expect(next(['refuse offered'], { ...late, segment: 'prospect' })).toBe('resale');
    expect(next(['refuse offered', 'larger no'], { segment: 'prospect' })).toBe('resale');
    const [, larger] = ladderFor(WASHING, { ...facts, ...late }, []).rungs;
    expect(larger).toMatchObject({
      fits: false,
      why: [{ condition: { field: 'delivery', is: '<=', than: 30 }, value: 40 }],
    });
  });

  it('goes on from where the agent went out of turn, and forgets steps that the file no longer has', () => {
    expect(next(['resale offered'])).toBe('resale waits');
    expect(next(['resale no'])).toBe('end');
    expect(next(['larger no', 'gone yes'])).toBe('credit');
  });

  it('names only a step that fits or waits, whatever was answered', () => {
    fc.assert(
      fc.property(
        anyPlaybook,
        fc.array(fc.tuple(fc.nat(5), fc.constantFrom('offered', 'yes', 'no'))),
        (book, given) => {
          const answers = given.map(([n, answer]) => ({ step: book.steps[n]?.id ?? 'gone', answer }));
          const ladder = ladderFor(book, facts, answers);
          expect(ladder.rungs.map(({ step }) => step)).toEqual(book.steps);
          const rung = ladder.rungs.find(({ step }) => step.id === ladder.next);
          if (ladder.next !== null) expect(rung?.fits === true || ladder.waiting).toBe(true);
        },
      ),
    );
  });

  it('reads the answers of options and of guides', () => {
    expect(['yes', 'Fixed', 'no', 'not-fixed', 'not  fixed', 'well'].map(readStepAnswer)).toEqual([
      'yes',
      'yes',
      'no',
      'no',
      'no',
      null,
    ]);
  });
});

describe('lint', () => {
  const told = (book: Playbook): string[] =>
    lintPlaybook(book, ['warehouse', 'finance']).map(({ step, code, text }) => `${step}: ${code} ${text}`);
  const changed = (id: string, more: object): Playbook => ({
    ...WASHING,
    steps: WASHING.steps.map((step) => (step.id === id ? { ...step, ...more } : step)),
  });

  it('finds nothing in a good one', () => {
    expect(told(WASHING)).toEqual([]);
  });

  it('wants two ways on from a refusal, one of them for everybody', () => {
    expect(told(changed('refuse', { ways: ['larger', 'larger'] }))).toEqual(['refuse: refusal-alone refuse']);
    expect(told(changed('refuse', { ways: ['larger', 'credit'] }))).toEqual(['refuse: refusal-conditional refuse']);
    expect(told(changed('refuse', { ways: ['refuse', 'resale'] }))).toContain('refuse: refusal-alone refuse');
  });

  it('finds lost steps, dead ends, rounds, steps out of reach, missing words and unknown departments', () => {
    expect(told(changed('larger', { no: { ...NOWHERE, next: 'gone' } }))).toEqual(['larger: lost-step gone']);
    expect(told(changed('resale', { no: NOWHERE }))).toEqual(['resale: dead-end no']);
    expect(told(changed('credit', { no: { ...NOWHERE, next: 'larger' } }))).toEqual([
      'larger: round larger',
      'credit: round credit',
    ]);
    expect(told({ ...WASHING, steps: WASHING.steps.toReversed() })).toContain('refuse: unreachable refuse');
    expect(told(changed('larger', { words: { vi: 'Dạ', en: ' ' } }))).toEqual([
      'larger: missing-language th',
      'larger: missing-language en',
    ]);
    expect(told(changed('larger', { department: 'kitchen' }))).toEqual(['larger: unknown-department kitchen']);
  });

  it('allows to go round with an answer: try again', () => {
    expect(told(changed('resale', { no: { ...NOWHERE, next: 'larger' } }))).toEqual([]);
  });
});

const answered = (text: string): { step: string; answer: StepAnswer } => {
  const [step = '', answer = ''] = text.split(' ');
  return { step, answer: answer === 'yes' || answer === 'no' ? answer : 'offered' };
};

const words = { vi: 'Dạ', th: 'ค่ะ', en: 'Yes' };
const lead = (more: Partial<Lead>): Lead => ({ ...NOWHERE, ...more });
const option = (id: string, line: string, no: Partial<Lead>): Step => ({
  id,
  kind: 'offer',
  titles: words,
  conditions: readConditions(line).conditions,
  cost: null,
  department: 'warehouse',
  words,
  yes: lead({ status: 'hold', handOff: ['finance'] }),
  no: lead(no),
});

const WASHING: Playbook = {
  name: 'washing',
  titles: words,
  when: [],
  steps: [
    {
      id: 'refuse',
      kind: 'no',
      titles: words,
      conditions: [],
      cost: null,
      department: null,
      words,
      ways: ['larger', 'credit', 'resale'],
    },
    option('larger', 'delivery <= 30d', { next: 'credit' }),
    option('credit', 'segment loyal,current', { next: 'resale' }),
    option('resale', '', { status: 'pending' }),
  ],
};
const SMALL: Playbook = { name: 'small', titles: {}, when: [], steps: [option('one', '', {})] };

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '--- vi ---',
    '## two',
    '"',
    'a; b, c',
    ' x ',
    'dòng\n\n## một',
    '{{customer.salutation | default: "anh/chị"}}',
    '\u200B',
  ),
);
const inLanguages = (one: fc.Arbitrary<string>): fc.Arbitrary<InLanguages> =>
  fc.record({ vi: one, th: one, en: one }, { requiredKeys: [] });
const wordCondition = (field: WordField): fc.Arbitrary<Condition> => {
  const known = wordsOf(field);
  const value = known === null ? text : fc.constantFrom(...known);
  return fc.record({ field: fc.constant(field), not: fc.boolean(), values: fc.array(value, { minLength: 1 }) });
};
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .constantFrom<WordField>('kind', 'topic', 'mood', 'priority', 'segment', 'tag', 'product', 'stage', 'symptom')
    .chain(wordCondition),
  fc.record({ field: fc.constantFrom(...NUMBER_FIELDS), is: fc.constantFrom(...COMPARISONS), than: fc.nat() }),
  fc.record({ field: fc.constant('warranty' as const), holds: fc.boolean() }),
);
const anyLead: fc.Arbitrary<Lead> = fc.record({
  next: fc.option(id),
  status: fc.option(fc.constantFrom('open', 'pending', 'hold', 'solved')),
  priority: fc.option(fc.constantFrom('low', 'urgent')),
  addTags: fc.array(fc.constantFrom('đổi-máy', 'a;b', 'vip', 'ค้าง')),
  handOff: fc.array(id),
  followUpDays: fc.option(fc.nat(9999)),
  kind: fc.option(fc.constantFrom('care', 'service')),
  topic: fc.option(fc.constantFrom('fault', 'exchange')),
});
const common = {
  id,
  titles: inLanguages(text),
  conditions: fc.array(anyCondition, { maxLength: 3 }),
  cost: fc.option(fc.oneof(fc.record({ vnd: fc.nat() }), fc.record({ percent: fc.nat(100) }))),
  department: fc.option(id),
  words: inLanguages(text),
};
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ ...common, kind: fc.constantFrom('offer', 'ask', 'try'), yes: anyLead, no: anyLead }),
  fc.record({ ...common, kind: fc.constant('no' as const), ways: fc.array(id, { minLength: 1 }) }),
);
const anyPlaybook: fc.Arbitrary<Playbook> = fc.record({
  name: id,
  titles: inLanguages(text),
  when: fc.array(anyCondition, { maxLength: 3 }),
  steps: fc.uniqueArray(anyStep, { minLength: 1, maxLength: 6, selector: (step) => step.id }),
});
