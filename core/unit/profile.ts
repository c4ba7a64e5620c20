/** A period with open ends; ISO days, both included. */
export interface Period {
  from?: string;
  to?: string;
}

export interface Post extends Period {
  /** 主任, 标准化管理员, 窗口人员, 组长, … */
  name: string;
}

export interface Person {
  name: string;
  posts: Post[];
}

export interface ServiceItem {
  name: string;
  /** Other names that pages use for it. */
  aliases?: string[];
  /** The main item (主项) of which it is one (子项). */
  parent?: string;
  code?: string;
  /** Designations of the standards that govern it, internal ones too. */
  standards: string[];
  /** What the post that handles it has to do, each with its clause. */
  duties?: { text: string; clause?: string }[];
  statutoryLimit?: string;
  promisedLimit?: string;
  /** The code of the national catalogue, where `code` is that of who carries it out. */
  basicCode?: string;
  /** 行政给付, 公共服务, … */
  serviceType?: string;
  /** 即办件, 承诺件. */
  caseType?: string;
  /** Who carries it out. */
  department?: string;
  legalBasis?: string;
}

/** A row of the unit's own register of standards (标准明细表). */
export interface UnitStandard {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  withdrawnOn?: string;
  /** Sub-system: 通用基础, 服务提供, 服务保障, 岗位. */
  system?: string;
  /** Where it stands in the system (体系编号): the code of a box of 体系图, or one of its own below it. */
  code?: string;
  /** Which department answers for it. */
  owner?: string;
  /** Designations of those that it took the place of. */
  replaces?: string[];
  /** 采用情况, as the office writes it: 直接采用, 部分采用, … */
  adoption?: string;
  /** Where the text is kept. */
  place?: string;
  /** The publisher's current edition, and the day on which somebody looked. */
  currentEdition?: string;
  checkedOn?: string;
}

/** A rule of what applies to what: a standard, and all that holds of the services that go by it. One of the three is there. */
export interface AppliesRule {
  standard: string;
  serviceType?: string;
  department?: string;
  /** One of them stands in the name. */
  words?: string[];
  note?: string;
}

/** A box of 体系图: a sub-system, or a part of one. */
export interface SubSystem {
  code: string;
  name: string;
  /** The code of the box above it. */
  parent?: string;
}

/** One form of the unit's own numbers. */
export interface NumberForm {
  /** As it is written, × for any digit: `Q/YTBM 1××—××××`, `YTBM/JC ××—××××`, `YTBMFW BZ 2××.×—××××`. */
  form: string;
  /** The sub-system of which such numbers are, by its name or code. */
  system: string;
}

export interface UnitProfile {
  schema: 'duibiao/unit@1';
  name: string;
  retiredNames?: string[];
  level?: 'county' | 'township' | 'village';
  people: Person[];
  leadingGroup?: string[];
  standardisationOffice?: string[];
  policy?: string;
  goals?: string[];
  systemPublishedOn?: string;
  systemEffectiveOn?: string;
  pilot?: Period;
  windows?: { name: string; services: string[] }[];
  openingHours?: string;
  services: ServiceItem[];
  standards: UnitStandard[];
  /** Which standards services go by beside those that they name. */
  applies?: AppliesRule[];
  structure?: SubSystem[];
  numbering?: NumberForm[];
  retentionClasses?: { name: string; years: number | 'permanent' }[];
}

/** A profile with nothing in it but the unit's name. */
export const emptyUnit = (name: string): UnitProfile => ({
  schema: 'duibiao/unit@1',
  name,
  people: [],
  services: [],
  standards: [],
});
