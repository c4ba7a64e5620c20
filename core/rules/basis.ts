/**
 * Rank of a basis. It decides how loudly a rule may speak: unverified and custom never exceed info. `local` is what
 * those who evaluate on the spot expect, `unit` what the unit itself has laid down.
 */
export type Rank = 'law' | 'national' | 'local' | 'unit' | 'custom' | 'unverified';

/** A clause as people cite it. */
export interface Basis {
  /** Regulation, standard or handout, as a Chinese name. */
  document: string;
  /** Clause as cited: 第二十二条, 8.2, 八之15. */
  clause: string;
}

/** A clause that rules may lean on, and what is known of it. */
export interface Clause extends Basis {
  rank: Rank;
  /** First and last ISO day on which it is in force; open where left out. */
  from?: string;
  to?: string;
  /** Compared with the text or the table of contents of the document. */
  verified: boolean;
  /** What it was compared with, Chinese. */
  source: string;
}

/** 中办发〔2012〕14号. */
const REGULATION = {
  document: '《党政机关公文处理工作条例》',
  rank: 'law',
  from: '2012-07-01',
  verified: true,
  source: '公开的条例文本',
} as const;

const DOCUMENT_FORMAT = {
  document: 'GB/T 9704—2012《党政机关公文格式》',
  rank: 'national',
  from: '2012-07-01',
  verified: true,
  source: '公开的标准目次',
} as const;

/** Structure and wording of standards; internal standards follow it by reference. */
const DRAFTING = {
  document: 'GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》',
  rank: 'national',
  from: '2020-10-01',
  verified: true,
  source: '公开的标准目次',
} as const;

/** The edition before: documents of its time are judged by it. */
const DRAFTING_2009 = {
  document: 'GB/T 1.1—2009《标准化工作导则　第1部分：标准的结构和编写》',
  rank: 'national',
  from: '2010-01-01',
  to: '2020-09-30',
  verified: true,
  source: '公开的标准目次',
} as const;

/** What experts find at the visit, and what the score table wants. It judges what is there now, of whatever day. */
const HANDOUT = {
  document: '政务服务标准化培训讲义（2022年9月14日）',
  rank: 'local',
  verified: true,
  source: '讲义原文',
} as const;

