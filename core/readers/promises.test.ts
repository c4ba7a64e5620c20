import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';
import { ROLES, type Role } from '../document/vocabulary.ts';
import { readPage } from './index.ts';
import { anySnapshot, snapshotOfFile } from './testing.ts';

/** Boxes of a signed sheet: what stands in each, and how it is drawn. */
const BOXES: readonly { role: Role; label: string; value: string }[] = [
  { role: 'title', label: '标题', value: '关于公布服务事项目录的通知' },
  { role: 'docNumber', label: '发文字号', value: '青政〔2026〕8号' },
  { role: 'drafter', label: '拟 稿 人', value: '田小禾' },
  { role: 'draftedOn', label: '拟稿日期', value: '2026-03-16' },
  { role: 'reviewer', label: '审核人', value: '石大川' },
  { role: 'reviewedOn', label: '审核日期', value: '2026-03-17' },
  { role: 'approver', label: '签 发 人：', value: '何长青' },
  { role: 'approvedOn', label: '签发日期', value: '2026-03-18' },
];
const ALL = BOXES.map((_, index) => index);

interface Drawing {
  /** Indexes of boxes, in their order on the page. */
  order?: readonly number[];
  hidden?: ReadonlySet<number>;
  emptied?: ReadonlySet<number>;
  drawn?: 'cells' | 'inputs' | 'fields';
}

function draw({ order = ALL, hidden = new Set(), emptied = new Set(), drawn = 'cells' }: Drawing): string {
  const rows = order.map((index) => {
    const { label, value } = BOXES[index] ?? expect.unreachable();
    const text = emptied.has(index) ? '' : value;
    const away = hidden.has(index) ? ' style="display:none"' : '';
    if (drawn === 'fields')
      return `<div class="el-form-item"${away}><label class="el-form-item__label">${label}</label><div class="el-form-item__content"><input readonly value="${text}"></div></div>`;
    return `<tr${away}><td>${label}</td><td>${drawn === 'cells' ? text : `<input readonly value="${text}">`}</td></tr>`;
  });
  const form = drawn === 'fields' ? rows.join('') : `<table>${rows.join('')}</table>`;
  return `<!DOCTYPE html><html><head><title>发文单</title></head><body><h1>发文单</h1><div>已印发</div>${form}</body></html>`;
}

const read = async (html: string): Promise<DocumentModel> => readPage(await snapshotOfFile(html));

const statesOf = (model: DocumentModel): unknown => model.fields.map(({ role, state, value }) => [role, state, value]);
const drawings = fc.constantFrom('cells' as const, 'inputs' as const, 'fields' as const);
const someBoxes = fc.subarray(ALL).map((indexes) => new Set(indexes));
const runs = { numRuns: 12 };

// Each run parses a page of its own.
describe('a page', { timeout: 120_000 }, () => {
  it('reads alike in every order of its boxes and in every drawing', async () => {
    const expected = statesOf(await read(draw({})));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ALL, { minLength: ALL.length }), drawings, async (order, drawn) => {
        expect(statesOf(await read(draw({ order, drawn })))).toEqual(expected);
      }),
      runs,
    );
  });

  it('calls each emptied box blank, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(someBoxes, drawings, async (emptied, drawn) => {
        const model = await read(draw({ emptied, drawn }));
        for (const [index, { role }] of BOXES.entries())
          expect([role, fieldOf(model, role).state]).toEqual([role, emptied.has(index) ? 'blank' : 'present']);
      }),
      runs,
    );
  });

  it('never takes a box out of sight for filled or for empty', async () => {
    await fc.assert(
      fc.asyncProperty(someBoxes, someBoxes, drawings, async (hidden, emptied, drawn) => {
        const model = await read(draw({ hidden, emptied, drawn }));
        for (const index of hidden) {
          const { state, value } = fieldOf(model, BOXES[index]?.role ?? expect.unreachable());
          expect(['unreadable', 'absent']).toContain(state);
          expect(value).toBeUndefined();
        }
      }),
      runs,
    );
  });

  it('lets a visible value win over a hidden one, in either order', async () => {
    for (const drawn of ['cells', 'inputs', 'fields'] as const)
      for (const first of [true, false]) {
        const hidden = draw({ drawn, hidden: new Set(ALL) }).replaceAll(/(?<=[>"])(?:田小禾|石大川|何长青)/gu, '旧人');
        const body = (html: string): string => /<body>(.*)<\/body>/su.exec(html)?.[1] ?? expect.unreachable();
        const parts = [body(draw({ drawn })), body(hidden)];
        const model = await read(`<!DOCTYPE html><body>${(first ? parts : parts.reverse()).join('')}</body>`);
        for (const { role, value } of BOXES.filter((box) => ['drafter', 'reviewer', 'approver'].includes(box.role)))
          expect([drawn, first, fieldOf(model, role).state, fieldOf(model, role).value]).toEqual([
            drawn,
            first,
            'present',
            [value],
          ]);
      }
  });

  it('never makes a fault out of a silent frame', async () => {
    for (const away of ['', ' style="display:none"']) {
      const frame = `<iframe title="审批单" src="https://elsewhere.invalid/"${away}></iframe>`;
      const model = await read(draw({ order: [0, 1, 2] }).replace('</body>', `${frame}</body>`));
      expect(fieldOf(model, 'approver').state).toBe('unreadable');
      expect(fieldOf(model, 'drafter').state).toBe('present');
    }
  });

  it('says which reading it got', async () => {
    expect((await read(draw({}))).notes[0]).toMatchObject({
      kind: 'reader',
      text: expect.stringContaining('通用读法'),
    });
  });
});

it('makes a model of any snapshot', () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const model = readPage(snapshot);
      expect(model.fields.map((field) => field.role)).toEqual([...ROLES]);
      for (const field of model.fields) expect(field.state === 'present').toBe(field.value !== undefined);
    }),
    { numRuns: 300 },
  );
});
