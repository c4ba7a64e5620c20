import { fillSlots } from '../base/text.ts';
import type { SystemBox } from '../unit/structure.ts';

/** Words of the system of standards as it is drawn and handed out. */
export const STRUCTURE_WORDS = {
  whole: '{unit}标准体系',
  drawing: '体系图',
  drawingTitle: '{unit}标准体系图',
  register: '标准明细表',
  summary: '标准汇总表',
  about: '{unit}　截至 {day}　共 {count} 项标准',
  undeclared: '没有填体系图，按明细表里写的所属体系画的。',
  noSystem: '未归类',
  count: '{count} 项',
  countOver: '{count} 项（{over} 项已被代替或废止）',
  level: '第{level}层',
  levels: '一二三四五六七八九',
  counted: '标准数',
  registerHead: {
    serial: '序号',
    code: '标准体系编号',
    designation: '标准号',
    title: '标准名称',
    publishedOn: '发布日期',
    effectiveOn: '实施日期',
    replaces: '代替标准号',
    className: '标准类别',
    system: '所属体系',
    owner: '责任部门',
    adoption: '采用情况',
    status: '状态',
    place: '存放处',
  },
  summaryHead: { className: '标准类别', total: '合计' },
} as const;

/** How many standards a box has, and how many of them are over: 12 项（2 项已被代替或废止）. */
export const tellCount = ({ count, over }: Pick<SystemBox, 'count' | 'over'>): string =>
  fillSlots(over > 0 ? STRUCTURE_WORDS.countOver : STRUCTURE_WORDS.count, { count, over });

/** 服务提供标准体系 → 服务提供: a head is short, and all of them are named alike. */
export const shortName = (name: string): string =>
  name === '' ? STRUCTURE_WORDS.noSystem : name.replace(/(?<=.{2})(?:标准)?(?:[子分])?体系$/u, '');
