import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageFile, PageFolder } from '../context.ts';

/**
 * The files that come with desk (`shipped` is the folder above theirs), and those beside the store, in a folder of the same
 * name; of two with one name the desk's own counts. By name.
 */
export function pagesIn(shipped: string, storePath: string, folder: PageFolder): PageFile[] {
  const own = storePath === ':memory:' ? [] : filesOf(join(dirname(storePath), folder));
  const named = new Map([...filesOf(join(shipped, folder)), ...own].map((file) => [file.name, file]));
  return [...named.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function filesOf(folder: string): PageFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const path = join(folder, name);
      return { name: name.slice(0, -'.md'.length), path, text: readFileSync(path, 'utf8') };
    });
}
