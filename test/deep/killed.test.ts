import { afterAll, describe, expect, test } from 'vitest';
import { canStrace } from '../helpers/kill.ts';
import { SCENES } from '../helpers/kill-scenes.ts';
import { type Swept, sweep } from '../helpers/kill-sweep.ts';

const strace = canStrace();
if (!strace) process.stderr.write('SKIPPED: no strace here, so nothing is killed at its system calls\n');

const all: Record<string, Swept> = {};
afterAll(() => console.table(all));

describe.runIf(strace)('killed at every fifth call that changes a file, and at each that changes a name', () => {
  test.each(SCENES)('$name', async (scene) => {
    const swept = await sweep(scene, { step: 5 });
    all[scene.name] = swept;

    expect(swept.hits).toBeGreaterThan(10);
    expect(swept).toMatchObject({ lost: 0, half: 0 });
  });
});
