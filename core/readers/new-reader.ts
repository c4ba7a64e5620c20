/**
 * npm run new:reader -- some-oa
 * Writes a family of OA systems and a page of it, and adds it to the list. Both fail until they are filled in.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportName, withModule } from '../base/module-list.ts';

const familyText = (id: string): string => `import type { Family } from '../../reader.ts';

export const ${exportName(id)}: Family = {
  id: '${id}',
  name: '',
  signs: [],
  labels: {},
  steps: {},
  states: {},
};
`;

const pageText = (): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title></title></head>
<body>
</body>
</html>
`;

/** Where families and their pages stand. */
export interface Rooms {
  families: string;
  cases: string;
}

/** Writes the family, its page and the new list. Returns their paths. Throws with a sentence when it cannot. */
export function newReader({ families, cases }: Rooms, id: string): string[] {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(id))
    throw new Error(`"${id}" is no name of a family: write it in small letters, as in xinhu`);
  const family = join(families, id, 'family.ts');
  if (existsSync(family)) throw new Error(`the family ${id} exists`);
  const list = join(families, 'index.ts');
  const added = { name: exportName(id), path: `./${id}/family.ts`, list: 'FAMILIES', sorted: true } as const;
  const files = [
    [family, familyText(id)],
    [join(cases, `family-${id}`, 'page.html'), pageText()],
    [list, withModule(readFileSync(list, 'utf8'), added)],
  ] as const;
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return files.map(([path]) => path);
}

if (process.argv[1] === import.meta.filename) {
  const rooms: Rooms = {
    families: join(import.meta.dirname, 'families'),
    cases: join(import.meta.dirname, '../../fixtures/cases'),
  };
  try {
    for (const path of newReader(rooms, process.argv[2] ?? '')) console.log(path);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
