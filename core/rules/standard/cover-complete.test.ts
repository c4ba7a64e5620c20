import { type DocumentSketch, describeRule } from '../testing.ts';
import { coverComplete } from './cover-complete.ts';
import { inOldTime, PREFACE, REFERENCES, SCOPE, TERMS, TEXT_CASES } from './text-cases.ts';

const FIELDS = { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20', effectiveOn: '2022-10-01' } as const;
const LINES = [
  'Q/JZBM 101—2022',
  '甲镇便民服务中心标准',
  '窗口服务规范',
  '2022-09-20 发布　2022-10-01 实施',
  '甲镇便民服务中心　发布',
];
const covered = (
  lines: string[],
  fields: DocumentSketch['fields'] = FIELDS,
  title = '窗口服务规范',
): DocumentSketch => ({
  kind: 'standard',
  title,
  fields,
  text: [...lines, ...PREFACE, ...SCOPE, ...REFERENCES, ...TERMS, '# 4 服务要求', '应微笑。'],
});
const without = (role: keyof typeof FIELDS): DocumentSketch['fields'] => ({ ...FIELDS, [role]: { state: 'absent' } });
const blank = (role: string): DocumentSketch['fields'] => ({ ...FIELDS, [role]: '' });

describeRule(coverComplete, [
  ...TEXT_CASES,
  { name: 'whole', document: covered(LINES), reasons: ['passed'] },
  { name: 'whole, in the time of the edition before', document: inOldTime(covered(LINES)), reasons: ['passed'] },
  {
    name: 'the issuer in a box',
    document: covered(LINES.slice(0, 1), { ...FIELDS, issuer: '甲镇便民服务中心' }, '窗口服务规范'),
    reasons: ['no-cover'],
  },
  { name: 'a blank day', document: covered(LINES, blank('effectiveOn')), reasons: ['blank'] },
  {
    name: 'a blank number',
    document: covered(LINES, blank('docNumber')),
    reasons: ['blank'],
    told: [['封面的标准编号是空的。', 'docNumber', '发文字号', '']],
  },
  {
    name: 'a day that a later step fills',
    document: covered(LINES, { ...FIELDS, publishedOn: { state: 'blank', pending: true } }),
    reasons: ['waits'],
  },
  {
    name: 'no day of coming into force',
    document: covered([...LINES.slice(0, 3), '2022-09-20 发布', '甲镇便民服务中心　发布'], without('effectiveOn')),
    reasons: ['missing'],
  },
  {
    name: 'a day that the text tells',
    document: {
      ...covered([...LINES.slice(0, 3), '2022-09-20 发布', '甲镇便民服务中心　发布'], without('effectiveOn')),
      text: [
        ...LINES.slice(0, 3),
        '2022-09-20 发布',
        '甲镇便民服务中心　发布',
        ...PREFACE,
        '本文件自发布之日起实施。',
        ...SCOPE,
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a month instead of a day',
    document: covered([...LINES.slice(0, 3), '2022年9月 发布　2022年10月 实施', '甲镇便民服务中心　发布'], {
      docNumber: FIELDS.docNumber,
    }),
    reasons: ['passed'],
  },
  {
    name: 'days that nobody filled in',
    document: covered([...LINES.slice(0, 3), '××××-××-×× 发布　××××-××-×× 实施', '甲镇便民服务中心　发布'], {
      docNumber: FIELDS.docNumber,
    }),
    reasons: ['passed'],
  },
  { name: 'no number', document: covered(LINES.slice(1), without('docNumber')), reasons: ['missing'] },
  {
    name: 'a number of another form',
    document: covered(['YTBM-101-2022', ...LINES.slice(1)], without('docNumber')),
    reasons: ['passed'],
  },
  {
    name: 'no title',
    document: covered(LINES.toSpliced(2, 1), FIELDS, ''),
    reasons: ['missing'],
    told: [['封面没有写标准名称。', 'title', '1', '']],
  },
  { name: 'a title that was not read as one', document: covered(LINES, FIELDS, ''), reasons: ['passed'] },
  {
    name: 'no issuer',
    document: covered(['Q/JZBM 101—2022', '窗口服务规范', '2022-09-20 发布　2022-10-01 实施']),
    reasons: ['no-issuer'],
    told: [['封面没有写发布机构。', 'issuer', '1', '']],
  },
  { name: 'no cover at all', document: covered([], {}), reasons: ['no-cover'] },
  {
    name: 'no preface: a piece of a text',
    document: { ...covered(LINES), text: [...LINES.slice(0, 1), ...SCOPE, ...TERMS] },
    reasons: ['no-cover'],
  },
  {
    name: 'a day that gives no text',
    document: covered(LINES, { ...FIELDS, effectiveOn: { state: 'unreadable' } }),
    reasons: ['unreadable'],
    told: [['封面上有一项没读到，没有判断。', 'effectiveOn', '实施日期', '']],
  },
  { name: 'a title that the cover tells alone', document: covered(LINES, FIELDS, ''), reasons: ['passed'] },
  {
    name: 'a cover of number and one day',
    document: covered(['Q/JZBM 101—2022', '2022-09-20 发布'], { docNumber: 'Q/JZBM 101—2022' }, '窗口服务规范'),
    reasons: ['missing', 'no-issuer'],
  },
  {
    name: 'two boxes, one line',
    document: covered(['窗口服务规范'], { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' }),
    reasons: ['no-cover'],
  },
  {
    name: 'one box, two lines',
    document: covered(['窗口服务规范', '甲镇便民服务中心　发布'], { docNumber: 'Q/JZBM 101—2022' }),
    reasons: ['no-cover'],
  },
]);
