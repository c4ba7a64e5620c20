import type { RecordType } from './record-type.ts';

export const leadingGroup: RecordType = {
  id: 'leading-group',
  name: '领导小组文件',
  group: 'organisation',
  boxes: [
    { name: '文件标题', words: '标题 文件名称' },
    { name: '文号', words: '发文字号' },
    { name: '组长', type: 'people' },
    { name: '副组长', type: 'people' },
    { name: '成员', type: 'people' },
    { name: '工作职责', words: '职责', type: 'long' },
    { name: '成文日期', words: '日期', type: 'date' },
    { name: '印章', optional: true, type: 'choice', choices: '已盖章', hint: '扫描件要有章' },
  ],
  about: ['文件标题', '文号'],
  day: '成文日期',
  indicators: ['C1'],
  links: [],
  sample: {
    文件标题: '关于成立标准化工作领导小组的通知',
    文号: '青政发〔2026〕3号',
    组长: '周立',
    副组长: '李明',
    成员: '王芳、孙丽',
    工作职责: '组织标准体系建设，每半年研究一次',
    成文日期: '2026-01-12',
    印章: '已盖章',
  },
};
