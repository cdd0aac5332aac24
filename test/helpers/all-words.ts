import { LOCALES } from '../../src/context.ts';
import { loadWords } from '../../src/i18n/index.ts';

// Tests choose languages where no start has loaded them.
await Promise.all(LOCALES.map(loadWords));
