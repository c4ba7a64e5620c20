import type { RecordType } from './record-type.ts';

export const standardUsage: RecordType = {
  id: 'standard-usage',
  name: '标准引用清单',
  title: '标准.{0,4}(?:引用|应用|采用).{0,4}(?:清单|一览表|目录|台账|表)|引用标准.{0,4}(?:清单|一览表|目录|台账)',
  example: '标准引用清单',
  boxes: [
    { name: '标准号', role: 'docNumber', words: '标准编号 标准代号' },
    { name: '标准名称', words: '名称' },
    { name: '标准状态', words: '状态 有效性 是否现行' },
    { name: '引用文件', words: '应用文件 对应内部标准 引用该标准的文件 应用情况 应用岗位 适用文件' },
  ],
  about: ['标准名称', '标准号'],
  indicators: ['C8'],
  links: [],
};
