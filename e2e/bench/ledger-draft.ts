import type { EntryDraft } from '../../core/ledger/entry.ts';

const TOPICS =
  '标准化培训 政务公开 一次性告知 首问责任 窗口值班 档案管理 防汛应急 消防安全 安全生产 老年人优待 残疾人补贴 最低生活保障 临时救助 医疗保险 养老保险 社保卡发放 户口迁移 居住证办理 生育登记 义务教育入学 大病救助 危房改造 土地流转 宅基地审批 农机补贴 耕地保护 森林防火 河长巡查 垃圾分类 环境整治 信访接待 矛盾调解 法律援助 普法宣传 志愿服务 退役军人优待 就业帮扶 创业担保贷款 技能鉴定 劳动监察 食品安全 药品监管 动物防疫 疫苗接种 健康体检 家庭医生签约 文化下乡 图书借阅 体育健身 旅游推介 招商引资 项目申报 工程验收 政府采购 资产清查 财务公示 绩效考评 作风建设 督查通报 满意度调查'.split(
    ' ',
  );
const FORMS =
  '关于印发{}工作计划的通知 关于开展{}专项检查的通知 {}情况报告 关于做好{}有关工作的函 {}会议纪要 关于{}经费的请示 {}管理办法 {}实施方案 关于调整{}领导小组的通知 {}自查情况汇总'.split(
    ' ',
  );
const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = '芳 伟 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平'.split(' ');
const SENTENCES =
  '审核人是空的 批准人没有写日期 附件说明与附件列表不一致 实施日期早于发布日期 文号的年份与成文日期不一致 没有写主送机关 标题没有写文种 引用的标准已被代替 承诺时限长于法定时限 联系电话少一位 责任部门没有写 保管期限没有写'.split(
    ' ',
  );
const LABELS = '标题 发文字号 拟稿人 核稿人 签发人 成文日期 主送机关 抄送机关 缓急程度 保管期限 责任部门 备注'.split(
  ' ',
);

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** A word that about one entry in `every` has in its contents, and only there. */
export const wordOfEvery = (every: number): string => `专用词${every}号`;
/** How often such words are. */
export const RARITIES = [8, 60, 200, 600, 2_000, 10_000] as const;

/** An evidence entry of ordinary size, about 2 kB with its payload, as offices keep them; the same for the same number. */
export function draftOf(sequence: number): EntryDraft {
  const next = chance(sequence);
  const of = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const person = (): string => of(SURNAMES) + of(GIVEN);
  const title = of(FORMS).replace('{}', of(TOPICS));
  const number = `源政办〔2026〕${sequence}号`;
  const day = `2026-0${1 + next(9)}-${10 + next(19)}`;
  const planted = RARITIES.filter((every) => next(every) === 0).map(wordOfEvery);
  const values = [title, number, person(), person(), person(), day, `${of(TOPICS)}办公室`, of(TOPICS), '平件', '长期'];
  return {
    kind: 'evidence',
    factOn: day,
    capturedAt: '2026-03-02T01:00:00.000Z',
    actor: `综合窗口${1 + next(6)}`,
    subject: `${title} ${number}`,
    indicators: [`C${1 + next(12)}`],
    payload: {
      document: {
        uri: `http://oa.example/document?id=${sequence}`,
        sha256: 'a'.repeat(64),
        key: 'b'.repeat(64),
        kind: 'official',
        kindWord: '通知',
        stage: 'approval',
        title,
        reader: '通用读法',
      },
      fields: LABELS.map((label, index) => {
        const value = values[index] ?? `${of(TOPICS)}${planted.join('，')}`;
        return { role: `role${index}`, state: 'present', label, value, written: value };
      }),
      trail: Array.from({ length: 4 }, (_, index) => ({
        step: ['拟稿', '核稿', '会签', '签发'][index] ?? '',
        actors: [person()],
        action: '同意',
        time: `${day}T09:${10 + next(49)}:00`,
        state: 'done',
      })),
      attachments: [`${of(TOPICS)}名单.docx`],
      notRead: [],
      check: {
        runId: `run-${sequence}`,
        at: '2026-03-02T01:00:00.000Z',
        today: '2026-03-02',
        rulePack: '0.1.0',
        catalogue: { version: '2026-11-01', issuedOn: '2026-11-01' },
        fingerprints: { document: 'c'.repeat(64), unit: '', catalogue: 'd'.repeat(64) },
        summary: { error: 2, warning: 1, passed: 20 },
        findings: Array.from({ length: 2 }, (_, index) => ({
          id: `f${sequence}-${index}`,
          rule: 'rule-of-bench',
          reason: 'blank',
          outcome: 'failed',
          severity: 'error',
          message: `${of(SENTENCES)}。`,
        })),
      },
    },
  };
}

/** Words of each frequency, and pairs of them, to ask for. */
export function questions(): { frequency: string; words: string }[] {
  const next = chance(7);
  const of = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const many = (frequency: string, words: () => string): { frequency: string; words: string }[] =>
    Array.from({ length: 20 }, () => ({ frequency, words: words() }));
  const medium = RARITIES.slice(0, 4).map(wordOfEvery);
  return [
    ...many('common', () => of(['通知', '同意', '办公室', '综合窗口', '源政办', '名单', '长期', '标题'])),
    ...many('medium', () => of([...TOPICS, ...medium])),
    ...many('rare', () =>
      of([`〔2026〕${1 + next(100_000)}号`, wordOfEvery(2_000), wordOfEvery(10_000), `id=${next(100_000)}`]),
    ),
    ...many('absent', () => of(['办公窗口通知', '会签标题同意', '没有的词', '火星', '核稿长期', '王一二', '２０９９'])),
    ...many('one character', () => of([...SURNAMES, '戊', '囧', '辐', '会'])),
    ...many('initials', () => of(['zwgk', 'tdlz', 'zdsbtz', 'bzhpx', 'fxyj', 'xfaq', 'shbzkff', 'hyjy'])),
    ...many('absent initials', () => of(['xxqqvv', 'wjbp', 'zwgkzz', 'ee', 'bzhpxb'])),
    ...many('two words', () => `${of(TOPICS)} ${of(SURNAMES)}${of(GIVEN)}`),
  ];
}
