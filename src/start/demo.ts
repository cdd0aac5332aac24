import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { perform } from '../actions/action.ts';
import { setConfig } from '../actions/config.ts';
import { importSources } from '../actions/import/import.ts';
import { runPlansToEnd } from '../actions/run-plans.ts';
import type { Context } from '../context.ts';
import { readSources } from '../intake/read.ts';

const SETTINGS = {
  agent: 'Linh',
  shop: 'Máy Mới',
  me: 'cskh@maymoi.example,care@maymoi.example,support@maymoi.example',
};

/** The moment from which the dates of the demo are told (ms). */
export async function demoNow(folder: string): Promise<number> {
  for await (const incoming of readSources([join(folder, 'clock.jsonl')]))
    if (incoming.kind === 'record' && incoming.record.type === 'clock') return incoming.record.now;
  throw new Error(`no clock in ${folder}`);
}

/** Fills a throw-away store with the sample cases, through the same importer as everything else. */
export async function fillDemo(context: Context, folder: string): Promise<void> {
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
  await importSources(context, { paths, me: SETTINGS.me.split(','), solvedBefore: null });
  perform(context, setConfig, { key: 'agent', value: SETTINGS.agent });
  perform(context, setConfig, { key: 'shop', value: SETTINGS.shop });
  await runPlansToEnd(context);
}
