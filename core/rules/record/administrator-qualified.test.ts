import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { administratorQualified } from './administrator-qualified.ts';

const list = (...rows: string[]): DocumentSketch => ({
  kind: 'record',
  title: '标准化人员登记表',
  blocks: blocksFrom(['|姓名|职务|培训证书|', ...rows]).map((block) => ({ ...block, plain: true as const })),
});

describeRule(administratorQualified, [
  {
    name: 'trained',
    document: list('|徐文静|标准化办公室主任||', '|王芳|兼职标准化管理员|2022年省级培训合格证|'),
    reasons: ['passed'],
  },
  {
    name: 'not trained',
    document: list('|徐文静|标准化办公室主任|培训合格|', '|王芳|兼职标准化管理员||'),
    reasons: ['unqualified'],
    told: [['标准化管理员“王芳”没有写培训资质。', '', '1', '']],
  },
  { name: 'nobody of the kind', document: list('|孙丽|民政窗口||'), reasons: ['none'] },
  {
    name: 'a list of names only',
    document: { kind: 'official', text: ['|姓名|职务|', '|王芳|标准化管理员|'] },
    reasons: ['none'],
  },
  {
    name: 'a part was not read',
    document: { ...list('|王芳|标准化管理员|合格证|'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'a guide', document: { kind: 'guide' }, reasons: ['other-kind'] },
]);
