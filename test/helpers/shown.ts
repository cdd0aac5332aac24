import { readAttachments } from '../../src/actions/attachments.ts';
import { findCases, readCase, readSource } from '../../src/actions/read-cases.ts';
import { readOptions } from '../../src/actions/read-options.ts';
import { readTemplates } from '../../src/actions/templates.ts';
import { caseViewJson } from '../../src/cli/json-case.ts';
import type { Context } from '../../src/context.ts';
import { wordsFor } from '../../src/i18n/index.ts';
import { tiesOf } from '../../src/store/case-ties.ts';
import { mergedCases } from '../../src/store/export.ts';
import { allSettings } from '../../src/store/settings.ts';

/** Ids, and what follows from a history, which stays behind. */
const OWN: ReadonlySet<string> = new Set(['id', 'due', 'dueAt']);

/** What a desk shows, without the ids that are its own. */
export function shown(context: Context) {
  const numbers = findCases(context, 'sort:number', 1000);
  const { 'fold-version': _, 'last-seen': __, ...settings } = allSettings(context.store);
  return {
    cases: numbers.map((number) => {
      const view = readCase(context, number);
      return {
        ...(JSON.parse(
          JSON.stringify(caseViewJson(view, readOptions(context, number), wordsFor('en')), (key, value) =>
            OWN.has(key) || (key === 'customer' && typeof value === 'number') ? undefined : value,
          ),
        ) as object),
        drafts: [view.drafts.reply?.text, view.drafts.note?.text],
        sources: view.entries.map(({ id, received }) => received && readSource(context, id).toString('base64')),
        addresses: view.entries.map(({ addresses }) => addresses),
        files: readAttachments(context, number).map(({ n, cid }) => [n, cid]),
        reply: view.reply,
        ties: ties(context, number),
      };
    }),
    merged: mergedCases(context.store).map((number) => [
      number,
      readCase(context, number).case.number,
      ties(context, number),
    ]),
    templates: readTemplates(context),
    settings,
  };
}

/** What ties a case to others; of a blocked sender only the address counts, whichever case said so first. */
function ties({ store }: Context, number: number) {
  const { blockedSenders, ...rest } = tiesOf(store, number);
  return { ...rest, blockedSenders: blockedSenders?.map((one) => one.address) };
}
