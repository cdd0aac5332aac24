import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SAYS = `import { zoneOf } from ${JSON.stringify(join(import.meta.dirname, '../../src/start/environment.ts'))};
process.stdout.write(zoneOf(Date.parse('2026-11-18T00:00:00Z')));`;

/** What a program of its own takes for its zone: a running one would not see another $TZ everywhere. */
const zoneWith = (tz: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', SAYS], {
    env: { ...process.env, TZ: tz, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });

test.each([
  ['Asia/Bangkok', 'Asia/Bangkok'],
  ['ICT-7', '+07:00'],
  ['XYZ5', '-05:00'],
  ['', '+00:00'],
])('with $TZ=%s times are meant in %s, which Intl takes', (tz, zone) => {
  expect(zoneWith(tz)).toBe(zone);
  expect(new Intl.DateTimeFormat('en', { timeZone: zone }).format(0)).not.toBe('');
});