/** Every clause on which a rule leans, once. A rule names rows; its rank and its days in force follow from them. */
export const CLAUSES = {
  'regulation-8': { ...REGULATION, clause: '第八条' },
  'regulation-9': { ...REGULATION, clause: '第九条' },
  'regulation-chapter-5': { ...REGULATION, clause: '第五章' },
  'regulation-15': { ...REGULATION, clause: '第十五条' },
  'regulation-20': { ...REGULATION, clause: '第二十条' },
  'regulation-22': { ...REGULATION, clause: '第二十二条' },
  'regulation-24': { ...REGULATION, clause: '第二十四条' },
  'document-format-7.2.2': { ...DOCUMENT_FORMAT, clause: '7.2.2' },
  'document-format-7.2.5': { ...DOCUMENT_FORMAT, clause: '7.2.5' },
  'document-format-7.2.6': { ...DOCUMENT_FORMAT, clause: '7.2.6' },
  'document-format-7.3.1': { ...DOCUMENT_FORMAT, clause: '7.3.1' },
  'document-format-7.3.2': { ...DOCUMENT_FORMAT, clause: '7.3.2' },
  'document-format-7.3.3': { ...DOCUMENT_FORMAT, clause: '7.3.3' },
  'document-format-7.3.4': { ...DOCUMENT_FORMAT, clause: '7.3.4' },
  'document-format-7.3.5.4': { ...DOCUMENT_FORMAT, clause: '7.3.5.4' },
  'document-format-7.3.5.5': { ...DOCUMENT_FORMAT, clause: '7.3.5.5' },
  'document-format-7.3.7': { ...DOCUMENT_FORMAT, clause: '7.3.7' },
  'document-format-9': { ...DOCUMENT_FORMAT, clause: '9' },
  'drafting-8.3-8.7': { ...DRAFTING, clause: '8.3、8.5—8.7' },
  'drafting-8.6-9.5': { ...DRAFTING, clause: '8.6、9.5' },
  'drafting-annex-c': { ...DRAFTING, clause: '附录C' },
  'handout-1-c1': { ...HANDOUT, clause: '一（C1领导职责）' },
  'handout-1-c2': { ...HANDOUT, clause: '一（C2工作机构）' },
  'handout-1-c6': { ...HANDOUT, clause: '一（C6体系规范性）' },
  'handout-1-c7': { ...HANDOUT, clause: '一（C7体系完整性）' },
  'handout-1-c5': { ...HANDOUT, clause: '一（C5激励政策）' },
  'handout-1-c8': { ...HANDOUT, clause: '一（C8体系协调性）' },
  'handout-1-c9': { ...HANDOUT, clause: '一（C9体系有效性）' },
  'drafting-7.2-7.3': { ...DRAFTING, clause: '7.2、7.3' },
  'drafting-7.3': { ...DRAFTING, clause: '7.3' },
  'drafting-7.4': { ...DRAFTING, clause: '7.4' },
  'drafting-7.5': { ...DRAFTING, clause: '7.5' },
  'drafting-8.1': { ...DRAFTING, clause: '8.1' },
  'drafting-8.3': { ...DRAFTING, clause: '8.3' },
  'drafting-8.5-8.7': { ...DRAFTING, clause: '8.5—8.7' },
  'drafting-9.5': { ...DRAFTING, clause: '9.5' },
  'drafting-9.6-9.8': { ...DRAFTING, clause: '9.6—9.8' },
  'drafting-2009-5.2.3-5.2.4': { ...DRAFTING_2009, clause: '5.2.3、5.2.4' },
  'drafting-2009-5.2.4': { ...DRAFTING_2009, clause: '5.2.4' },
  'drafting-2009-5.2.5': { ...DRAFTING_2009, clause: '5.2.5' },
  'drafting-2009-5.2.6': { ...DRAFTING_2009, clause: '5.2.6' },
  'drafting-2009-5.2.7': { ...DRAFTING_2009, clause: '5.2.7' },
  'drafting-2009-6.1.1': { ...DRAFTING_2009, clause: '6.1.1' },
  'drafting-2009-6.1.3': { ...DRAFTING_2009, clause: '6.1.3' },
  'drafting-2009-6.1.3-6.3.2': { ...DRAFTING_2009, clause: '6.1.3、6.2.2、6.2.3、6.3.2' },
  'drafting-2009-6.2.3': { ...DRAFTING_2009, clause: '6.2.3' },
  'drafting-2009-6.2.3-6.3.2': { ...DRAFTING_2009, clause: '6.2.3、6.3.2' },
  'drafting-2009-7.1.2': { ...DRAFTING_2009, clause: '7.1.2' },
  'handout-1-c10': { ...HANDOUT, clause: '一（C10规范性）' },
  'handout-1-c11': { ...HANDOUT, clause: '一（C11科学性）' },
  'handout-1-c12': { ...HANDOUT, clause: '一（C12适用性）' },
  'handout-2-1': { ...HANDOUT, clause: '二之1' },
  'handout-4-1': { ...HANDOUT, clause: '四之1' },
  'handout-4-2': { ...HANDOUT, clause: '四之2' },
  'handout-4-3': { ...HANDOUT, clause: '四之3' },
  'handout-4-4': { ...HANDOUT, clause: '四之4' },
  'handout-4-5': { ...HANDOUT, clause: '四之5' },
  'handout-4-6': { ...HANDOUT, clause: '四之6' },
  'handout-7': { ...HANDOUT, clause: '七' },
  'handout-8-1': { ...HANDOUT, clause: '八之1' },
  'handout-8-8': { ...HANDOUT, clause: '八之8' },
  'handout-8-9': { ...HANDOUT, clause: '八之9' },
  'handout-8-10': { ...HANDOUT, clause: '八之10' },
  'handout-8-11': { ...HANDOUT, clause: '八之11' },
  'handout-8-12': { ...HANDOUT, clause: '八之12' },
  'handout-8-13': { ...HANDOUT, clause: '八之13' },
  'handout-8-14': { ...HANDOUT, clause: '八之14' },
  'handout-8-15': { ...HANDOUT, clause: '八之15' },
  'handout-8-16': { ...HANDOUT, clause: '八之16' },
  'handout-8-17': { ...HANDOUT, clause: '八之17' },
} as const satisfies Readonly<Record<string, Clause>>;

export type ClauseId = keyof typeof CLAUSES;

/** What follows for a rule from the clauses on which it leans. */
export interface Standing {
  basis: readonly Basis[];
  rank: Rank;
  /** Days on which it is in force; open where left out. */
  inForce: { from?: string; to?: string };
}

/** A rule's standing on a day: that of its basis, else that of the edition before; undefined when neither is in force. */
export function standingOn(rule: Standing & { earlier?: Standing }, day: string): Standing | undefined {
  const standings = rule.earlier ? [rule, rule.earlier] : [rule];
  return standings.find(({ inForce: { from = day, to = day } }) => from <= day && day <= to);
}

/**
 * The first clause leads: its rank and its days are the rule's; the others support it. A rule that leans on anything
 * unverified, or on nothing, is itself unverified.
 */
export function standingOf(clauses: readonly Clause[]): Standing {
  const [leading] = clauses;
  return {
    basis: clauses.map(({ document, clause }) => ({ document, clause })),
    rank: leading && clauses.every(({ verified }) => verified) ? leading.rank : 'unverified',
    inForce: {
      ...(leading?.from === undefined ? {} : { from: leading.from }),
      ...(leading?.to === undefined ? {} : { to: leading.to }),
    },
  };
}
