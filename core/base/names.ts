import { withoutDates } from './dates.ts';
import { COMMON_WORD, hasSurname, LONG_SURNAME } from './surnames.ts';
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

/** Programs that act by themselves, and words for whoever acts: nobody's name. */
const NOBODY =
  /^(?:系统.{0,4}|.{0,4}管理员|自动.{0,4}|机器人|流程引擎|今天|昨天|刚刚|相关人员|全体人员|.{0,6}负责人|(?:发起|提交|申请|拟稿|起草|审批|审核|核稿|处理|办理|承办|经办|签发|批准|会签|登记|操作|审阅|待办|接收|收件|发送|创建)(?:人|者|人员))$/u;

/** Posts and forms of address that stand alone beside a name, in front of it or behind it. */
const POST =
  '(?:党委|党组|人大|纪委|政协)?(?:常务)?副?(?:主任科员|主任|书记|[镇乡县区市局科股处部站所室组队院校会]长|秘书长|秘书|委员|主席|干事|(?:机要|办事|文|职|组|队|网格|档案|联络|信息|宣传|科|专)员|助理|调研员|巡视员|总?经理|总监|董事长|会计)|同志|老师|先生|女士';
const ONLY_POST = new RegExp(`^(?:${POST})$`, 'u');
const POST_BEHIND = new RegExp(`(?:${POST})$`, 'u');

/** The dot between the parts of a name, which people and programs write in many ways, as `·`. */
const withOneDot = (text: string): string => text.replace(/(?<=\p{Script=Han})[·•・･‧∙⋅．.](?=\p{Script=Han})/gu, '·');

/**
 * True when the text looks like one person's name: two to four Han characters, or parts joined by · (minority names),
 * up to 20. Short forms with a post (张镇长) count as names: who it is, the unit knows.
 */
export function isPersonName(text: string): boolean {
  const plain = squeeze(text);
  if (NOT_A_NAME.test(plain) || OPINION_START.test(plain) || OPINION_END.test(plain)) return false;
  if (isPlaceholder(plain) || isBodyName(plain) || NOBODY.test(plain) || ONLY_POST.test(plain)) return false;
  if (/^\p{Script=Han}{2,4}$/u.test(plain)) return true;
  return /^\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,10}){1,3}$/u.test(withOneDot(plain)) && plain.length <= 20;
}

/** Characters of a name, in which the dot of minority names may stand. */
const NAME = String.raw`[\p{Script=Han}·]{2,15}`;
/** 吴四（钱一鸣代）, 钱一鸣 受 吴四 委托, 吴四委托钱一鸣办理: who acted for another. */
const DEPUTIES: readonly RegExp[] = [
  new RegExp(`${NAME}\\s*[（(](?:[^（）()]{0,30}[、，, ])?由?(?<who>${NAME}?)代[签办理批审]?[)）]`, 'gu'),
  new RegExp(`(?<who>${NAME}?)\\s*受\\s*${NAME}?\\s*委托(?:办理|审批)?`, 'gu'),
  new RegExp(
    `(?<![\\p{Script=Han}])${NAME}?\\s*已?委托\\s*(?<who>\\p{Script=Han}{2,4}?)\\s*(?:代?办理?|代签|处理|审批)(?!\\p{Script=Han})`,
    'gu',
  ),
];
/** 钱一鸣代吴四, written as one word. */
const FOR_ANOTHER = /^(?<who>\p{Script=Han}{2,4})代\p{Script=Han}{2,4}$/u;
const SPACED_DOT = /(?<=\p{Script=Han}) ?[·•・･‧∙⋅] ?(?=\p{Script=Han})/gu;
const SEPARATORS = /(?:[\s、,，;；/|&＆_>＞+＋]|(?<=\p{Script=Han}{2})[和及](?=\p{Script=Han}{2}))+/u;
/** A bound on what stands in brackets: a text of brackets that never close must not be gone through from each of them. */
const BRACKETS = /[[(（【<]([^\])）】>]{0,60})[\])）】>]/gu;

/**
 * The people named in a box: `李明、王芳`, `张建国[综合办公室]`, `综合科科长张建国`, `张建国/029-…`, `张 张建国` (avatar letter
 * in front), `吴四（张建国代）` (who acted), `赵子龙 同意 2026-11-23`. The dot in 阿依古丽·买买提 is one, however it is written.
 * Returns names in order, each once, without posts and offices; anything that is no name is dropped.
 */
