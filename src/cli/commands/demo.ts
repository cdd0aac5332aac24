import type { Command } from '../command.ts';

/** `desk demo`: start/session.ts makes its throw-away store and start/demo.ts fills it; only its help comes from here. */
export const demo: Command = {
  arguments: '',
  options: [],
  examples: ['desk demo', 'desk demo --lang vi'],
  run: () => {
    throw new Error('desk demo is started by start/start.ts');
  },
};
