import { describe, expect, it } from 'vitest';
import { type LedgerMark, ledgerOf } from '../../../src/domain/ledger/ledger.ts';
import { MARK_RULES } from '../../../src/domain/ledger/rules.ts';
import { readLedgerRules } from '../../../src/domain/ledger/rules-text.ts';
import {
  factsOfScene,
  type LedgerScene,
  ledgerGold,
  ledgerKey,
  ledgerMoment,
  overridesOfScene,
} from '../../helpers/ledger-gold.ts';

const scenes = ledgerGold();

/** Rules whose keys name the entry or the promise they come from. */
const OF_AN_ENTRY = /^(?:late-first|late-next|waited-long|reopened|thanks):/;
const OF_A_PROMISE = /^promise-/;

function ledgerOfScene(scene: LedgerScene) {
  const rules = readLedgerRules(scene.rules ?? '');
  if (!rules.ok) throw new Error(`no rules: ${scene.rules}`);
  return ledgerOf(factsOfScene(scene), overridesOfScene(scene), rules.rules, ledgerMoment(scene.now));
}

function expectedMark(scene: LedgerScene, key: string, at: string) {
  const [rule, number, what] = key.split(':');
  return {
    ...{ rule, key: ledgerKey(key), at: ledgerMoment(at), case: number === '-' ? null : Number(number) },
    entry: scene.entries?.[key] ?? (OF_AN_ENTRY.test(key) ? Number(what) : null),
    commitment: OF_A_PROMISE.test(key) ? Number(what) : null,
  };
}

const seen = ({ rule, key, at, case: number, entry, commitment }: LedgerMark) => ({
  ...{ rule, key, at, case: number, entry, commitment },
});

const byKey = <One extends { readonly key: string }>(marks: readonly One[]): One[] =>
  marks.toSorted((one, other) => one.key.localeCompare(other.key));

describe('the gold of the ledger', () => {
  it('has for every rule three scenes of its own or more, one that makes its mark and one that does not', () => {
    for (const rule of MARK_RULES) {
      const own = scenes.filter((scene) => scene.rule === rule);
      const makes = own.map(({ marks }) => Object.keys(marks).some((key) => key.startsWith(`${rule}:`)));
      expect(own.length, rule).toBeGreaterThanOrEqual(3);
      expect(new Set(makes), rule).toEqual(new Set([true, false]));
    }
    expect(new Set(scenes.map(({ rule, name }) => `${rule}: ${name}`)).size).toBe(scenes.length);
    for (const { name, why } of scenes) expect(why.length, name).toBeGreaterThan(10);
    console.log(
      `ledger gold: ${scenes.length} scenes, ${scenes.flatMap(({ marks }) => Object.keys(marks)).length} marks`,
    );
  });
});

describe('ledgers as worked out by hand', () => {
  it.each(scenes.map((scene) => [`${scene.rule}: ${scene.name}`, scene] as const))('%s', (_, scene) => {
    const ledger = ledgerOfScene(scene);
    const expected = Object.entries(scene.marks).map(([key, at]) => expectedMark(scene, key, at));
    expect(byKey(ledger.marks.map(seen))).toEqual(byKey(expected));
    const { poor, good, balance, strikes, atRisk, oneMore } = { ...ledger, ...scene };
    expect(ledger).toMatchObject({ poor, good, balance, strikes, atRisk, oneMore });
    const overruled = ledger.marks.filter((mark) => mark.overruled !== null);
    for (const [key, reason] of Object.entries(scene.reasons ?? {}))
      expect(overruled.find((mark) => mark.key === key)?.overruled?.reason).toBe(reason);
  });
});
