import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import type { Source } from '../base/source.ts';
import { readDocument } from '../files/read.ts';
import { paragraph, wordFile } from '../files/testing.ts';
import { snapshotOf } from '../page/testing.ts';
import { readPage } from '../readers/index.ts';
import { findSecrecy } from './classified.ts';

const source: Source = { from: 'page', frame: '', label: '', path: '1' };
const NO_FIELD = { state: 'absent', label: '', written: '', sources: [] } as const;

/**
 * Where a mark or a box stands. box: a label with its value as it was paired; cells: side by side in a table that no pair
 * was made of; column: a value under its head; line: label and value in a line of text; top, header, stamp: a line alone.
 */
type Place = 'box' | 'cells' | 'column' | 'line' | 'top' | 'header' | 'stamp' | 'deep';

const block = (text: string, more: Partial<Block> = {}): Block => ({
  kind: 'paragraph',
  text,
  region: 'body',
  source,
  ...more,
});
const table = (rows: string[][], more: Partial<Block> = {}): Block =>
  block(rows.map((row) => row.join('\t')).join('\n'), { kind: 'table', rows, ...more });
const PROSE = Array.from({ length: 14 }, (_, index) => block(`第${index + 1}段正文。`));

function judged(place: Place, label: string, value: string) {
  const about = (blocks: Block[]) => findSecrecy(NO_FIELD, [], blocks);
  switch (place) {
    case 'box':
      return findSecrecy(NO_FIELD, [{ label, value, state: value === '' ? 'empty' : 'filled', source }], []);
    case 'cells':
      return about([
        table(
          [
            ['标题', '关于某事的通知'],
            [label, value],
          ],
          { region: 'form' },
        ),
      ]);
    case 'column':
      return about([
        ...PROSE,
        table([
          ['序号', label],
          ['1', value],
        ]),
      ]);
    case 'line':
      return about([...PROSE, block(`${label}：${value}`)]);
    case 'top':
      return about([block(value), block('关于某事的通知')]);
    case 'header':
      return about([...PROSE, block(value, { kind: 'header' })]);
    case 'stamp':
      return about([block('发文稿纸', { region: 'form' }), block(value, { region: 'form' })]);
    case 'deep':
      return about([...PROSE, block(value)]);
  }
}

