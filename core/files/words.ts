/** Every Chinese word of this room that a user can see, beside the sentences of problems. */
export const FILE_WORDS = {
  reader: 'Word 文件',
  whole: '全文',
  propertiesPart: '文件属性',
  scanned: '整篇是图片，没有读到文字。',
  tracked: '文件里有修订痕迹，按接受修订后的文字检查。',
  hidden: '文件里有隐藏的文字，没有当作正文。',
  pictures: '文件里有 {count} 张图片，图片里的文字没有读。',
  foreign: '文件里有一部分是另一种格式的内容，没有读到。',
  objects: '文件里嵌入了 {count} 个其他程序的内容，没有读。',
  properties: '文件属性：创建者“{author}”（{since}），最后修改者“{editor}”（{until}）。',
} as const;
