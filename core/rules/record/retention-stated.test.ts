import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { retentionStated } from './retention-stated.ts';

const list = (...rows: string[]): DocumentSketch => ({
  kind: 'record',
  title: '归档文件目录',
  blocks: blocksFrom(['|序号|题名|类别|归档日期|保存期限|', ...rows]).map((block) => ({
    ...block,
    plain: true as const,
  })),
});
const GOOD = '|1|2025年培训记录|管理|2026-01-10|10年|';

describeRule(retentionStated, [
  {
    name: 'so many years',
    document: list(GOOD, '|2|办件存根|办件档案|2026-01-10|永久|', '|3|发放记录|管理|2026-01-10|同上|'),
    reasons: ['passed'],
  },
  {
    name: 'years in words',
    document: list('|1|培训记录|管理|2026-01-10|三十年|', '|2|发放记录|管理|2026-01-10|定期（10年）|'),
    reasons: ['passed'],
  },
  { name: 'one is empty', document: list(GOOD, '|2|办件存根|办件档案|2026-01-10||'), reasons: ['blank'] },
  { name: 'long', document: list(GOOD, '|2|办件存根|办件档案|2026-01-10|长期|'), reasons: ['unclear'] },
  {
    name: 'as the unit has it',
    document: list('|1|办件存根|办件档案|2026-01-10|30年|'),
    unit: SAMPLE_UNIT,
    reasons: ['passed'],
  },
  {
    name: 'not as the unit has it',
    document: list('|1|办件存根|办件档案|2026-01-10|10年|'),
    unit: SAMPLE_UNIT,
    reasons: ['differs'],
    told: [['“办件存根”的保存期限是10年，单位资料里这一类是30年，请核对。', '', '1', '']],
  },
  { name: 'nobody filled it', document: list('|1|办件存根|办件档案|2026-01-10||'), reasons: ['none'] },
  { name: 'a part was not read', document: { ...list(GOOD), notes: [{ kind: 'unreadable' }] }, reasons: ['unread'] },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, reasons: ['other-type'] },
  {
    name: 'for ever, in other words',
    document: list(
      '|1|甲|管理|2026-01-10|永久保存|',
      '|2|乙|办件档案|2026-01-10|永久保管|',
      '|3|丙|人员|2026-01-10|永久|',
    ),
    unit: {
      ...SAMPLE_UNIT,
      retentionClasses: [
        { name: '管理', years: 'permanent' },
        { name: '办件档案', years: 30 },
        { name: '人员', years: 10 },
      ],
    },
    reasons: ['differs', 'differs'],
    told: [
      ['“乙”的保存期限是永久，单位资料里这一类是30年，请核对。', '', '1', ''],
      ['“丙”的保存期限是永久，单位资料里这一类是10年，请核对。', '', '1', ''],
    ],
  },
  {
    name: 'years in brackets, in words and at least',
    document: list(
      '|1|甲|管理|2026-01-10|（十年）|',
      '|2|乙|管理|2026-01-10|二十五年以上|',
      '|3|丙|管理|2026-01-10|定期(100年)|',
    ),
    unit: { ...SAMPLE_UNIT, retentionClasses: [{ name: ' 管理', years: 'permanent' }] },
    reasons: ['differs', 'differs', 'differs'],
    told: [
      ['“甲”的保存期限是10年，单位资料里这一类是永久，请核对。', '', '1', ''],
      ['“乙”的保存期限是25年，单位资料里这一类是永久，请核对。', '', '1', ''],
      ['“丙”的保存期限是100年，单位资料里这一类是永久，请核对。', '', '1', ''],
    ],
  },
  {
    name: 'a class that the unit does not have',
    document: list('|1|甲|其他|2026-01-10|10年|'),
    unit: { ...SAMPLE_UNIT, retentionClasses: [{ name: '管理', years: 30 }] },
    reasons: ['passed'],
  },
  {
    name: 'other words are let be',
    document: list(
      '|1|甲|管理|2026-01-10|至长期|',
      '|2|乙|管理|2026-01-10|长期有效|',
      '|3|丙|管理|2026-01-10|非永久|',
      '|4|丁|管理|2026-01-10|永久或30年|',
      '|5|戊|管理|2026-01-10|不少于30年|',
      '|6|己|管理|2026-01-10|30年内|',
    ),
    unit: { ...SAMPLE_UNIT, retentionClasses: [{ name: '管理', years: 10 }] },
    reasons: ['passed'],
  },
  {
    name: 'a number and no unit',
    document: list(GOOD, '|2|甲|管理|2026-01-10|10|', '|3|乙|管理|2026-01-10|短期|'),
    reasons: ['unclear', 'unclear'],
    told: [
      ['保存期限“10”没有写明年数，请写永久或者多少年。', '', '1', ''],
      ['保存期限“短期”没有写明年数，请写永久或者多少年。', '', '1', ''],
    ],
  },
  {
    name: 'one without a name is empty',
    document: list(GOOD, '|2||管理|2026-01-10||'),
    reasons: ['blank'],
    told: [['归档目录里“序号2”没有写保存期限。', '', '1', '']],
  },
  {
    name: 'a list without classes',
    document: { kind: 'record', title: '归档文件目录', text: ['|序号|题名|保存期限|', '|1|甲|10年|'] },
    unit: { ...SAMPLE_UNIT, retentionClasses: [{ name: '管理', years: 30 }] },
    reasons: ['passed'],
  },
  { name: 'a document of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
