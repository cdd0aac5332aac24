import { afterAll, describe, expect, test } from 'vitest';
import { canStrace } from '../helpers/kill.ts';
import { SCENES } from '../helpers/kill-scenes.ts';
import { type Swept, sweep } from '../helpers/kill-sweep.ts';

const strace = canStrace();
if (!strace) process.stderr.write('SKIPPED: no strace here, so no disk fails\n');

const all: Record<string, Swept> = {};
afterAll(() => console.table(all));

describe.runIf(strace).each(['EIO', 'ENOSPC'] as const)('a disk that fails with %s from some call on', (error) => {
  test.each(SCENES)(
    '$name: one plain line that is true, nothing half, and complete when the disk is back',
    async (scene) => {
      const swept = await sweep(scene, { step: 15 }, error);
      all[`${scene.name} ${error}`] = swept;

      expect(swept).toMatchObject({ lost: 0, half: 0 });
    },
  );
});