/** One row a case: place, label (empty where the line stands alone), value, and the degree that it bears. */
const POSITIVES: readonly (readonly [Place, string, string, string])[] = [
  // Labels of every make.
  ['box', '密级', '秘密', '秘密'],
  ['box', '密级', '机密', '机密'],
  ['box', '密级', '绝密', '绝密'],
  ['box', '密 级', '秘密', '秘密'],
  ['box', '密　　级：', '机密', '机密'],
  ['box', '密级程度', '秘密', '秘密'],
  ['box', '机密程度', '秘密', '秘密'],
  ['box', '机密程度', '机密', '机密'],
  ['box', '机密等级', '绝密', '绝密'],
  ['box', '保密等级', '秘密', '秘密'],
  ['box', '保密级别', '机密', '机密'],
  ['box', '保密程度', '机密', '机密'],
  ['box', '涉密级别', '秘密', '秘密'],
  ['box', '涉密等级', '机密', '机密'],
  ['box', '涉密程度', '机密', '机密'],
  ['box', '文件密级', '秘密', '秘密'],
  ['box', '公文密级', '秘密', '秘密'],
  ['box', '信息密级', '机密', '机密'],
  ['box', '秘密等级', '绝密', '绝密'],
  ['box', '秘密程度', '秘密', '秘密'],
  ['box', '密级标志', '秘密', '秘密'],
  ['box', '密级标识', '机密', '机密'],
  ['box', '密别', '秘密', '秘密'],
  ['box', '密等', '机密', '机密'],
  ['box', '定密情况', '秘密', '秘密'],
  ['box', '涉密类型', '机密', '机密'],
  ['box', '*密级', '秘密', '秘密'],
  ['box', '（密级）', '秘密', '秘密'],
  ['box', '密级（保密期限）', '秘密1年', '秘密'],
  ['box', '密级和保密期限', '机密★10年', '机密'],
  ['box', '密级及期限', '秘密（3年）', '秘密'],
  ['box', '保密期限', '秘密★1年', '秘密'],
  ['box', '保密', '机密', '机密'],
  ['box', '涉密', '秘密', '秘密'],
  ['box', '是否涉密', '秘密', '秘密'],
  ['box', '保密审查意见', '秘密级，同意', '秘密'],
  // Values of every make.
  ['box', '密级', '秘密★1年', '秘密'],
  ['box', '密级', '秘密★长期', '秘密'],
  ['box', '密级', '机密☆20年', '机密'],
  ['box', '密级', '绝密★', '绝密'],
  ['box', '密级', '★机密', '机密'],
  ['box', '密级', '秘 密', '秘密'],
  ['box', '密级', '秘　密', '秘密'],
  ['box', '密级', '机\u200b密', '机密'],
  ['box', '密级', '秘密 1 年', '秘密'],
  ['box', '密级/缓急', '秘密/特急', '秘密'],
  ['box', '保密級別', '機密', '机密'],
  ['box', '密级', '秘密一年', '秘密'],
  ['box', '密级', '秘密１年', '秘密'],
  ['box', '密级', '机密级', '机密'],
  ['box', '密级', '【机密】', '机密'],
  ['box', '密级', '（秘密）', '秘密'],
  ['box', '密级', '秘密 特急', '秘密'],
  ['box', '密级', '机密·加急', '机密'],
  ['box', '密级', '機密', '机密'],
  ['box', '密级', '絕密', '绝密'],
  ['box', '密级', '祕密', '秘密'],
  ['box', '密级', '机密文件', '机密'],
  ['box', '密级', '秘密，保密期限1年', '秘密'],
  ['box', '密级', '□公开 ☑秘密 □机密', '秘密'],
  ['box', '密级', '公开□ 秘密□ 机密☑', '机密'],
  ['box', '密级', '○普通 ●机密 ○绝密', '机密'],
  ['box', '密级', '(√)秘密 ( )机密', '秘密'],
  ['box', '级别', '机密★1年', '机密'],
  // Where no pair was made.
  ['cells', '密级程度', '秘密', '秘密'],
  ['cells', '文件涉密级别', '机密', '机密'],
  ['cells', '保密情况', '机密★5年', '机密'],
  ['cells', '密 级', '秘 密', '秘密'],
  ['column', '密级', '秘密', '秘密'],
  ['column', '涉密等级', '机密', '机密'],
  ['line', '密级', '秘密', '秘密'],
  ['line', '密  级', '机密', '机密'],
  ['line', '文件密级', '机密★1年', '机密'],
  ['line', '份号：000012　密级', '秘密　紧急程度：特急', '秘密'],
  // Alone on a line.
  ['top', '', '秘密', '秘密'],
  ['top', '', '机密', '机密'],
  ['top', '', '绝 密', '绝密'],
  ['top', '', '机密★1年', '机密'],
  ['top', '', '秘密 ★ 长期', '秘密'],
  ['top', '', '000123 机密★1年', '机密'],
  ['top', '', '秘密一年', '秘密'],
  ['top', '', '【秘密】', '秘密'],
  ['top', '', '机密　特急', '机密'],
  ['top', '', '密级：秘密', '秘密'],
  ['top', '', '绝密★启用前', '绝密'],
  ['header', '', '秘密', '秘密'],
  ['header', '', '机密★3年', '机密'],
  ['stamp', '', '机密', '机密'],
  ['stamp', '', '秘　密', '秘密'],
  ['stamp', '', '绝密★1年', '绝密'],
  ['deep', '', '秘密★1年', '秘密'],
];

