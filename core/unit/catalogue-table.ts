import type { Progress } from '../base/progress.ts';
import { fillSlots } from '../base/text.ts';
import type { CataloguePack, CatalogueRow } from '../standards/catalogue.ts';
import { type FoundDesignation, findDesignations } from '../standards/designation.ts';
import { withRows } from '../standards/parse.ts';
import { MEMBER_WORDS } from '../standards/words.ts';
import { readTable, type TableRead, type TableRemark, type TableRow } from '../tables/read-table.ts';
import type { RowValues, TableSheet, TableType } from '../tables/table-type.ts';

/** A catalogue of standards as an office or a site hands it out. */
export const CATALOGUE_TABLE: TableType = {
  id: 'catalogue',
  name: '标准目录',
  columns: [
    { key: 'designation', head: '标准号', words: '标准编号 标准代号 编号 标准号编号', required: true },
    { key: 'title', head: '标准名称', words: '中文标准名称 标准中文名称 中文名称 名称 标准题名', required: true },
    { key: 'status', head: '状态', words: '标准状态 现行状态 有效性', choices: '现行 即将实施 被代替 废止' },
    { key: 'publishedOn', head: '发布日期', words: '发布时间 颁布日期 发布', kind: 'day' },
    { key: 'effectiveOn', head: '实施日期', words: '实施时间 生效日期 实施', kind: 'day' },
    { key: 'withdrawnOn', head: '废止日期', words: '废止时间 作废日期 被代替日期', kind: 'day' },
    { key: 'replaces', head: '代替标准号', words: '代替标准 替代标准 替代标准号 全部代替标准 代替的标准 被代替标准号' },
    { key: 'replacedBy', head: '被哪个标准代替', words: '被代替为 现用标准 新标准号 替代它的标准' },
    { key: 'verified', head: '是否核对过', words: '已核对 核对', choices: '是 否' },
    { key: 'source', head: '来源', words: '数据来源 出处' },
    { key: 'checkedOn', head: '核对日期', words: '查新日期 查新时间', kind: 'day' },
    { key: 'note', head: '备注', words: '说明' },
  ],
  sample: {
    标准号: 'GB/T 24421.2—2023',
    标准名称: '服务业组织标准化工作指南　第2部分：标准体系构建',
    状态: '现行',
    发布日期: '2023-03-17',
    实施日期: '2023-03-17',
    代替标准号: 'GB/T 24421.2—2009',
  },
};

const WORDS = {
  glyph: '标准号“{raw}”里有写错的字符，应当是{right}吗？请改好；这一行没有收。',
  none: '“{raw}”不是一个带年份的标准号，请写成 GB/T 1.1—2020 这样；这一行没有收。',
  more: '“{raw}”里除了{right}还有别的，请只写一个标准号；这一行没有收。',
  series: '“{raw}”写的是几个标准，请一行写一个；这一行没有收。',
  reference: '“{head}”里的“{raw}”没有看懂，这一格没有收。',
  status: '状态“{text}”不认识，按“不能确定”收。',
  upcoming: '“即将实施”的标准要写实施日期；这一行没有收。',
  wrong: '{member}：{why}；这一行没有收。',
} as const;

/** Words of a state, and what they say; '' says nothing that the dates do not say. */
const STATES: readonly (readonly [RegExp, NonNullable<CatalogueRow['status']> | 'upcoming'])[] = [
  [/^(?:现行|现行有效|有效|在用)$/u, 'current'],
  [/^(?:即将实施|未实施|尚未实施|待实施)$/u, 'upcoming'],
  [/^(?:被代替|被替代|已被代替|已代替|已替代|代替)$/u, 'replaced'],
  [/^(?:废止|已废止|作废|已作废)$/u, 'withdrawn'],
];
const YES = /^(?:是|已核对|核对过|√|✓|y|yes|true)$/iu;

/** A workbook as a pack, before anything of it is used. */
export interface CatalogueTable extends Pick<TableRead, 'remarks' | 'unknown'> {
  pack: CataloguePack;
  /** Rows that are not in it; each has its sentence in `remarks`. */
  lost: number;
}

const textIn = (values: RowValues, key: string): string => {
  const value = values[key];
  return typeof value === 'string' ? value : '';
};

/**
 * A pack from the sheets of a workbook: each row is in it or has its sentence. What a row leaves out comes from `about`: its
 * source, and the day on which it was looked up. A row that replaces another one of the table gives that one its successor.
 */
