import { expect, it } from 'vitest';
import { type DocumentSketch, documentFrom } from '../testing.ts';
import { entriesOf, entryOf, guidesOf } from './guides.ts';

/** Each service in lines: its name and what tells it apart, then label, state, value, places and tables of each entry. */
const shown = (sketch: DocumentSketch): string[][] =>
  guidesOf(documentFrom(sketch)).map(({ name, subject, entries }) => [
    `${name}/${subject}`,
    ...entries.map(({ label, state, value, sources, tables }) =>
      [
        label,
        state,
        value.replaceAll('\n', '↵'),
        sources.map((one) => (one.from === 'file' ? one.place.paragraph : 'box')).join(),
        tables.length,
      ].join(' '),
    ),
  ]);

it.each<[string, DocumentSketch, string[][]]>([
  [
    'boxes',
    {
      pairs: {
        '1.事项名称': '临时救助',
        受理条件: '无',
        收费标准: ' 无',
        是否收费: '',
        收费依据: '有无',
        承诺时限: { state: 'unreadable' },
        办理地点: { value: '一楼', hidden: true },
        咨询电话: { value: '12345', state: 'unreadable' },
      },
    },
    [
      [
        '临时救助/',
        '事项名称 filled 临时救助 box 0',
        '受理条件 empty  box 0',
        '收费标准 filled  无 box 0',
        '是否收费 empty  box 0',
        '收费依据 filled 有无 box 0',
        '承诺时限 unreadable  box 0',
        '咨询电话 unreadable  box 0',
      ],
    ],
  ],
  [
    'lines, headings and tables',
    {
      text: [
        '临时救助办事指南',
        '|收费标准|甲|',
        '一、事项名称：临时救助',
        '二、受理条件',
        '1.困难家庭；',
        '',
        '2.本镇居民。',
        '三、申请材料',
        '|材料名称|份数|',
        '|身份证|1|',
        '# 其他',
        '不计。',
        '办理流程：',
        '二十一、附则',
        '不计。',
        '四、收费标准',
        '无',
        '五、办理地点',
        '办理时间是工作日上午八点半至十二点，节假日除外',
        '办理时间：工作日',
        '咨询电话和监督投诉电话以及其他联系方式如下所列：12345',
      ],
    },
    [
      [
        '临时救助/',
        '事项名称 filled 临时救助 3 0',
        '受理条件 filled 1.困难家庭；↵2.本镇居民。 4 0',
        '申请材料 filled  8 1',
        '办理流程 empty  13 0',
        '收费标准 filled 无 16 0',
        '办理地点 filled 办理时间是工作日上午八点半至十二点，节假日除外 18 0',
        '办理时间 filled 工作日↵咨询电话和监督投诉电话以及其他联系方式如下所列：12345 20 0',
      ],
    ],
  ],
  [
    'two services in lines',
    { text: ['一、受理条件：不计', '事项名称：', '事项名称：甲', '承诺时限：1天', '事项名称：乙', '承诺时限：2天'] },
    [
      ['甲/甲', '事项名称 filled 甲 3 0', '承诺时限 filled 1天 4 0'],
      ['乙/乙', '事项名称 filled 乙 5 0', '承诺时限 filled 2天 6 0'],
    ],
  ],
  [
    'the boxes tell one service, the lines another',
    { pairs: { 事项名称: '甲', 办理地点: '一楼' }, text: ['事项名称：乙', '办理时间：工作日'] },
    [
      [
        '甲/',
        '事项名称 filled 甲 box 0',
        '办理地点 filled 一楼 box 0',
        '事项名称 filled 乙 1 0',
        '办理时间 filled 工作日 2 0',
      ],
    ],
  ],
  [
    'the boxes tell no service, the lines one',
    { pairs: { 办理地点: '一楼' }, text: ['事项名称：乙'] },
    [['乙/', '事项名称 filled 乙 1 0', '办理地点 filled 一楼 box 0']],
  ],
  [
    'one label twice, and a part was not read',
    { text: ['承诺时限：1天', '承诺时限：2天'], notes: [{ kind: 'unreadable' }] },
    [],
  ],
  [
    'one label once, and a part was not read',
    { text: ['承诺时限：1天'], notes: [{ kind: 'unreadable' }] },
    [['/', '承诺时限 filled 1天 1 0']],
  ],
  [
    'a list of services',
    {
      text: [
        '|序号|事项名称|承诺时限|收费标准|说明|',
        '|1|甲|1天|无|略|',
        '|2|乙||10元|略|',
        '|3||3天|无|略|',
        '|4|丁||无|略|',
      ],
    },
    [
      ['甲/甲', '事项名称 filled 甲 1 0', '承诺时限 filled 1天 1 0', '收费标准 filled 无 1 0'],
      ['乙/乙', '事项名称 filled 乙 1 0', '收费标准 filled 10元 1 0'],
      ['/序号3', '承诺时限 filled 3天 1 0', '收费标准 filled 无 1 0'],
      ['丁/丁', '事项名称 filled 丁 1 0', '收费标准 filled 无 1 0'],
    ],
  ],
  ['a list of two columns', { text: ['|事项名称|承诺时限|说明|', '|甲|1天|略|'] }, [['/']]],
  ['a list without names', { text: ['|承诺时限|法定时限|收费标准|', '|1天|2天|无|'] }, [['/']]],
  [
    'what is out of sight',
    {
      blocks: [
        {
          kind: 'header',
          text: '办理地点：一楼',
          region: 'body',
          source: { from: 'page', frame: '', label: '', path: '' },
        },
        {
          kind: 'footer',
          text: '办理地点：二楼',
          region: 'body',
          source: { from: 'page', frame: '', label: '', path: '' },
        },
        {
          kind: 'paragraph',
          text: '办理地点：三楼',
          region: 'body',
          hidden: true,
          source: { from: 'page', frame: '', label: '', path: '' },
        },
        {
          kind: 'paragraph',
          text: '办理地点：四楼\n办理时间：工作日',
          region: 'body',
          source: { from: 'page', frame: '', label: '', path: '' },
        },
      ],
    },
    [['/', '办理地点 filled 四楼 box 0', '办理时间 filled 工作日 box 0']],
  ],
])('%s', (_, sketch, expected) => {
  expect(shown(sketch)).toEqual(expected);
});

it('finds what is filled before what gives no text, and that before what is empty', () => {
  const of = (pairs: DocumentSketch['pairs']) => {
    const [guide] = guidesOf(documentFrom(pairs ? { pairs } : {}));
    const wanted = { name: '咨询电话', words: '联系电话 联系方式' };
    return guide ? [entryOf(guide, wanted)?.label, entriesOf(guide, wanted).map(({ value }) => value)] : undefined;
  };
  expect(of({ 联系电话: '', 咨询电话: { state: 'unreadable' }, 联系方式: '12345' })).toEqual(['联系方式', ['12345']]);
  expect(of({ 联系电话: '', 咨询电话: { state: 'unreadable' } })).toEqual(['咨询电话', []]);
  expect(of({ 联系电话: '', 联系方式: '' })).toEqual(['联系电话', []]);
  expect(of({ 办理地点: '一楼' })).toEqual([undefined, []]);
});
