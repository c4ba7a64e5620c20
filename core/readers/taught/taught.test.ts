import { describe, expect, it } from 'vitest';
import { fc } from '../../base/testing.ts';
import { type DocumentModel, fieldOf } from '../../document/model.ts';
import type { Role } from '../../document/vocabulary.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import { snapshotOf } from '../../page/testing.ts';
import { readPage } from '../index.ts';
import { anySnapshot } from '../testing.ts';
import { lookAt, type Understood } from './look.ts';
import { type Mapping, parseMapping } from './mapping.ts';
import { draftOf, tryMapping } from './teach.ts';

/** A form whose words no glossary knows. */
const BOXES = [
  { label: '呈文者', name: 'cwz', value: '田小禾', role: 'drafter' },
  { label: '把关者', name: 'bgz', value: '石大川', role: 'reviewer' },
  { label: '拍板者', name: 'pbz', value: '何长青', role: 'approver' },
  { label: '事项由来', name: 'sxyl', value: '关于公布服务事项目录的通知', role: 'title' },
  { label: '呈文那天', name: 'cwnt', value: '2026-03-16', role: 'draftedOn' },
] as const satisfies readonly { label: string; name: string; value: string; role: Role }[];
const ALL = BOXES.map((_, index) => index);

interface Drawing {
  order?: readonly number[];
  emptied?: ReadonlySet<number>;
  drawn?: 'cells' | 'inputs' | 'blocks';
  /** Names that tell the place of a box and not the box. */
  numbered?: boolean;
  above?: string;
  /** Written in the stead of a label. */
  renamed?: Readonly<Record<string, string>>;
}

function draw({
  order = ALL,
  emptied = new Set(),
  drawn = 'inputs',
  numbered,
  above = '',
  renamed = {},
}: Drawing): string {
  const rows = order.map((index, at) => {
    const { label: own, name, value } = BOXES[index] ?? expect.unreachable();
    const label = renamed[own] ?? own;
    const text = emptied.has(index) ? '' : value;
    const box = drawn === 'cells' ? text : `<input name="${numbered ? `f${at}` : name}" value="${text}">`;
    return drawn === 'blocks'
      ? `<div><span>${label}：</span>${box}</div>`
      : `<tr><td>${label}</td><td>${box}</td></tr>`;
  });
  return `${above}<div id="form">${drawn === 'blocks' ? rows.join('') : `<table>${rows.join('')}</table>`}</div>`;
}

/** The path of the first element that a selector finds, as capture writes it. */
const placeOfText = (snapshot: PageSnapshot, text: string): string => {
  let found: string | undefined;
  for (const { text: one, path } of textsOf(snapshot)) if (one === text) found ??= path;
  return found ?? expect.unreachable(`no ${text}`);
};

function textsOf(snapshot: PageSnapshot): { text: string; path: string }[] {
  const model = readPage(snapshot);
  return model.blocks.flatMap(({ text, source }) => (source.from === 'page' ? [{ text, path: source.path }] : []));
}

const labelField = (label: string, role: Role | null, name = ''): Mapping['fields'][number] => ({
  role,
  locators: [{ by: 'label', label, nth: 1, of: 1 }, ...(name === '' ? [] : [{ by: 'control' as const, name }])],
});

const FIELDS = BOXES.map(({ label, role, name }) => labelField(label, role, name));
const ABOUT = { id: 'cheng-pi', name: '呈批笺', on: '2026-11-20' };

async function taughtOn(drawing: Drawing, fields = FIELDS): Promise<Mapping> {
  const mapping = draftOf(await snapshotOf(draw(drawing)), fields, ABOUT);
  expect(parseMapping(JSON.stringify(mapping), 'a.json')).toEqual(mapping);
  return mapping;
}

const read = async (html: string, ...mappings: Mapping[]): Promise<DocumentModel> =>
  readPage(await snapshotOf(html), { mappings });
const valuesOf = (model: DocumentModel): unknown[] =>
  BOXES.map(({ role }) => {
    const { state, value, confidence } = fieldOf(model, role);
    return state === 'absent' ? state : [state, value, confidence];
  });