export function catalogueFromTables(
  sheets: readonly TableSheet[],
  about: Omit<CataloguePack, 'rows' | 'schema'> & { source: string },
  told: Progress = () => undefined,
): CatalogueTable {
  const { source, ...head } = about;
  // Half of the way is to read the rows, half to make them rows of a pack.
  const { rows, remarks, unknown } = readTable(sheets, CATALOGUE_TABLE, (done, of) => told(done, 2 * of));
  const taken = rows.flatMap((row) => {
    const tell = (text: string, what: TableRemark['what'] = 'lost'): void =>
      void remarks.push({ sheet: row.sheet, row: row.row, what, text });
    const raw = rawRow(row, { source, checkedOn: about.issuedOn }, tell);
    return raw === undefined ? [] : [{ row, raw }];
  });
  addSuccessors(taken.map(({ row, raw }) => ({ raw, replaces: designationsIn(textIn(row.values, 'replaces')) })));
  const { pack, faults } = withRows(
    taken.map(({ raw: { replacedBy, ...raw } }) => (replacedBy.length > 0 ? { ...raw, replacedBy } : raw)),
    { schema: 'duibiao/catalogue@1', ...head },
    (done, of) => told(of + done, 2 * of),
  );
  const kept = new Set(taken.map(({ row }) => placeOf(row)));
  for (const { row, member, why } of faults) {
    const at = taken[row - 1]?.row;
    if (!at) continue;
    kept.delete(placeOf(at));
    const text = fillSlots(WORDS.wrong, { member: memberWord(member), why });
    remarks.push({ sheet: at.sheet, row: at.row, what: 'lost', text });
  }
  const named = remarks.filter(({ what, row }) => what === 'lost' && row > 0).map(placeOf);
  const lost = new Set(named.filter((place) => !kept.has(place))).size;
  return { pack, remarks: remarks.toSorted((left, right) => left.row - right.row), unknown, lost };
}

const placeOf = ({ sheet, row }: Pick<TableRow, 'sheet' | 'row'>): string => `${row} ${sheet}`;

const memberWord = (member: string): string => {
  const [first = ''] = member.split('.');
  const words: Readonly<Record<string, string>> = MEMBER_WORDS;
  return words[first] ?? first;
};

type Raw = Omit<CatalogueRow, 'replacedBy'> & { replacedBy: string[] };
type Tell = (text: string, what?: TableRemark['what']) => void;

/** A row of the table as one of a pack; undefined, with a sentence, where it cannot be one. */
function rawRow({ values }: TableRow, left: { source: string; checkedOn: string }, tell: Tell): Raw | undefined {
  const number = designationIn(textIn(values, 'designation'), tell);
  if (number === undefined) return undefined;
  const said = textIn(values, 'status');
  const state = said === '' ? 'unknown' : STATES.find(([words]) => words.test(said))?.[1];
  if (state === undefined) tell(fillSlots(WORDS.status, { text: said }), 'look');
  const effectiveOn = textIn(values, 'effectiveOn');
  if (state === 'upcoming' && effectiveOn === '') {
    tell(WORDS.upcoming);
    return undefined;
  }
  const days = (['publishedOn', 'effectiveOn', 'withdrawnOn'] as const).flatMap((key) =>
    textIn(values, key) === '' ? [] : [[key, textIn(values, key)] as const],
  );
  const note = textIn(values, 'note');
  return {
    designation: number.text,
    title: textIn(values, 'title'),
    ...Object.fromEntries(days),
    replacedBy: designationsIn(textIn(values, 'replacedBy'), (raw) =>
      tell(fillSlots(WORDS.reference, { head: '被哪个标准代替', raw }), 'look'),
    ),
    status: state === 'upcoming' ? 'current' : (state ?? 'unknown'),
    verified: YES.test(textIn(values, 'verified')),
    source: textIn(values, 'source') || left.source,
    checkedOn: textIn(values, 'checkedOn') || left.checkedOn,
    ...(note === '' ? {} : { note }),
  };
}

/** Nothing beside a number, or a remark in brackets: GB 1499.1-2008/XG1-2012 and GB 50205-2001/2020 say more. */
const ALONE = /^\s*(?:[（(][^（()）]*[)）])?\s*$/u;

/** The one dated number in a cell. A corrected character is asked about, never taken. */
function designationIn(raw: string, tell: Tell): FoundDesignation | undefined {
  const [number, ...more] = findDesignations(raw);
  if (number === undefined || number.year === undefined) tell(fillSlots(WORDS.none, { raw }));
  else if (number.flaws.includes('glyph')) tell(fillSlots(WORDS.glyph, { raw, right: number.text }));
  else if (number.grouped || more.length > 0) tell(fillSlots(WORDS.series, { raw }));
  else if (!ALONE.test(raw.replace(number.raw, ''))) tell(fillSlots(WORDS.more, { raw, right: number.text }));
  else return number;
  return undefined;
}

/** The dated numbers in a cell of several; what is none of them is told of. */
function designationsIn(text: string, tell?: (raw: string) => void): string[] {
  const found = findDesignations(text).filter(({ year, flaws }) => year !== undefined && !flaws.includes('glyph'));
  if (text !== '' && found.length === 0) tell?.(text);
  return [...new Set(found.map(({ text: normal }) => normal))];
}

/** What a row replaces has that row for its successor, where the table has both and does not say otherwise. */
function addSuccessors(rows: readonly { raw: Raw; replaces: readonly string[] }[]): void {
  const known = new Map(rows.map(({ raw }) => [raw.designation, raw]));
  const told = new Set(rows.filter(({ raw }) => raw.replacedBy.length > 0).map(({ raw }) => raw.designation));
  for (const { raw, replaces } of rows)
    for (const designation of replaces) {
      const old = known.get(designation);
      if (old && old !== raw && !told.has(designation)) old.replacedBy.push(raw.designation);
    }
}
