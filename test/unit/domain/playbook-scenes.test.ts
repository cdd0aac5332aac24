import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaybookFacts } from '../../../src/domain/playbook/condition.ts';
import { type Answered, ladderFor, leadFor, proposed } from '../../../src/domain/playbook/ladder.ts';
import { lintPlaybook } from '../../../src/domain/playbook/lint-playbook.ts';
import { parsePlaybook } from '../../../src/domain/playbook/parse-playbook.ts';
import { isAnswered, isGuide, type Playbook } from '../../../src/domain/playbook/playbook.ts';
import { writePlaybook } from '../../helpers/write-playbook.ts';

const folder = join(import.meta.dirname, '../../../fixtures');
const names = (kind: string): string[] => readdirSync(join(folder, kind)).map((file) => file.replace(/\.md$/, ''));
const textOf = (name: string): string => readFileSync(join(folder, 'playbooks', `${name}.md`), 'utf8');
const shipped = (name: string): Playbook => {
  const read = parsePlaybook(textOf(name));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.flaws)}`);
  return read.value;
};
const book = Object.fromEntries(names('playbooks').map((name) => [name, shipped(name)]));

const facts: PlaybookFacts = {
  kind: 'service',
  topic: 'complaint',
  mood: 'upset',
  priority: 'high',
  tags: [],
  product: 'Máy giặt Norda WM7 (7 kg)',
  segment: 'current',
  value: 9_000_000,
  strikes: 0,
  daysSincePurchase: 12,
  daysSinceDelivery: 11,
  inWarranty: true,
};

/** The case for which each playbook is made, and what is proposed for it, the closest first. */
const SCENES: Readonly<Record<string, Partial<PlaybookFacts>>> = {
  'fault-in-warranty': { kind: 'support', topic: 'fault' },
  'fault-out-of-warranty': { kind: 'support', topic: 'fault', inWarranty: false },
  'exchange-in-policy': { topic: 'exchange', daysSinceDelivery: 7, mood: 'calm' },
  'return-late': { kind: 'care', topic: 'return', daysSinceDelivery: 8, mood: 'calm' },
  'damaged-parcel': { topic: 'complaint' },
  'late-parcel': { topic: 'question', mood: 'calm' },
  'double-charge': { topic: 'dispute', mood: 'calm' },
  'wrong-item': { topic: 'exchange', mood: 'calm' },
  'agent-complaint': { topic: 'complaint', mood: 'angry' },
  'about-to-leave': { kind: 'care', topic: 'complaint', mood: 'angry', segment: 'loyal' },
  'thanks-referral': { kind: 'care', topic: 'thanks', mood: 'calm' },
  'maker-feedback': { kind: 'support', topic: 'feedback', mood: 'calm' },
  'touch-screen': { kind: 'support', topic: 'fault', product: 'Máy tính bảng Vela Tab 11' },
};

const PLACEHOLDERS =
  /^\{\{(customer\.(salutation|honorific|given_name)|case\.(product|number)|agent\.name)( \| default: "[^"]+")?( \| capitalize)?\}\}$/;

describe.each(Object.keys(SCENES))('the playbook %s', (name) => {
  const playbook = shipped(name);
  const scene = { ...facts, ...SCENES[name] };

  it('is read, is written as it stands, and has nothing for lint to tell', () => {
    expect(playbook.name).toBe(name);
    expect(playbook.steps.length).toBeGreaterThanOrEqual(3);
    expect(playbook.steps.length).toBeLessThanOrEqual(6);
    expect(lintPlaybook(playbook, names('departments'))).toEqual([]);
    expect(writePlaybook(playbook)).toBe(textOf(name));
  });

  it('is proposed for its scene', () => {
    const first = proposed(Object.values(book), scene);
    expect(first.filter(({ sure }) => sure).map((one) => one.playbook.name)).toContain(name);
  });

  it('comes to an end by every way one can go, and takes in every step', () => {
    const met = new Set<string>();
    for (const end of [
      ...walks(playbook, scene),
      ...walks(playbook, stranger(scene)),
      ...walks(playbook, known(scene)),
    ]) {
      for (const { step } of end) met.add(step);
      const leads = end.map(({ step, answer }) => (answer === 'offered' ? null : leadFor(playbook, step, answer)));
      const status = leads.findLast((lead) => lead?.status)?.status;
      expect(status).toBeDefined(); // somebody's turn, or solved
      if (status !== 'solved') expect(leads.some((lead) => lead?.followUpDays)).toBe(true); // and nobody forgets it
    }
    expect([...met].sort()).toEqual(playbook.steps.map(({ id }) => id).sort());
  });

  it('says its words in three languages, with placeholders that templates have and each with a default', () => {
    for (const { words, id } of playbook.steps) {
      for (const [language, text] of Object.entries(words)) {
        const where = `${id} ${language}`;
        const holes = text.match(/\{\{.*?\}\}/g) ?? [];
        expect(
          holes.filter((hole) => !PLACEHOLDERS.test(hole)),
          where,
        ).toEqual([]);
        expect(text.replace(/\{\{.*?\}\}/g, ''), where).not.toMatch(/[{}]|\b(?:undefined|TODO)\b/);
        if (language === 'th') expect(text, where).toMatch(/\p{Script=Thai}.*(?:ค่ะ|คะ)/su);
        if (language === 'vi') expect(text, where).toMatch(/\bem\b.*/su);
        // "Chị nhớ sao lưu": who is addressed at the beginning of a sentence is written with a capital
        if (language === 'vi')
          expect(text, where).not.toMatch(/[.?!] \{\{customer\.honorific(?:(?!capitalize)[^}])*\}\}/);
      }
    }
  });
});

it('all that is shipped has its scene', () => {
  expect(names('playbooks').sort()).toEqual(Object.keys(SCENES).sort());
  expect(
    names('playbooks')
      .filter((name) => isGuide(shipped(name)))
      .sort(),
  ).toEqual(['fault-in-warranty', 'touch-screen']);
});

it('the washing machine that is too small goes from the refusal to the larger model, finance and warehouse', () => {
  const playbook = shipped('return-late');
  const scene = { ...facts, ...SCENES['return-late'] };
  const next = (...answers: Answered[]) => ladderFor(playbook, scene, answers).next;
  expect(next()).toBe('policy-over');
  expect(next({ step: 'policy-over', answer: 'offered' })).toBe('larger-model');
  expect(leadFor(playbook, 'larger-model', 'yes')).toEqual({
    next: null,
    status: 'hold',
    priority: null,
    addTags: ['larger-model'],
    handOff: ['finance', 'warehouse'],
    followUpDays: 3,
    kind: 'care',
    topic: 'exchange',
  });
});

it('the touch screen goes through what one can try at home before it is sent in', () => {
  const tried = ['clean-dry', 'restart', 'sensitivity'].map((step): Answered => ({ step, answer: 'no' }));
  const scene = { ...facts, ...SCENES['touch-screen'] };
  const next = (tags: string[]) => ladderFor(shipped('touch-screen'), { ...scene, tags }, tried).next;
  expect(next([])).toBe('send-in');
  expect(next(['screen-film'])).toBe('without-film');
});

/** Somebody of whom nothing is known that would open a door, and somebody for whom all stand open. */
const stranger = (scene: PlaybookFacts): PlaybookFacts => ({
  ...scene,
  segment: null,
  daysSinceDelivery: null,
  priority: 'low',
});
const known = (scene: PlaybookFacts): PlaybookFacts => ({
  ...scene,
  segment: 'loyal',
  strikes: 3,
  inWarranty: true,
  tags: ['screen-film'],
});

/** Every way through the ladder, each as the answers that were given. */
function walks(playbook: Playbook, scene: PlaybookFacts, given: readonly Answered[] = []): (readonly Answered[])[] {
  expect(given.length).toBeLessThan(20);
  const { next } = ladderFor(playbook, scene, given);
  const step = playbook.steps.find(({ id }) => id === next);
  if (step === undefined) return [given];
  const answers = isAnswered(step) ? (['yes', 'no'] as const) : (['offered'] as const);
  return answers.flatMap((answer) => walks(playbook, scene, [...given, { step: step.id, answer }]));
}