export function splitNames(text: string): string[] {
  const timeless = withoutDates(halfWidth(cleanText(text)));
  const plain = /[·•・･‧∙⋅]/u.test(timeless) ? timeless.replace(SPACED_DOT, '·') : timeless;
  const acted = plain.includes('代') || plain.includes('委托') ? withDeputies(plain) : plain;
  const outside = acted.replace(BRACKETS, ' ');
  const names = namesOfWords(outside);
  // 综合科（张建国）, zhangjg(张建国): nobody is named outside of the brackets.
  const beside = names.length === 0 && outside !== acted && isOffice(squeeze(outside));
  return beside ? namesOfWords([...acted.matchAll(BRACKETS)].map(([, inside = '']) => inside).join(' ')) : names;
}

/** The text with who acted for another in place of both. */
export function withDeputies(text: string): string {
  return DEPUTIES.reduce((rest, pattern) => rest.replace(pattern, ' $<who> '), text);
}

/** An office, a post, a program or a login: what stands beside a name and is none. */
export const isOffice = (part: string): boolean => {
  const office = part.replace(POST_BEHIND, '');
  return (
    isBodyName(office) || /领导$/u.test(office) || ONLY_POST.test(part) || NOBODY.test(part) || /^[\w.@-]+$/u.test(part)
  );
};

/** What names drawn apart and letters of avatars have: a space, or a character twice. */
const APART = /\s|(\p{Script=Han})\1/u;

/** A text in which names drawn apart are one word (李 明, 司马 光明), and letters of avatars are gone (张 张建国, 建国 张建国). */
export function withWholeNames(text: string): string {
  if (!APART.test(text)) return text;
  return text
    .replace(/(?<![^\s、,，;；/])\p{Script=Han}(?: \p{Script=Han}){1,3}(?![^\s、,，;；/])/gu, (apart) =>
      apart.replaceAll(' ', ''),
    )
    .replace(/(^|[\s、,，;；/])(\p{Script=Han}) ?(?=\2\p{Script=Han}{1,3}(?:$|[\s、,，;；/]))/gu, '$1')
    .replace(/(?<![^\s、,，;；/])(\p{Script=Han}{2}) (?=\p{Script=Han}{1,2}\1(?![^\s、,，;；/]))/gu, '')
    .replace(
      /(?<![^\s、,，;；/])(\p{Script=Han}{2}) (?=\p{Script=Han}{1,2}(?![^\s、,，;；/]))/gu,
      (whole, front: string) => (LONG_SURNAME.test(front) ? front : whole),
    );
}

const namesOfWords = (text: string): string[] => [
  ...new Set(
    withWholeNames(text)
      .split(SEPARATORS)
      .flatMap((word) => nameOfWord(word) ?? []),
  ),
];

/** The name in one word, without login, post and office; undefined where there is none. */
function nameOfWord(word: string): string | undefined {
  const parts = word.split(/[-–—]/u);
  if (parts.length > 1 && parts.some(isOffice)) return parts.map(nameOfWord).find((name) => name !== undefined);
  const plain = withOneDot(squeeze(word).replace(/(?<=.{2})等$/u, '')).replace(
    /^[\w.@]+(?=\p{Script=Han})|(?<=\p{Script=Han})[\w.@]+$/gu,
    '',
  );
  const [office = '', inOffice] = plain.split('·');
  if (inOffice !== undefined && isBodyName(office)) return nameOfWord(plain.slice(office.length + 1));
  const bare = plain.replace(POST_BEHIND, '');
  if (bare.length >= 2 && bare !== plain && !isLongSurname(bare) && !COMMON_WORD.test(bare) && isPersonName(bare))
    return bare;
  if (isPersonName(plain)) return plain;
  return FOR_ANOTHER.exec(plain)?.groups?.who ?? nameBehindOffice(plain);
}

const isLongSurname = (text: string): boolean => text.length === 2 && LONG_SURNAME.test(text);

/** 综合科科长张建国 → 张建国: a name by its surname, and in front of it an office or a post. */
function nameBehindOffice(word: string): string | undefined {
  if (word.length > 20) return undefined;
  const lengths = [4, 3, 2].filter((length) => word.length > length + 1);
  return lengths
    .map((length) => word.slice(-length))
    .find((name) => {
      const front = word.slice(0, -name.length);
      return hasSurname(name) && isPersonName(name) && (isBodyName(front) || POST_BEHIND.test(front));
    });
}
