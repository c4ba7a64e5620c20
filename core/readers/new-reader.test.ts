import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newReader, type Rooms } from './new-reader.ts';

const LIST = `import type { Family } from '../reader.ts';
import { first } from './first/family.ts';
import { zuletzt } from './zuletzt/family.ts';

/** Every family. */
export const FAMILIES: readonly Family[] = [first, zuletzt];
`;

let root = '';
let rooms: Rooms;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readers-'));
  rooms = { families: join(root, 'families'), cases: join(root, 'cases') };
  mkdirSync(rooms.families);
  writeFileSync(join(rooms.families, 'index.ts'), LIST);
});
afterEach(() => rmSync(root, { recursive: true }));
const list = (): string => readFileSync(join(rooms.families, 'index.ts'), 'utf8');

describe('a new family', () => {
  it('comes with a page of its own and its place in the list', () => {
    expect(newReader(rooms, 'some-oa')).toHaveLength(3);
    expect(readFileSync(join(rooms.families, 'some-oa/family.ts'), 'utf8')).toContain(
      "export const someOa: Family = {\n  id: 'some-oa',",
    );
    expect(existsSync(join(rooms.cases, 'family-some-oa/page.html'))).toBe(true);
    expect(list()).toContain("import { someOa } from './some-oa/family.ts';");
    expect(list()).toContain('[first, someOa, zuletzt]');
  });

  it.each(['', 'Xinhu', '../x', 'a b'])('%j is refused and nothing is written', (name) => {
    const before = list();
    expect(() => newReader(rooms, name)).toThrow('no name of a family');
    expect(list()).toBe(before);
  });

  it('never overwrites one that exists', () => {
    newReader(rooms, 'some-oa');
    expect(() => newReader(rooms, 'some-oa')).toThrow('exists');
  });
});
