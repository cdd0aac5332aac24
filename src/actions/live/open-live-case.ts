import type { Context } from '../../context.ts';
import { headOf } from '../../store/staging.ts';
import type { Writing } from '../../store/writing.ts';
import { lightMail } from '../import/light.ts';
import { openCase } from '../import/open-case.ts';
import { newTally } from '../import/report.ts';
import type { Read } from './read-live.ts';

/** Opens a case for one live mail as an import opens one for a thread; nothing comes in as solved but spam. */
export function openLiveCase(
  writing: Writing,
  context: Context,
  { parsed, ours, own, from, mail }: Read,
  mayBelong: number | null,
): number {
  const head = headOf(mail.identity, parsed);
  const filing = {
    context,
    staging: { mail: () => ({ seq: 0, sha256: mail.sha256, parsed }) },
    tally: newTally(),
    own: ours ? own : new Set([...own].filter((address) => address !== from)),
    solvedBefore: null,
  };
  return openCase(writing, filing, [{ ...lightMail(0, parsed), head }], mayBelong);
}