/** Nothing is stopped and nothing is asked. */
const NEGATIVES: readonly (readonly [Place, string, string])[] = [
  // A box of secrecy that says that there is none.
  ['box', '密级', '无'],
  ['box', '密级', '非密'],
  ['box', '密级', '公开'],
  ['box', '密级', '普通'],
  ['box', '密级', '一般'],
  ['box', '密级', '不涉密'],
  ['box', '密级', '非涉密'],
  ['box', '密级', '无密级'],
  ['box', '密级', '非密件'],
  ['box', '密级', '未定密'],
  ['box', '密级', '不属于国家秘密'],
  ['box', '密级', '不涉及国家秘密'],
  ['box', '密级', '非国家秘密'],
  ['box', '密级', '普通（非密）'],
  ['box', '密级', '平件'],
  ['box', '密级', '明电'],
  ['box', '密级', '主动公开'],
  ['box', '密级', '依申请公开'],
  ['box', '密级', '/'],
  ['box', '密级', '—'],
  ['box', '密级', ''],
  ['box', '密级', '请选择'],
  ['box', '密级', '请选择密级'],
  ['box', '密级', '--请选择--'],
  ['box', '密级', 'XX'],
  ['box', '密级', '非秘'],
  ['box', '密件', '否'],
  ['box', '密级/缓急', '普通/特急'],
  ['box', '密级', '□绝密 □机密 □秘密'],
  ['box', '密级', '☑公开 □秘密 □机密'],
  ['box', '密级', '●非密 ○秘密'],
  ['box', '密级程度', '公开'],
  ['box', '机密程度', '普通'],
  ['box', '保密等级', '无'],
  ['box', '涉密级别', '不涉密'],
  ['box', '是否涉密', '否'],
  ['box', '是否涉密', '不涉密'],
  ['box', '有无涉密内容', '无'],
  ['box', '保密期限', '无'],
  ['box', '保密期限', ''],
  ['box', '保密审查', '已审查，同意公开'],
  ['box', '保密审查意见', '不涉密，同意发布'],
  ['box', '保密审查人', '王芳'],
  ['box', '保密要求', '秘密文件不得带出机关。'],
  ['box', '保密责任人', '李明'],
  ['box', '保密承诺书', '已签订'],
  ['box', '密码', '123'],
  ['box', '密码', '秘密花园'],
  ['box', '密封情况', '完好'],
  ['box', '密集时段', '上午'],
  // Boxes of another kind.
  ['box', '控制级别', '内部'],
  ['box', '受控状态', '内部'],
  ['box', '文件性质', '内部资料'],
  ['box', '标准类别', '内部标准'],
  ['box', '发放范围', '内部使用'],
  ['box', '标题', '关于加强保密工作的通知'],
  ['box', '标题', '秘密战线英雄事迹学习安排'],
  ['box', '标题', '机密文件管理办法'],
  ['box', '紧急程度', '特急'],
  ['box', '文种', '通知'],
  ['box', '部门', '秘书科'],
  ['box', '机构', '机关党委'],
  ['cells', '控制级别', '内部'],
  ['cells', '密级', '公开'],
  ['cells', '密级', ''],
  ['cells', '密级', '紧急程度'],
  ['cells', '密级', '保密期限'],
  ['cells', '培训内容', '保守国家秘密法'],
  ['cells', '保密教育', '已开展'],
  ['column', '密级', '公开'],
  ['column', '保密审查', '通过'],
  ['line', '密级', '公开'],
  ['line', '密级', '无　紧急程度：平件'],
  ['line', '密级分为', '绝密、机密、秘密'],
  ['line', '保密要求', '机密文件由专人保管，不得外传。'],
  ['line', '各部门应当做好保密工作', '秘密文件专柜存放'],
  // Words in running text, alone or not.
  ['top', '', '要严守国家秘密，做好保密工作。'],
  ['top', '', '机密文件的管理由办公室负责'],
  ['top', '', '秘密工作条例学习心得'],
  ['top', '', '内部资料'],
  ['top', '', '内部标准'],
  ['top', '', '内部'],
  ['top', '', '内部使用'],
  ['top', '', '秘书处'],
  ['top', '', '绝密档案展览开幕'],
  ['header', '', '内部标准'],
  ['header', '', '第1页'],
  ['stamp', '', '内部资料'],
  ['stamp', '', '已审核'],
  ['stamp', '', '保密'],
  ['deep', '', '秘密'],
  ['deep', '', '机密'],
  ['deep', '', '内部资料，注意保存。'],
  ['deep', '', '密级由定密责任人确定，分为绝密、机密、秘密三级。'],
];

