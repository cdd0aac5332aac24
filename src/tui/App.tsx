import { Box, Text, useApp, useCursor, useInput, useIsScreenReaderEnabled, usePaste, useWindowSize } from 'ink';
import { memo, useEffect, useSyncExternalStore } from 'react';
import { isPasted, keysFrom } from './keys.ts';
import { paint } from './parts/paint.ts';
import { SPOKEN_COLUMNS, spokenLines } from './parts/spoken.ts';
import type { Program } from './program.ts';
import { view } from './view.ts';

/** One row: drawn again only when its text has changed. */
const Row = memo(({ text }: { text: string }) => <Text wrap="truncate">{text === '' ? ' ' : text}</Text>);

export interface AppProps {
  readonly program: Program;
  /** hands out Ink's way to lend the terminal to another program */
  readonly onSuspender: (suspend: (work: () => Promise<void>) => Promise<void>) => void;
}

/** The only component with hooks: what comes from the terminal becomes messages, the state becomes rows. */
export function App({ program, onSuspender }: AppProps) {
  const state = useSyncExternalStore(program.subscribe, program.state);
  const { columns, rows } = useWindowSize();
  const { setCursorPosition } = useCursor();
  const { suspendTerminal } = useApp();
  useEffect(() => onSuspender((work) => suspendTerminal(work)), [onSuspender, suspendTerminal]);
  useInput((input, key) => {
    if (isPasted(input)) program.send({ type: 'paste', text: input });
    else for (const one of keysFrom(input, key)) program.send({ type: 'key', key: one });
  });
  usePaste((text) => program.send({ type: 'paste', text }));
  useEffect(() => program.send({ type: 'resized', size: { columns, rows } }), [program, columns, rows]);
  const spoken = useIsScreenReaderEnabled();
  // the window's size counts at once, also in the frame before the state has heard of it
  const shown = view({ ...state, size: { columns: spoken ? Math.min(columns, SPOKEN_COLUMNS) : columns, rows } });
  const { lines, caret } = shown;
  setCursorPosition(spoken ? undefined : (caret ?? undefined));
  if (spoken) return <Text>{spokenLines(shown).join('\n')}</Text>;
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {lines.map((line, row) => (
        // a row is its place on the screen, and nothing else
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
        <Row key={row} text={paint(line)} />
      ))}
    </Box>
  );
}
