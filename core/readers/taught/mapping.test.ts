import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectPublished } from '../../base/json-schema/testing.ts';
import { fc, problemCode } from '../../base/testing.ts';
import { fitsAddress, patternOf } from './address.ts';
import { type Mapping, mappingSchema, parseMapping } from './mapping.ts';

const MAPPING: Mapping = {
  schema: 'duibiao/mapping@1',
  id: 'cheng-pi',
  name: '呈批笺',
  address: '/oa/sheet/*',
  signature: { labels: ['呈文者', '拍板者'], share: 0.7 },
  fields: [{ role: 'drafter', locators: [{ by: 'label', label: '呈文者', nth: 1, of: 1 }] }],
  made: { on: '2026-11-20' },
};

describe('the file of a mapping', () => {
  it('is published as the schema that it is read with', () => {
    expectPublished(join(import.meta.dirname, 'mapping.schema.json'), 'duibiao mapping', mappingSchema, 'mapping');
  });

  it('is read as it was written, with the mark that Notepad puts in front', () => {
    expect(parseMapping(`\uFEFF${JSON.stringify({ $schema: 'mapping.schema.json', ...MAPPING })}`, 'a.json')).toEqual(
      MAPPING,
    );
  });

  it('says of everything that is wrong where it stands', () => {
    const wrong = {
      ...MAPPING,
      id: 'A b',
      signature: { labels: [], share: 2 },
      fields: [
        { role: '拟稿', locators: [{ by: 'control', name: 'a' }] },
        { role: 'drafter', locators: [{ by: 'label', label: 'a', nth: 3, of: 2 }] },
      ],
      more: 1,
    };
    const told = (): Mapping => parseMapping(JSON.stringify(wrong), '呈批笺.json');
    for (const words of [
      /“呈批笺.json”里有 \d 处不对/,
      /“id”：只能用小写字母/,
      /“signature”“labels”：不能是空的/,
      /第 1 栏“role”：只能是"drafter"/,
      /第 1 栏“locators”：第一种找法要写栏目名/,
      /第 2 栏“locators”：不能比一共几个还大/,
      /“more”：没有这一项/,
    ])
      expect(told).toThrow(words);
    expect(problemCode(() => parseMapping('{', 'a.json'))).toBe('mapping-not-json');
    expect(problemCode(() => parseMapping('x'.repeat(1_000_001), 'a.json'))).toBe('file-too-large');
  });

  it('never ends otherwise than with a mapping or a coded problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['none', 'mapping-invalid', 'mapping-not-json']).toContain(
          problemCode(() => parseMapping(JSON.stringify(value), 'a.json')),
        );
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['/oa/sheet/*', 'http://oa.example:8080/oa/sheet/17?x=1#top', true],
    ['/oa/sheet/*', 'http://oa.example/oa/list/17', false],
    ['/oa/sheet/*/edit', 'https://other.example/oa/sheet/17/edit', true],
    ['/oa/sheet/*/edit', 'https://other.example/oa/sheet/edit', false],
    ['/#/doc/form/*', 'http://oa.example/#/doc/form/12?from=todo', true],
    ['/task.php?a=p*&num=gong*', 'http://oa.example/task.php?a=p&num=gong&mid=3', true],
    ['/task.php?a=p*&num=gong*', 'http://oa.example/task.php?a=p&num=car', false],
    ['*', 'http://oa.example/', true],
    ['/a.c', 'http://oa.example/abc', false],
    ['/a/*', 'https://saved-page.invalid/a/b.html', undefined],
    ['/a/*', 'about:blank', undefined],
  ])('%s and %s', (pattern, url, fits) => {
    expect(fitsAddress(pattern, url)).toBe(fits);
  });

  it('is told for all documents of a form', () => {
    expect(patternOf('http://oa.example/oa/sheet/2026/17?k=v#x')).toBe('/oa/sheet/*/*');
    expect(patternOf('http://oa.example/view/3f2504e0-4f89-11d3-9a0c-0305e82c3301')).toBe('/view/*');
    expect(patternOf('http://oa.example/#/doc/form/12')).toBe('/#/doc/form/*');
    expect(patternOf('about:blank')).toBe('*');
  });

  it('fits the page that it was told for, and is matched in linear time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(fitsAddress(patternOf(url), url)).toBe(true);
      }),
    );
    expect(fitsAddress(`${'*a'.repeat(400)}b`, `http://oa.example/${'a'.repeat(50_000)}`)).toBe(false);
  });
});
