import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { corpora } from '../../../helpers/corpora.ts';
import type { LiveThread, Source, Step } from './gold.ts';

/** Is everything that this story is made of here? */
export const isReadable = ({ given, mail }: LiveThread): boolean =>
  corpora() !== null || ![...given.flatMap(sourceOf), mail].some((source) => 'corpus' in source);

const sourceOf = (step: Step): Source[] => (step.did === 'opened' ? [step.by] : 'mail' in step ? [step.mail] : []);

/** The bytes of a mail, as on the wire; `fill` says what stands for a placeholder. */
export function bytesOf(source: Source, fill: (name: string, value: string) => string): Buffer {
  if ('corpus' in source) return realMail(source.corpus, source.id);
  const text = source.lines.join('\n').replace(/\{\{([\w-]+):([^}]*)\}\}/g, (_, name, value) => fill(name, value));
  return Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8');
}

const boxes = new Map<string, readonly string[]>();

function realMail(path: string, id: string | undefined): Buffer {
  const file = join(corpora() ?? '', path);
  if (id === undefined) return readFileSync(file);
  let box = boxes.get(path);
  if (box === undefined) {
    const bytes = readFileSync(file);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
    box = text.split(/(?<=\n\n)(?=From )/);
    boxes.set(path, box);
  }
  const found = box.find((one) => {
    const header = one.slice(0, one.indexOf('\n\n'));
    return /^Message-ID: *<([^<>\n]*)>/im.exec(header)?.[1] === id;
  });
  if (found === undefined) throw new Error(`no ${id} in ${path}`);
  return Buffer.from(found, 'latin1');
}