/** A person is asked before it is kept; nothing stops. */
const QUESTIONS: readonly (readonly [Place, string, string, string])[] = [
  ['box', '密级', '内部', 'internal'],
  ['box', '密级程度', '内部', 'internal'],
  ['box', '保密等级', '工作秘密', 'internal'],
  ['box', '密级', '内部资料', 'internal'],
  ['box', '密级', '商业秘密', 'internal'],
  ['cells', '涉密级别', '内部', 'internal'],
  ['line', '密级', '工作秘密', 'internal'],
  ['top', '', '内部资料 注意保存', 'internal'],
  ['top', '', '工作秘密★1年', 'internal'],
  ['box', '密级', '秘蜜', 'unsure'],
  ['box', '密级', '泌密', 'unsure'],
  ['box', '密级', '密', 'unsure'],
  ['box', '密级', '□密', 'unsure'],
  ['box', '密级', '机□', 'unsure'],
  ['box', '密级', '机★1年', 'unsure'],
  ['box', '密级', '涉密', 'unsure'],
  ['box', '密级', '国家秘密', 'unsure'],
  ['box', '密级', '2', 'unsure'],
  ['box', '密级', '公开 秘密', 'unsure'],
  ['box', '密级', '绝密/机密/秘密', 'unsure'],
  ['box', '密级', '☑秘密 ☑机密', 'unsure'],
  ['box', '是否涉密', '是', 'unsure'],
  ['box', '密件', '是', 'unsure'],
  ['box', '保密', '是', 'unsure'],
  ['box', '文件保密', '内部', 'internal'],
  ['box', '保密期限', '10年', 'unsure'],
  ['box', '文件等级', '机密', 'unsure'],
];

const named = (row: readonly string[]): string => row.join(' | ');

describe('a table of what bears a classification and what does not', () => {
  it(`has ${POSITIVES.length} marks, ${NEGATIVES.length} that are none and ${QUESTIONS.length} questions`, () => {
    expect(new Set(POSITIVES.map(named)).size).toBe(POSITIVES.length);
    expect(new Set(NEGATIVES.map(named)).size).toBe(NEGATIVES.length);
    expect(POSITIVES.length).toBeGreaterThanOrEqual(80);
    expect(NEGATIVES.length).toBeGreaterThanOrEqual(80);
  });
  it.each(POSITIVES.map((row) => [named(row), row] as const))('%s', (_, [place, label, value, mark]) => {
    expect(judged(place, label, value)).toMatchObject({ judged: 'classified', mark });
  });
  it.each(NEGATIVES.map((row) => [named(row), row] as const))('none: %s', (_, [place, label, value]) => {
    expect(judged(place, label, value)).toBeUndefined();
  });
  it.each(QUESTIONS.map((row) => [named(row), row] as const))('asked: %s', (_, [place, label, value, why]) => {
    expect(judged(place, label, value)).toMatchObject({ judged: 'ask', why });
  });
});

describe('findSecrecy', () => {
  const box = (label: string, more: object) => ({ label, value: '', state: 'filled' as const, source, ...more });

  it('asks where the box gives no text, and where its mark is out of sight', () => {
    expect(findSecrecy(NO_FIELD, [box('密级', { state: 'unreadable' })], [])).toMatchObject({ why: 'unreadable' });
    expect(findSecrecy(NO_FIELD, [box('密级', { picture: true })], [])).toMatchObject({ why: 'unreadable' });
    expect(findSecrecy(NO_FIELD, [box('密级', { value: '机密', hidden: true })], [])).toMatchObject({ why: 'unsure' });
    expect(findSecrecy(NO_FIELD, [box('密级', { value: '内部', hidden: true })], [])).toBeUndefined();
    expect(findSecrecy(NO_FIELD, [box('密级', { value: '机密', predicted: true })], [])).toBeUndefined();
  });

  it('takes the field that somebody taught, whatever its label', () => {
    const taught = { state: 'present', value: '秘密', label: 'mj', written: '秘密', sources: [source] } as const;
    expect(findSecrecy(taught, [], [])).toMatchObject({ judged: 'classified' });
  });

  it('asks about a list of all degrees, in a column, in a row, in boxes', () => {
    const column = table([
      ['密级', '最长期限'],
      ['绝密', '30年'],
      ['机密', '20年'],
      ['秘密', '10年'],
    ]);
    for (const blocks of [[...PROSE, column], [table([['密级', '绝密', '机密', '秘密']])]])
      expect(findSecrecy(NO_FIELD, [], blocks)).toMatchObject({ judged: 'ask' });
    // A register of two documents bears what they bear.
    const register = table([['密级'], ['公开'], ['秘密'], ['机密']]);
    expect(findSecrecy(NO_FIELD, [], [...PROSE, register])).toMatchObject({ judged: 'classified' });
  });

  it('does not ask about a period of secrecy beside a box that says that there is none', () => {
    const boxes = [box('密级', { value: '公开' }), box('保密期限', { value: '10年' })];
    expect(findSecrecy(NO_FIELD, boxes, [])).toBeUndefined();
  });

  it('comes to an end on hostile text', () => {
    const long = '密'.repeat(200_000);
    expect(findSecrecy(NO_FIELD, [box(long, { value: long })], [block(long), table([[long, long]])])).toBeUndefined();
  });
});

