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
]);
