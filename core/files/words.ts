import { PLACE_STEPS, type Place, type PlaceStep } from '../base/place.ts';
import { fillSlots } from '../base/text.ts';

/** Every Chinese word of this room that a user can see, beside the sentences of problems. */
export const FILE_WORDS = {
  scanned: '整篇是图片，没有读到文字。',
  tracked: '文件里有修订痕迹，按接受修订后的文字检查。',
  hidden: '文件里有隐藏的文字，没有当作正文。',
  comments: '文件里有 {count} 条批注，没有当作正文。',
  pictures: '文件里有 {count} 张图片，图片里的文字没有读。',
  foreign: '文件里有一部分是另一种格式的内容，没有读到。',
  objects: '文件里嵌入了 {count} 个其他程序的内容，没有读。',
  unworked: '有 {count} 格是公式还没算过，没读到。请用 WPS 表格打开，保存后再查。',
  hiddenSheets: '有 {count} 张工作表隐藏了：{names}。里面写的没有当作看得到的内容。',
  hiddenCells: '工作表“{name}”里有 {count} 格在隐藏的行或列里，没有当作看得到的内容。',
  turned: '第{pages}页有斜着或竖着的文字（可能是水印），没有当作正文。',
  attached: '文件里附带了 {count} 个其他文件（{names}），没有读。',
  signatures: '文件里有 {count} 个电子印章或签名，没有验证真伪。',
  bodies: '文件里装了 {count} 份文档，按顺序连在一起读。',
  bodiesLeft: '文件里装了 {count} 份文档，只读了前 {read} 份。',
  missing: '文件里少了 {count} 个部分，那里的内容没有读到。',
  properties: '文件属性：{facts}。',
  recognised: '第{pages}页是扫描图片，文字是识别出来的，可能有错、有缺，请对照原件。',
} as const;

/** Who did something to a file and on what day, only who, only the day. */
const PROPERTY_WORDS = {
  made: ['创建者“{who}”（{day}）', '创建者“{who}”', '创建于{day}'],
  changed: ['最后修改者“{who}”（{day}）', '最后修改者“{who}”', '最后修改于{day}'],
} as const;

/** What a file says of itself. Days as 2026-03-18; what it does not say is left out. */
export interface FileFacts {
  author?: string | undefined;
  since?: string | undefined;
  editor?: string | undefined;
  until?: string | undefined;
}

/** Who made a file and who changed it last, and when; undefined when it says nothing of that. */
export function propertyWords({ author = '', since = '', editor = '', until = '' }: FileFacts): string | undefined {
  const facts = [factWords('made', author, since), factWords('changed', editor, until)].filter((fact) => fact !== '');
  return facts.length === 0 ? undefined : fillSlots(FILE_WORDS.properties, { facts: facts.join('，') });
}

function factWords(what: keyof typeof PROPERTY_WORDS, who: string, day: string): string {
  const [both, only, when] = PROPERTY_WORDS[what];
  if (who === '') return day === '' ? '' : fillSlots(when, { day });
  return fillSlots(day === '' ? only : both, { who, day });
}

const PLACE_WORDS: Readonly<Record<PlaceStep | 'whole' | 'properties', string>> = {
  whole: '全文',
  properties: '文件属性',
  sheet: '工作表{n}',
  page: '第{n}页',
  header: '页眉{n}',
  footer: '页脚{n}',
  footnote: '脚注{n}',
  endnote: '尾注{n}',
  comment: '批注{n}',
  box: '文本框{n}',
  table: '表{n}',
  row: '第{n}行',
  cell: '第{n}格',
  column: '第{n}列',
  paragraph: '第{n}段',
  line: '第{n}行',
};

/** A place in a file for people: 第12段, 表2第3行第4格, 文本框1第2段. */
export function placeWords(place: Place): string {
  if (place.properties) return PLACE_WORDS.properties;
  const words = PLACE_STEPS.flatMap((step) => {
    const n = place[step];
    return n === undefined ? [] : fillSlots(PLACE_WORDS[step], { n });
  });
  return words.length === 0 ? PLACE_WORDS.whole : words.join('');
}
