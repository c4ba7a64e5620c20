import { labelKey } from '../../base/text.ts';

/** Labels of the box that holds the text of the document itself. */
const BODY_LABELS = new Set([
  '正文',
  '正文内容',
  '公文内容',
  '公文正文',
  '文件内容',
  '文件正文',
  '内容正文',
  '文稿',
  '稿件内容',
]);

/** True for 正文 and its like. */
export function isBodyLabel(label: string): boolean {
  return BODY_LABELS.has(labelKey(label));
}
