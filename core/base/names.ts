import { withoutDates } from './dates.ts';
import { cleanText, halfWidth, squeeze } from './text.ts';

/** Written in a box where something else is wanted (domain.md 8.1 GW-01, design.md section 8). */
const PLACEHOLDER =
  /^(?:[×xX✕Ｘ*＊?？_＿.。…/／\\\-—–－]+|[×xXＸ某]{1,3}(?:年|月|日)?|待定|待填|待补|待填写|某某某?|张三李四|无|暂无|空|未填|请填写|请输入|请选择|此处填写.*|[×xXＸ○〇]{2,})$/u;

/** True when the text only holds the place of a value: ×××, 待定, /, —, 某某. The empty text is not a placeholder. */
export function isPlaceholder(text: string): boolean {
  const plain = squeeze(text).replace(/[（(【[]|[）)】\]]/g, '');
  return plain !== '' && PLACEHOLDER.test(plain);
}

/** Ends of names of offices and bodies: what stands in a person's box but is no person. */
const BODY_END =
  /(?:部门?|科室?|股|处|局|厅|办|办公室|中心|委|委员会|政府|党委|小组|窗口|服务站|单位|公司|大队|所|站|组)$/u;

/** Names of bodies such as 党政办, 综合办公室, 便民服务中心. A two-character name that ends alike (张组) is left to `isPersonName`. */
export function isBodyName(text: string): boolean {
  const plain = squeeze(text);
  return plain.length >= 3 && BODY_END.test(plain);
}

/** How opinions and orders begin (已核, 请领导, 无意见, 拟同意): no family name is written so. */
const OPINION_START =
  /^(?:[请已未待拟呈无不暂]|同意|原则|情况|材料|手续|票据|内容|格式|数据|资料|文稿|事实|条件|理由)/u;
/** What opinions, steps and captions end with. */
const OPINION_END =
  /(?:意见|审核|审批|审阅|审定|批示|签发|办理|同意|通过|校对|会签|阅示|阅知|领导|附件|流程|记录|详情)$/u;

/** Words that stand in name boxes and are no names: opinions, states, buttons. */
const NOT_A_NAME =
  /^(?:同意|不同意|已阅|阅|已审核?|待审核?|审核|审批|批准|签发|拟稿|核稿|会签|通过|驳回|退回|提交|处理|办理|未读|已读|待办|已办|待处理|处理中|审批中|已完成|完成|进行中|暂存|草稿|查看|选择|添加|清空|更多|确定|取消|删除|搜索|修改|下载|上传|意见|签名|盖章|日期|时间|姓名|部门|状态|保存|打印|关闭|返回|转办|转发|发送|撤回|催办|关注|收藏|回复|评论|分享|展开|收起|编辑|新增|导出|导入|刷新|预览|复制|提醒|重置|全部|传阅|知会|沟通|委托|归档|签收|登记|拟办|承办|确认|继续|下一步|上一步|核|核定|核准|核减|核增|阅处|照办|属实|是|否|男|女|年|月|日)$/u;

/** The dot between the parts of a name, which people and programs write in many ways, as `·`. */
const withOneDot = (text: string): string => text.replace(/(?<=\p{Script=Han})[·•・･‧∙⋅．.](?=\p{Script=Han})/gu, '·');

/**
 * True when the text looks like one person's name: two to four Han characters, or parts joined by · (minority names),
 * up to 20. Short forms with a post (张镇长) count as names: who it is, the unit knows.
 */
export function isPersonName(text: string): boolean {
  const plain = squeeze(text);
  if (NOT_A_NAME.test(plain) || OPINION_START.test(plain) || OPINION_END.test(plain)) return false;
  if (isPlaceholder(plain) || isBodyName(plain)) return false;
  if (/^\p{Script=Han}{2,4}$/u.test(plain)) return true;
  return /^\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,10}){1,3}$/u.test(withOneDot(plain)) && plain.length <= 20;
}

/**
 * The people named in a box: `李明、王芳`, `张建国[综合办公室]`, `张建国/029-…`, `张 张建国` (avatar letter in front),
 * `赵子龙 同意 2026-11-23`. The dot in 阿依古丽·买买提 is one, however it is written. Returns names in order, each once; anything that is no name is dropped.
 */
export function splitNames(text: string): string[] {
  // A bound on what stands in brackets: a text of brackets that never close must not be gone through from each of them.
  let rest = withoutDates(halfWidth(cleanText(text))).replace(/[[(（【<][^\])）】>]{0,60}[\])）】>]/g, ' ');
  // 李 明 and 张 建 国 are names drawn apart; 张 张建国 is an avatar letter and a name.
  rest = rest.replace(/(?<![^\s、,，;；/])\p{Script=Han}(?: \p{Script=Han}){1,3}(?![^\s、,，;；/])/gu, (apart) =>
    apart.replaceAll(' ', ''),
  );
  rest = rest.replace(/(^|[\s、,，;；/])(\p{Script=Han}) ?(?=\2\p{Script=Han}{1,3}(?:$|[\s、,，;；/]))/gu, '$1');
  // 建国 张建国 is an avatar with the given name and a name.
  rest = rest.replace(/(?<![^\s、,，;；/])(\p{Script=Han}{2}) (?=\p{Script=Han}{1,2}\1(?![^\s、,，;；/]))/gu, '');
  const parts = rest.split(/[\s、,，;；/|&＆和及]+/u).map((part) => withOneDot(squeeze(part)));
  const names = parts.filter((part) => isPersonName(part));
  return [...new Set(names)];
}
