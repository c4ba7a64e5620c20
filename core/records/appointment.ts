import type { RecordType } from './record-type.ts';

export const appointment: RecordType = {
  id: 'appointment',
  name: '任命文件',
  group: 'organisation',
  boxes: [
    { name: '文件标题', words: '标题 文件名称' },
    { name: '文号', words: '发文字号' },
    { name: '任命人员', words: '姓名', type: 'people', each: true },
    { name: '任命职务', words: '职务 岗位', hint: '例如：标准化办公室主任、标准化管理员', each: true },
    { name: '岗位职责', words: '职责', type: 'long', each: true },
    { name: '成文日期', words: '日期', type: 'date' },
    { name: '培训资质', optional: true, hint: '证书名称或编号', each: true },
  ],
  about: ['文件标题', '文号'],
  day: '成文日期',
  indicators: ['C2'],
  links: [],
  sample: {
    文件标题: '关于任命标准化管理员的通知',
    文号: '青政发〔2026〕4号',
    任命人员: '王芳',
    任命职务: '标准化管理员',
    岗位职责: '管理标准文件和记录',
    成文日期: '2026-01-15',
    培训资质: '标准化知识培训合格',
  },
};