it('asks about a degree in a list beside the form, and stops where the list is the document', () => {
  const rows = [
    ['序号', '标题', '密级'],
    ['1', '关于防火重点部位的报告', '秘密'],
    ['2', '关于窗口轮岗的通知', '公开'],
  ];
  const list = (more: Partial<Block>) => findSecrecy(NO_FIELD, [], [table(rows, { plain: true, ...more })]);
  expect(list({ region: 'form' })).toMatchObject({ judged: 'ask', why: 'unsure', mark: '秘密' });
  expect(list({ region: 'body' })).toMatchObject({ judged: 'classified', mark: '秘密' });
});

const sheet = (rows: string, before = ''): string =>
  `${before}<h1>发文稿纸</h1><table><tr><td>标题</td><td>关于开展窗口巡查的通知</td></tr><tr><td>拟稿人</td><td>周三</td></tr>
${rows}<tr><td>紧急程度</td><td>普通</td></tr><tr><td>签发人</td><td>孙二</td></tr></table>`;
const row = (label: string, value: string): string => sheet(`<tr><td>${label}</td><td>${value}</td></tr>`);
const radio = (...options: string[]): string =>
  options
    .map(
      (option) =>
        `<label><input type="radio" name="m"${option.startsWith('*') ? ' checked' : ''}>${option.replace('*', '')}</label>`,
    )
    .join('');
const drawnRadio = (...options: string[]): string =>
  options
    .map((option) => {
      const checked = option.startsWith('*');
      return `<label class="el-radio${checked ? ' is-checked' : ''}"><span class="el-radio__input${checked ? ' is-checked' : ''}"><input type="radio" class="el-radio__original"${checked ? ' checked' : ''}></span><span class="el-radio__label">${option.replace('*', '')}</span></label>`;
    })
    .join('');

