import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHOSEN, LIBRARIES, MARK, marksOf } from './index.ts';
import type { MarkName } from './mark.ts';

const files = readdirSync(import.meta.dirname).filter((name) => !/^(?:index|mark)\.ts$|\.test\.ts$/.test(name));

describe('the libraries', () => {
  it('are the files of the folder, in their order', () => {
    const index = readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8');
    const list = /LIBRARIES[^=]*= \[([^\]]*)\]/.exec(index)?.[1] ?? '';
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const inCamels = files
      .sort()
      .map((file) => file.slice(0, -3).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect(names).toEqual(inCamels);
    expect(LIBRARIES).toHaveLength(files.length);
  });

  it('name each class once', () => {
    const classes = LIBRARIES.flatMap((library) =>
      Object.entries(library.classes).flatMap(([mark, words]) => words.split(' ').map((word) => `${mark} ${word}`)),
    );
    expect(classes.filter((one, at) => classes.indexOf(one) < at)).toEqual([]);
    expect(classes.length).toBeGreaterThan(100);
  });

  it('mark what their classes say', () => {
    for (const library of LIBRARIES)
      for (const [mark, words] of Object.entries(library.classes))
        for (const word of words.split(' ')) expect(marksOf(`x ${word}`) & MARK[mark as MarkName], word).not.toBe(0);
  });

  it('say where a drawn select shows its choice', () => {
    expect(CHOSEN.split(',').length).toBeGreaterThan(8);
  });
});

it.each([
  ['el-form-item__label', 'label'],
  ['el-radio__label', undefined],
  ['btn-check', 'button'],
  ['btn-group', undefined],
  ['layui-layer-loading2', 'loading'],
  ['sign-img', 'signature'],
  ['design', undefined],
] as const)('%s is marked as %s', (name, mark) => {
  const marks = marksOf(name);
  if (mark === undefined) expect(marks & (MARK.label | MARK.button | MARK.signature)).toBe(0);
  else expect(marks & MARK[mark]).not.toBe(0);
});
