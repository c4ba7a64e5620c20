import { fc } from '../base/testing.ts';
import { labelKey } from '../base/text.ts';
import { openPage } from '../files/html/saved-page.ts';
import { capture } from '../page/capture.ts';
import type { PageNode, PageSnapshot } from '../page/snapshot.ts';
import { snapshotOf } from '../page/testing.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { labelledValues } from './pairs/pairs.ts';
import { surveyPage } from './survey/survey.ts';

/** Words that tests take for labels. */
const LABELS = new Set(
  '拟稿人 拟办人 起草人 核稿人 审核 审核人 签发 签发人 批准 批准人 编制 承办人 负责人 拟稿日期 日期 标题 公文标题 发文字号 密级 紧急程度 文种 审核日期 签发日期 批准日期 主送 联系电话 厅领导批示 领导批示 拟稿部门 办理结果 正文 填写人 会签'.split(
    ' ',
  ),
);

/** The pairs of a snapshot, whatever a label means. */
export function pairsOfSnapshot(snapshot: PageSnapshot): LabelledValue[] {
  return labelledValues(snapshot, surveyPage(snapshot), (text) => LABELS.has(labelKey(text)));
}

export async function pairsOf(html: string): Promise<LabelledValue[]> {
  return pairsOfSnapshot(await snapshotOf(html));
}

/** Pairs as short lines: `label=value`, with `?` for empty, `!` for unreadable, `~` for hidden, `*` for required, `#` for a picture. */
export async function linesOf(html: string): Promise<string[]> {
  return (await pairsOf(html)).map(
    (pair) =>
      `${pair.hidden ? '~' : ''}${pair.label}${pair.required ? '*' : ''}=${pair.state === 'filled' ? pair.value : pair.state === 'empty' ? '?' : '!'}${pair.picture ? '#' : ''}`,
  );
}

/** The snapshot of a saved page, as the command line takes it. */
export async function snapshotOfFile(html: string, name = 'page.html'): Promise<PageSnapshot> {
  const page = await openPage(name, new TextEncoder().encode(html), () => undefined);
  const snapshot = await capture(page.document);
  page.close();
  return snapshot;
}

/** Any tree of nodes, with words that readers look for in every path. */
const words = fc.constantFrom(
  '拟稿人',
  '签发人：',
  '正文',
  '序号',
  '操作',
  '处理人',
  '时间',
  '王芳 同意 2026-03-18',
  '→',
  '附件：1.甲 2.乙',
  '机密★1年',
  '',
  '\u0000\ud800',
);
const path = fc.constantFrom(1, 3, '2 1', '#box', '#box 2 4');
/** Cells and items: text, or nodes, or neither. */
const holders = (nodes: fc.Arbitrary<PageNode[]>) =>
  fc.oneof(
    fc.record({ path, nodes, hidden: fc.constant(true as const) }, { requiredKeys: ['nodes'] }),
    fc.record({ path, text: words }, { requiredKeys: [] }),
  );
const { node } = fc.letrec<{ node: PageNode; nodes: PageNode[] }>((tie) => {
  const nodes = tie('nodes');
  const made = <Rest extends Record<string, unknown>>(rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> }) =>
    fc
      .tuple(fc.record(rest), fc.record({ path, hidden: fc.constant(true as const) }, { requiredKeys: [] }))
      .map(([one, where]) => ({ ...one, ...where }) as unknown as PageNode);
  return {
    nodes: fc.array(tie('node'), { maxLength: 4 }),
    node: fc.oneof(
      { depthSize: 'small' },
      made({ type: fc.constant('text'), text: words }),
      made({ type: fc.constant('heading'), level: fc.integer({ min: 1, max: 9 }), text: words }),
      made({ type: fc.constant('control'), control: fc.constantFrom('text', 'editor', 'password'), value: words }),
      made({ type: fc.constant('frame'), frame: fc.constantFrom('', '0', '9') }),
      made({ type: fc.constant('embed'), name: words }),
      made({ type: fc.constant('field'), label: words, nodes }),
      made({ type: fc.constant('group'), role: fc.constantFrom('form', 'search', 'article'), nodes }),
      made({
        type: fc.constant('list'),
        list: fc.constantFrom('plain', 'timeline'),
        items: fc.array(holders(nodes), { maxLength: 3 }),
      }),
      made({
        type: fc.constant('table'),
        rows: fc.array(
          fc.record({ path, cells: fc.array(holders(nodes), { maxLength: 5 }) }, { requiredKeys: ['cells'] }),
          {
            maxLength: 4,
          },
        ),
      }),
    ),
  };
});

/** Any snapshot: a top frame with such nodes, and a frame in it that was read or was not. */
export const anySnapshot: fc.Arbitrary<PageSnapshot> = fc
  .tuple(fc.array(node, { maxLength: 6 }), fc.boolean())
  .map(([nodes, lost]) => ({
    schema: 'duibiao/page@2',
    url: 'http://oa.test/',
    title: '',
    frames: [
      { path: '', url: 'http://oa.test/', label: '', state: 'read', nodes },
      { path: '0', url: '', label: '', state: lost ? 'unreadable' : 'read', nodes: [] },
    ],
    gaps: [],
  }));