describe('a page as it is captured and read', () => {
  it.each([
    ['text', row('密级程度', '秘密'), '秘密'],
    ['an unknown label', row('文件涉密情况', '机密'), '机密'],
    ['an input', row('保密级别', '<input value="机密★1年">'), '机密'],
    ['radio buttons', row('密级程度', radio('公开', '*秘密', '机密')), '秘密'],
    ['a select', row('机密程度：<select><option>请选择</option><option selected>秘密</option></select>', ''), '秘密'],
    [
      'a select of an unknown label',
      row('定密等级', '<select><option>无</option><option selected>机密</option></select>'),
      '机密',
    ],
    [
      'a drawn select',
      row(
        '涉密级别',
        '<div class="el-select"><div class="el-input"><input class="el-input__inner" readonly value="秘密"></div></div>',
      ),
      '秘密',
    ],
    [
      'another drawn select',
      row(
        '涉密级别',
        '<div class="ant-select"><div class="ant-select-selector"><span class="ant-select-selection-item" title="机密">机密</span></div></div>',
      ),
      '机密',
    ],
    ['drawn radio buttons', row('密级', drawnRadio('公开', '秘密', '*机密')), '机密'],
    ['ticked boxes in text', row('密级', '□公开 ☑秘密 □机密'), '秘密'],
    ['spaced letters', row('密　级', '秘　密'), '秘密'],
    ['a header', sheet('', '<header>秘密★1年</header>'), '秘密'],
    ['a stamp', sheet('', '<div style="position:absolute"><span>机密</span></div>'), '机密'],
    ['a line of text', `${sheet('')}<p>密级：秘密</p>`, '秘密'],
  ])('%s', async (_, html, mark) => {
    expect(readPage(await snapshotOf(html)).classified).toMatchObject({ mark });
  });

  it.each([
    ['an inside matter', row('密级', '内部'), 'internal'],
    [
      'a drawn select of an inside matter',
      row(
        '密级',
        '<div class="el-select"><div class="el-input"><input class="el-input__inner" readonly value="工作秘密"></div></div>',
      ),
      'internal',
    ],
    ['a picture', row('密级', '<img src="a.png">'), 'unreadable'],
    ['a control', row('密级', '<object data="x.bin" type="application/x-weboffice"></object>'), 'unreadable'],
    ['a row out of sight', sheet('<tr style="display:none"><td>密级</td><td>机密</td></tr>'), 'unsure'],
  ])('asks about %s', async (_, html, why) => {
    const model = readPage(await snapshotOf(html));
    expect(model).not.toHaveProperty('classified');
    expect(model.askBeforeKeeping).toMatchObject({ why });
  });

  it.each([
    ['公开', row('密级程度', '公开')],
    ['nothing chosen', row('密级', radio('公开', '秘密', '机密'))],
    ['nothing chosen in a select', row('密级', '<select><option>请选择</option><option>秘密</option></select>')],
    ['公开 chosen', row('密级', drawnRadio('*公开', '秘密', '机密'))],
    ['控制级别', row('控制级别', '内部')],
    ['no box', sheet('')],
  ])('is silent about %s', async (_, html) => {
    const model = readPage(await snapshotOf(html));
    expect(model).not.toHaveProperty('classified');
    expect(model).not.toHaveProperty('askBeforeKeeping');
  });

  it('reads the box under its role', async () => {
    const model = readPage(await snapshotOf(row('密级程度', '公开')));
    expect(model.fields.find(({ role }) => role === 'secrecy')).toMatchObject({ state: 'present', value: '公开' });
  });
});

describe('a Word document as it is read', () => {
  const read = (parts: Parameters<typeof wordFile>[0]) =>
    readDocument('a.docx', wordFile(parts), { uri: 'a.docx', sha256: '0'.repeat(64), beside: () => undefined });
  const title = paragraph('关于开展窗口巡查的通知');
  const cells = (...texts: string[]): string => texts.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('');
  const table = (...rows: string[][]): string =>
    `<w:tbl>${rows.map((texts) => `<w:tr>${cells(...texts)}</w:tr>`).join('')}</w:tbl>`;
  const box = (text: string): string =>
    `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`;

  it.each([
    ['at the top left', { body: paragraph('机密★1年') + title }, '机密'],
    ['in a text box', { body: box('秘 密') + title }, '秘密'],
    ['in a table of unknown labels', { body: title + table(['文件涉密情况', '秘密'], ['拟稿人', '王芳']) }, '秘密'],
    ['in a line of its own label', { body: title + paragraph('密级程度：秘密　紧急程度：特急') }, '秘密'],
  ])('bears a mark %s', async (_, parts, mark) => {
    expect((await read(parts)).classified).toMatchObject({ mark });
  });

  it('bears a mark in its header', async () => {
    const body = `${title}<w:sectPr><w:headerReference w:type="default" r:id="rH1"/></w:sectPr>`;
    expect((await read({ body, headers: [paragraph('绝密')] })).classified).toMatchObject({ mark: '绝密' });
  });

  it('is read where it is only controlled', async () => {
    const body = `${paragraph('窗口检查作业指导书')}${table(['文件名称', '窗口检查作业指导书'], ['控制级别', '内部'])}${paragraph('内部资料')}`;
    const model = await read({ body });
    expect(model).not.toHaveProperty('classified');
    expect(model).not.toHaveProperty('askBeforeKeeping');
  });
});
