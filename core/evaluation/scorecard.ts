/** Facts of a scorecard carry where they are from; what no source gives is null or a named empty slot. */
export interface ScoreItem {
  /** C1 … C27. */
  id: string;
  /** Chinese name; null: its text was not obtained. */
  name: string | null;
  /** Points of the item; null: the source tells none at this level. */
  points: number | null;
  /** Evidence that the source names for it. */
  evidence: string;
  source: string;
  verified: boolean;
}

export interface ScoreGroup {
  /** B1 … */
  id: string;
  name: string;
  points: number;
  items: ScoreItem[];
}

/** A task that the category is likely to be about. A hint only: no number, no points, not the official table. */
export interface Topic {
  key: string;
  name: string;
  evidence: string;
  source: string;
}

export interface ScoreCategory {
  /** A1 … A4. */
  id: string;
  name: string;
  points: number;
  /** Empty where the source gives only the category's total. */
  groups: ScoreGroup[];
  topics: Topic[];
}

export interface Scorecard {
  id: string;
  title: string;
  total: number;
  categories: ScoreCategory[];
  /** Items of which only the number is known, not even the category. */
  unplaced: ScoreItem[];
  /** What a reader of the sheet has to know, Chinese. */
  remarks: string[];
}

const HANDOUT = '2022-09-14培训讲义“一”';
/** Chinese word for what was not obtained; shown in the item's place. */
export const NO_TEXT = '未获原文';

const item = (id: string, name: string, evidence: string): ScoreItem => ({
  id,
  name,
  points: null,
  evidence,
  source: HANDOUT,
  verified: true,
});
const topic = (key: string, name: string, evidence: string, place: string): Topic => ({
  key,
  name,
  evidence,
  source: `据讲义“${place}”整理，不是正式计分表`,
});

/**
 * 社会管理和公共服务综合标准化试点评估计分表 as far as the handout gives it (domain.md 1.2): all of A1 and A2 down to
 * the names of C1–C12 without points at that level; of A3 and A4 the totals only. That there are 27 items rests on one news report.
 */
export const PILOT_SCORECARD: Scorecard = {
  id: 'pilot-2013-61',
  title: '社会管理和公共服务综合标准化试点评估计分表',
  total: 100,
  categories: [
    {
      id: 'A1',
      name: '基本要求',
      points: 10,
      groups: [
        {
          id: 'B1',
          name: '组织管理',
          points: 4,
          items: [
            item('C1', '领导职责', '标准化建设工作领导小组及职责的正式发文，单位领导任组长和副组长'),
            item(
              'C2',
              '工作机构',
              '标准化办公室的场所和物资（办公室、文件柜、打印机、电脑）；主任和管理员的任命、职责和培训资质',
            ),
          ],
        },
        {
          id: 'B2',
          name: '机制建设',
          points: 6,
          items: [
            item('C3', '管理机制', '年度工作计划中的标准化工作内容、目标任务和保障措施，以文件形式'),
            item('C4', '经费保障', '标准化工作经费保障的正式发文，要求长期保障'),
            item('C5', '激励政策', '标准化工作的奖励规定和奖励的证据'),
          ],
        },
      ],
      topics: [],
    },
    {
      id: 'A2',
      name: '标准体系',
      points: 30,
      groups: [
        {
          id: 'B3',
          name: '标准体系要求',
          points: 12,
          items: [
            item(
              'C6',
              '体系规范性',
              '标准体系图、标准明细表、标准汇总表，符合GB/T 24421、GB/T 32170，或与本单位事项和流程相适应',
            ),
            item('C7', '体系完整性', '全部事项清单和对应的文件，目录与文件一致且符合实际'),
            item('C8', '体系协调性', '各标准与法律法规一致，标准之间不矛盾'),
            item('C9', '体系有效性', '体系内容与本单位、发展战略和试点任务一致，支撑窗口办件'),
          ],
        },
        {
          id: 'B4',
          name: '标准要求',
          points: 18,
          items: [
            item('C10', '规范性', '文本格式符合GB/T 1.1，文字清晰；修订按程序：修订申请、评审、审批、发放、旧文件回收'),
            item('C11', '科学性', '要求合理，指标科学，可操作'),
            item('C12', '适用性', '内容与本单位相符，反映群众需求，如服务时间、办结效率'),
          ],
        },
      ],
      topics: [],
    },
    {
      id: 'A3',
      name: '标准实施与改进',
      points: 32,
      groups: [],
      topics: [
        topic('A3.train', '宣传培训', '培训计划、签到、课件、试卷、效果评价', '七、八之17'),
        topic('A3.issue', '文件发放到岗', '发放记录、回收记录、受控清单', '八之16、四之5'),
        topic('A3.impl', '标准实施', '实施方案、实施记录、办件台账、存根', '七、八之12、14'),
        topic('A3.supervise', '监督检查', '检查表、考核表、通报', '七、八之9'),
        topic('A3.selfeval', '自我评价', '自评计划、自评报告、自评得分表', '七、八之9'),
        topic('A3.improve', '持续改进', '待改进项、纠正、纠正措施、验证', '七、八之9'),
        topic('A3.archive', '记录归档与保存期限', '归档目录、保存期限', '七'),
      ],
    },
    {
      id: 'A4',
      name: '建设成效',
      points: 28,
      groups: [],
      topics: [
        topic('A4.quality', '服务行为规范', '办件统计、按时办结率、投诉处理', '七'),
        topic('A4.satisfaction', '服务对象满意度', '满意度调查表、统计、前后对比', '七'),
        topic('A4.brand', '创建品牌', '荣誉、报道', '七'),
        topic('A4.spread', '推广应用', '经验材料、参与上级标准', '七'),
      ],
    },
  ],
  unplaced: Array.from({ length: 15 }, (_, index) => ({
    id: `C${13 + index}`,
    name: null,
    points: null,
    evidence: '',
    source: '一则未注日期的新闻称共27项指标',
    verified: false,
  })),
  remarks: [
    '讲义只给出A1、A2的内容，C1–C12没有单项分值；A3（32分）、A4（28分）只有总分，C13–C27未获原文，属于A3还是A4也不知道。所以小计按40分算，不按100分算。',
    '二级指标下有哪些三级指标，是按讲义中压平的表格的次序读出的。',
    '没有查到评估的分数线，本表不作结论。',
  ],
};

/** Every item of a scorecard that can be rated, in order. */
export function itemsOf(scorecard: Scorecard): ScoreItem[] {
  return scorecard.categories.flatMap((category) => category.groups.flatMap((group) => group.items));
}