const RIGHT: unknown[] = [
  ['present', ['田小禾'], 'taught'],
  ['present', ['石大川'], 'taught'],
  ['present', ['何长青'], 'taught'],
  ['present', '关于公布服务事项目录的通知', 'taught'],
  ['present', '2026-03-16', 'taught'],
];

describe('a form that was taught', () => {
  it('is read, where the generic reading knows none of its words', async () => {
    const mapping = await taughtOn({});
    const generic = await read(draw({}));
    expect(valuesOf(generic)).toEqual(['absent', 'absent', 'absent', 'absent', 'absent']);
    const model = await read(draw({}), mapping);
    expect(valuesOf(model)).toEqual(RIGHT);
    expect(model.isDocument).toBe(true);
    expect(model.reader.name).toBe('通用读法，教过的“呈批笺”');
    expect(model.notes[0]).toEqual({ kind: 'reader', text: '按教过的“呈批笺”读的。', mapping: 'cheng-pi' });
    expect(model.notes.filter(({ kind }) => kind === 'unfit')).toEqual([]);
  });

  it('is read in another drawing of it, and an empty box is blank', async () => {
    const mapping = await taughtOn({});
    for (const drawn of ['cells', 'inputs', 'blocks'] as const) {
      const model = await read(draw({ drawn, emptied: new Set([1]) }), mapping);
      expect([drawn, valuesOf(model)]).toEqual([drawn, RIGHT.with(1, ['blank', undefined, 'taught'])]);
    }
  });

  it('wins over a label that the glossary knows, also when it is empty', async () => {
    const more = '<table><tr><td>签发人</td><td>王别人</td></tr></table>';
    const mapping = await taughtOn({ above: more });
    expect(fieldOf(await read(draw({ above: more, emptied: new Set([2]) }), mapping), 'approver')).toMatchObject({
      state: 'blank',
      confidence: 'taught',
    });
  });

  it('may say that a label means no role', async () => {
    const above = '<table><tr><td>签发人</td><td>王别人</td></tr></table>';
    const mapping = await taughtOn({ above }, [...FIELDS.slice(0, 2), labelField('签发人', null)]);
    expect(fieldOf(await read(draw({ above })), 'approver').state).toBe('present');
    const model = await read(draw({ above }), mapping);
    expect(fieldOf(model, 'approver').state).toBe('absent');
    expect(model.notes.filter(({ kind }) => kind === 'unfit')).toEqual([]);
  });

  it('does not hide a classification', async () => {
    const above = '<table><tr><td>密级</td><td>机密</td></tr></table>';
    const mapping = await taughtOn({ above }, [...FIELDS, labelField('密级', null)]);
    expect((await read(draw({ above }), mapping)).classified).toMatchObject({ mark: '机密' });
  });

  it('that has two boxes of one label where it had one is not read there, and says so', async () => {
    const mapping = await taughtOn({});
    const twice = draw({ order: [0, 1, 2, 2, 3, 4] });
    const model = await read(twice, mapping);
    expect(valuesOf(model)).toEqual(RIGHT.with(2, 'absent'));
    expect(model.notes[1]).toMatchObject({ kind: 'unfit', text: expect.stringContaining('拍板者没有按教过的读') });
  });

  it('whose locators disagree is not read there, and says so', async () => {
    const mapping = await taughtOn({});
    const swapped = draw({}).replace('name="cwz"', 'name="x"').replace('name="bgz"', 'name="cwz"');
    const model = await read(swapped, mapping);
    expect(fieldOf(model, 'drafter').state).toBe('absent');
    expect(model.notes[1]).toMatchObject({ kind: 'unfit', mapping: 'cheng-pi' });
  });

  it('that has other words by now is not read by the mapping, and says so', async () => {
    const mapping = await taughtOn({});
    const renamed = { 呈文者: '写的人', 把关者: '看的人', 拍板者: '定的人' };
    const model = await read(draw({ renamed }), mapping);
    expect(valuesOf(model)).toEqual(['absent', 'absent', 'absent', 'absent', 'absent']);
    expect(model.notes[0]).toMatchObject({
      kind: 'unfit',
      text: '这个表单跟教过的“呈批笺”不一样了，没有按教过的读。请再教一次。',
    });
  });

  it('is left alone under another address, and on another form under the same one', async () => {
    const mapping = await taughtOn({});
    const elsewhere = await read(draw({}), { ...mapping, address: '/elsewhere/*' });
    expect(elsewhere.notes.map(({ mapping: id }) => id)).not.toContain('cheng-pi');
    const other = await read('<table><tr><td>请假人</td><td>王芳</td></tr></table>', mapping);
    expect(other.notes.filter(({ kind }) => kind === 'unfit')).toEqual([]);
    expect(other.notes[0]?.text).toBe('这个网址教过“呈批笺”，这一页不是那个表单，没有用上。');
  });

  it('reads a value without a label by what stands around it, and not when that is another', async () => {
    const head = (number: string, more = ''): string => `<h2>呈批笺</h2><div>${number}</div>${more}`;
    const snapshot = await snapshotOf(draw({ above: head('青政〔2026〕8号') }));
    const [alone] = lookAt(snapshot, { frame: '', paths: [placeOfText(snapshot, '青政〔2026〕8号')] }, FIELDS);
    expect(alone).toMatchObject({ label: '', value: '青政〔2026〕8号', state: 'filled' });
    const field = { role: 'docNumber' as const, locators: (alone as Understood).locators };
    const mapping = draftOf(snapshot, [...FIELDS, field], ABOUT);
    const numberOf = async (above: string, order = ALL): Promise<unknown> =>
      fieldOf(await read(draw({ above, order }), mapping), 'docNumber').value;
    expect(await numberOf(head('青政〔2026〕9号'))).toBe('青政〔2026〕9号');
    expect(await numberOf(head('青政〔2026〕9号', '<div>第2稿</div>'))).toBeUndefined();
    expect(await numberOf('<h2>呈批笺</h2>')).toBeUndefined();
  });
});

