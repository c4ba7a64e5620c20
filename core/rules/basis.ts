import type { Basis } from './rule.ts';

/** What rules lean on, each document named once. The clause as people cite it. */

/** Regulation on official documents of Party and government bodies, 中办发〔2012〕14号. */
export const regulation = (clause: string): Basis => ({ document: '《党政机关公文处理工作条例》', clause });

/** The regulation's days. */
export const REGULATION_IN_FORCE = { from: '2012-07-01' } as const;

/** Layout of official documents. */
export const documentFormat = (clause: string): Basis => ({ document: 'GB/T 9704—2012《党政机关公文格式》', clause });

/** The training handout: what experts find at the visit, and what the score table wants. */
export const handout = (clause: string): Basis => ({ document: '政务服务标准化培训讲义（2022年9月14日）', clause });

/** Structure and wording of standards; internal standards follow it by reference. */
export const draftingRules = (clause: string): Basis => ({
  document: 'GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》',
  clause,
});
