import type { FrameSnapshot } from '../page/snapshot.ts';

/** Every Chinese sentence of this room that a user can see. */
export const READER_WORDS = {
  generic: '没有认出是哪一种OA，按通用读法读的。',
  family: '认出了这种OA（凭{reasons}），按“{name}”读的。',
  byAddress: '网址',
  byStructure: '页面结构',
  byLabel: '栏目“{label}”',
  byText: '页面上的字样',
  taught: '按教过的“{name}”读的。',
  taughtOver: '{base}，教过的“{name}”',
  unfitForm: '这个表单跟教过的“{name}”不一样了，没有按教过的读。请再教一次。',
  unfitFields: '这个表单跟教过的“{name}”不一样了，{labels}没有按教过的读。请再教一次。',
  otherForm: '这个网址教过“{name}”，这一页不是那个表单，没有用上。',
  login: '这是登录页，没有要查的文件。',
  search: '这是查询页，没有要查的文件。',
  list: '这是列表页，没有要查的文件。打开其中一份再查。',
  hiddenFrame: '页面里有一块看不到的内容也没读到：{frame}。',
  loading: '读的时候页面还在加载，空着的栏目可能还会填上。请等页面加载完再检查一次。',
  aborted: '读到一半就停了，没有读全。请重新检查。',
  unopenedTabs: '页签“{captions}”还没有打开过，里面的内容没有读。点开后再检查一次。',
  recordElsewhere: '流程记录要点“{caption}”才看得到，没有读。',
  undrawnRows: '表格只读了画出来的{drawn}行，页面说连表头共有{told}行，其余的滚动到了才画出来，没有读。',
  frameFallback: '第{number}个嵌入页面',
  register: { outgoing: '发文登记', incoming: '收文登记', case: '办件列表' },
} as const;

/** Why a frame was not read, as words for a person. */
export const FRAME_REASONS: Readonly<Record<NonNullable<FrameSnapshot['reason']>, string>> = {
  'other-address': '它来自别的地址',
  'not-loaded': '它没有加载出来',
  'too-deep': '它嵌套得太深',
  viewer: '它显示的是文件，不是网页',
  failed: '读它时出错',
};