describe('pointing', () => {
  const pathOf = (html: string, row: number, cell: number): Promise<[PageSnapshot, string]> =>
    snapshotOf(html).then((snapshot) => [snapshot, `2 1 1 1 ${row} ${cell}`]);

  it('at a label or at its value means the same box', async () => {
    for (const drawn of ['cells', 'inputs'] as const) {
      const html = draw({ drawn });
      const [snapshot] = await pathOf(html, 1, 1);
      const label = lookAt(snapshot, { frame: '', paths: ['#form 1 1 1 1'] }, [])[0];
      const value = lookAt(
        snapshot,
        { frame: '', paths: [drawn === 'cells' ? '#form 1 1 1 2' : '#form 1 1 1 2 1'] },
        [],
      )[0];
      expect([drawn, label]).toMatchObject([drawn, { label: '呈文者', value: '田小禾', state: 'filled' }]);
      expect([drawn, value]).toEqual([drawn, label]);
    }
  });

  it('at nothing means nothing', async () => {
    const [snapshot] = await pathOf(draw({}), 1, 1);
    expect(lookAt(snapshot, { frame: '', paths: ['#none', '9 9'] }, [])).toEqual([]);
  });

  it('is tried at once: every field with what it would read', async () => {
    const snapshot = await snapshotOf(draw({ emptied: new Set([4]) }));
    const { fields } = tryMapping(snapshot, draftOf(snapshot, FIELDS, ABOUT));
    expect(fields.map(({ label, state, text }) => [label, state, text])).toEqual(
      BOXES.map(({ label, value }, index) => [label, index === 4 ? 'blank' : 'present', index === 4 ? '' : value]),
    );
  });
});

