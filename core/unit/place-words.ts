/** What a step into a profile is called: a member, and, where it is a list, how its items are counted. */
interface Step {
  name: string;
  /** 第 {n} 人, 第 {n} 项; left out where there is no list. */
  item?: string;
}

/** Every member of a profile, by the word for it that an administrator uses. A member of the same name is the same thing. */
const STEPS: Readonly<Record<string, Step>> = {
  schema: { name: '格式标记' },
  retiredNames: { name: '曾用名', item: '第 {n} 个' },
  level: { name: '级别' },
  people: { name: '人员', item: '第 {n} 人' },
  posts: { name: '岗位', item: '第 {n} 个' },
  from: { name: '开始日期' },
  to: { name: '结束日期' },
  leadingGroup: { name: '领导小组', item: '第 {n} 人' },
  standardisationOffice: { name: '标准化办公室', item: '第 {n} 人' },
  policy: { name: '方针' },
  goals: { name: '目标', item: '第 {n} 条' },
  systemPublishedOn: { name: '体系发布日期' },
  systemEffectiveOn: { name: '体系实施日期' },
  pilot: { name: '试点期' },
  windows: { name: '窗口', item: '第 {n} 个' },
  openingHours: { name: '办公时间' },
  services: { name: '事项', item: '第 {n} 项' },
  aliases: { name: '别名', item: '第 {n} 个' },
  duties: { name: '岗位要做的', item: '第 {n} 条' },
  text: { name: '内容' },
  clause: { name: '条款' },
  statutoryLimit: { name: '法定时限' },
  promisedLimit: { name: '承诺时限' },
  basicCode: { name: '基本编码' },
  serviceType: { name: '事项类型' },
  caseType: { name: '办件类型' },
  department: { name: '实施主体' },
  legalBasis: { name: '设定依据' },
  currentEdition: { name: '现行版本' },
  checkedOn: { name: '查新日期' },
  standards: { name: '标准', item: '第 {n} 项' },
  applies: { name: '适用规则', item: '第 {n} 条' },
  standard: { name: '标准号' },
  words: { name: '名称里有', item: '第 {n} 个' },
  note: { name: '为什么' },
  designation: { name: '标准号' },
  title: { name: '标准名称' },
  publishedOn: { name: '发布日期' },
  effectiveOn: { name: '实施日期' },
  withdrawnOn: { name: '废止日期' },
  system: { name: '所属体系' },
  place: { name: '存放处' },
  owner: { name: '责任部门' },
  replaces: { name: '代替标准号', item: '第 {n} 个' },
  adoption: { name: '采用情况' },
  structure: { name: '体系图', item: '第 {n} 个框' },
  numbering: { name: '编号规则', item: '第 {n} 条' },
  form: { name: '编号样式' },
  retentionClasses: { name: '保管期限', item: '第 {n} 类' },
  years: { name: '年数' },
};

/** What is called by what it is of: the list that it stands in. */
const BY_LIST: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  name: {
    '': '单位名称',
    people: '姓名',
    posts: '岗位名称',
    windows: '窗口名称',
    services: '事项名称',
    structure: '子体系名称',
    retentionClasses: '类别名称',
  },
  code: { services: '事项编码', standards: '体系编号', structure: '体系编号' },
  parent: { services: '主项', structure: '上级编号' },
};

const WHOLE = '整个文件';
const BETWEEN = ' › ';

/** The members that have a word, for the test that none is missing. */
export const NAMED_MEMBERS: ReadonlySet<string> = new Set([...Object.keys(STEPS), ...Object.keys(BY_LIST)]);

/** The word for a member of what stands in a list of the profile; '' is the profile itself. */
export const memberWord = (list: string, member: string): string =>
  BY_LIST[member]?.[list] ?? STEPS[member]?.name ?? member;

/**
 * The place of something in a profile, for people: 人员 第 2 人 › 岗位 第 1 个 › 开始日期.
 * @param keys from the outside inwards: members by name, items of lists by index from 0
 */
export function placeInProfile(keys: readonly (string | number)[]): string {
  const words: string[] = [];
  let list = '';
  for (const key of keys) {
    if (typeof key === 'number') {
      const counted = STEPS[list]?.item?.replace('{n}', String(key + 1));
      words.push(`${words.pop() ?? ''} ${counted ?? ''}`.trim());
    } else {
      words.push(memberWord(list, key));
      list = key;
    }
  }
  return words.join(BETWEEN) || WHOLE;
}
