import type { Command } from '../command.ts';

/** `desk demo`: composed in src/demo.ts, which makes the throw-away store; only its help comes from here. */
export const demo: Command = {
  arguments: '',
  options: [],
  examples: ['desk demo', 'desk demo --lang vi'],
  run: () => {
    throw new Error('desk demo is started by src/start.ts');
  },
};
