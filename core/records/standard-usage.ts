import type { RecordType } from './record-type.ts';

export const standardUsage: RecordType = {
  id: 'standard-usage',
  name: '标准引用清单',
  group: 'standards',
  title: '标准.{0,4}(?:引用|应用|采用).{0,4}(?:清单|一览表|目录|台账|表)|引用标准.{0,4}(?:清单|一览表|目录|台账)',
  example: '标准引用清单',
  boxes: [
    { name: '标准号', role: 'docNumber', words: '标准编号 标准代号', each: true },
    { name: '标准名称', words: '名称', each: true },
    { name: '标准状态', words: '状态 有效性 是否现行', type: 'choice', choices: '现行 已废止 即将实施', each: true },
    {
      name: '引用文件',
      words: '应用文件 对应内部标准 引用该标准的文件 应用情况 应用岗位 适用文件',
      hint: '本单位哪些文件用到它',
      each: true,
    },
  ],
  about: ['标准名称', '标准号'],
  indicators: ['C8'],
  links: [],
  sample: {
    标准号: 'GB/T 32169.1—2015',
    标准名称: '政务服务中心运行规范 第1部分：基本要求',
    标准状态: '现行',
    引用文件: '窗口服务规范',
  },
};