describe('whatever becomes of a form', { timeout: 120_000 }, () => {
  const runs = { numRuns: 25 };
  const drawings = fc.constantFrom('cells' as const, 'inputs' as const, 'blocks' as const);

  it('the order of its boxes does not matter', async () => {
    const mapping = await taughtOn({});
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ALL, { minLength: ALL.length }), drawings, async (order, drawn) => {
        expect(valuesOf(await read(draw({ order, drawn }), mapping))).toEqual(RIGHT);
      }),
      runs,
    );
  });

  it('no field is given the value of another, however boxes go, move and are counted', async () => {
    const mapping = await taughtOn({ numbered: true }, undefined);
    const byPlace = draftOf(
      await snapshotOf(draw({ numbered: true })),
      ALL.map((index) => {
        const { label, role } = BOXES[index] ?? expect.unreachable();
        return {
          role,
          locators: [
            { by: 'label' as const, label, nth: 1, of: 1 },
            { by: 'control' as const, name: `f${index}` },
            { by: 'path' as const, frame: '', path: `#form 1 1 ${index + 1} 2 1` },
          ],
        };
      }),
      ABOUT,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(ALL),
        drawings,
        fc.boolean(),
        fc.constantFrom(mapping, byPlace),
        async (order, drawn, numbered, taught) => {
          const model = await read(draw({ order, drawn, numbered }), taught);
          for (const [index, { role, value }] of BOXES.entries()) {
            const field = fieldOf(model, role);
            if (field.state === 'present') expect([field.value].flat()).toEqual([value]);
            if (!order.includes(index)) expect(['absent', 'unreadable']).toContain(field.state);
          }
        },
      ),
      runs,
    );
  });

  it('a value without a label is never another that stood beside it', async () => {
    const TEXTS = ['甲一', '乙二', '丙三'];
    const page = (texts: readonly string[]): string =>
      draw({ above: texts.map((text) => `<div>${text}</div>`).join('') });
    const snapshot = await snapshotOf(page(TEXTS));
    const fields = TEXTS.map((text, index) => ({
      role: (['contact', 'version', 'phone'] as const)[index] ?? null,
      locators: lookAt(snapshot, { frame: '', paths: [placeOfText(snapshot, text)] }, FIELDS).at(-1)?.locators ?? [],
    }));
    const mapping = draftOf(snapshot, [...FIELDS, ...fields], ABOUT);
    const told = (model: DocumentModel): unknown[] =>
      (['contact', 'version', 'phone'] as const).map((role) => fieldOf(model, role).value);
    expect(told(await read(page(TEXTS), mapping))).toEqual(TEXTS);
    await fc.assert(
      fc.asyncProperty(fc.subarray(TEXTS, { maxLength: 2 }), async (left) => {
        expect(told(await read(page(left), mapping))).toEqual([undefined, undefined, undefined]);
      }),
      runs,
    );
  });
});

const words = fc.constantFrom('拟稿人', '签发人：', '正文', '处理人', '', '\u0000', '#box 2 4', '3');
const nth = fc.integer({ min: 1, max: 3 });
const locator = fc.oneof(
  fc.record({ by: fc.constant('label' as const), label: words, nth, of: nth }),
  fc.record({ by: fc.constant('between' as const), before: words, after: words, nth, of: nth }),
  fc.record({ by: fc.constant('control' as const), name: words }),
  fc.record({ by: fc.constant('path' as const), frame: fc.constantFrom('', '0', '7'), path: words }),
);
const anyMapping: fc.Arbitrary<Mapping> = fc.record({
  schema: fc.constant('duibiao/mapping@1'),
  id: fc.constant('a'),
  name: words,
  address: fc.constantFrom('*', '/', '/x/*'),
  signature: fc.record({
    labels: fc.array(words, { maxLength: 4 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fields: fc.array(
    fc.record({
      role: fc.constantFrom('drafter', 'title', 'phone', 'secrecy', null),
      locators: fc.array(locator, { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
  made: fc.constant({ on: '2026-11-20' }),
}) as fc.Arbitrary<Mapping>;

it('reads any page by any mapping, and points anywhere in it', () => {
  fc.assert(
    fc.property(anySnapshot, fc.array(anyMapping, { maxLength: 3 }), fc.array(words), (snapshot, mappings, paths) => {
      const model = readPage(snapshot, { mappings });
      for (const field of model.fields) expect(field.state === 'present').toBe(field.value !== undefined);
      const fields = mappings[0]?.fields ?? [];
      for (const { locators } of lookAt(snapshot, { frame: '', paths }, fields))
        expect(locators.length).toBeGreaterThan(0);
      tryMapping(snapshot, draftOf(snapshot, fields, ABOUT));
    }),
    { numRuns: 300 },
  );
});
