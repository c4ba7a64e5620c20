import { fillSlots, squeeze } from '../../base/text.ts';
import { nameRows, type TableRemark, type TableRow } from '../../tables/read-table.ts';
import type { RowValues } from '../../tables/table-type.ts';
import type { ServiceItem } from '../profile.ts';
import { codeFaults, plainCode } from '../service-codes.ts';
import {
  changed,
  given,
  keyOn,
  putItem,
  type Renamed,
  type RowChange,
  renamedIn,
  takeItems,
  textIn,
  type UnitTable,
} from './unit-table.ts';

/** The form in which names of services are compared. */
export const nameKey = (name: string): string => squeeze(name).replace(/[《》“”"（）()·、，,]/g, '');

/** 1.中外合作职业技能培训机构设立审批 → 中外合作职业技能培训机构设立审批; several numbered parts in one cell stay as they are. */
const withoutNumber = (name: string): string =>
  /^\D?1.*\D2[)）.．、]\s?\D/u.test(name) ? name : name.replace(/^[（(]?\d{1,3}[)）.．、]\s?(?=\D)/u, '');

/** What a row calls its service: where it names a part of a main item, the part. */
function namesIn(row: RowChange): Pick<ServiceItem, 'name' | 'parent'> {
  const [main, part] = [textIn(row, 'name') ?? '', textIn(row, 'subName')];
  const parent = textIn(row, 'parent');
  return part === undefined || nameKey(part) === nameKey(main)
    ? { name: main, ...(parent === undefined ? {} : { parent }) }
    : { name: withoutNumber(part), parent: main };
}

/** The name of the service that a row is about, as names are compared. */
export const keyOfName = (row: RowValues): string => nameKey(namesIn(row).name);

/** A row is about the service with its name in its main item, unless both have codes and these differ. */
export function isAbout(item: ServiceItem, row: RowValues): boolean {
  const code = textIn(row, 'code');
  if (code !== undefined && item.code !== undefined && code !== item.code) return false;
  const { name, parent } = namesIn(row);
  return (
    nameKey(item.name) === nameKey(name) &&
    (parent === undefined || item.parent === undefined || item.parent === parent)
  );
}

/** A service that is called otherwise now has its code still; offices also give one code to two services. */
const hasItsCode = (item: ServiceItem, row: RowValues): boolean =>
  item.code !== undefined && item.code === textIn(row, 'code');

/** The names of a service that is changed in its row: those of the row as it is then. */
function namesPut(now: RowChange, before: ServiceItem | undefined): Pick<ServiceItem, 'name' | 'parent'> {
  if (before !== undefined && !('name' in now) && !('subName' in now)) return before;
  const { name, parent } = before ?? {};
  return namesIn({ name: parent ?? name, subName: parent && name, ...now });
}

/** A service that names what is called otherwise now. */
function serviceRenamed(item: ServiceItem, what: Renamed): ServiceItem {
  const { part, from, to } = what;
  if (to === undefined) return item;
  // What was made a part of what it was called itself is none of them.
  if (part === 'services' && item.parent === from && item.name !== to) return { ...item, parent: to };
  if (part !== 'standards' || !item.standards.includes(from)) return item;
  const { duties } = item;
  const clauseIn = ({ clause, ...duty }: NonNullable<ServiceItem['duties']>[number]) => {
    const isOfIt = clause === from || clause?.startsWith(`${from} `);
    return { ...duty, ...(clause !== undefined && { clause: isOfIt ? to + clause.slice(from.length) : clause }) };
  };
  return { ...item, standards: renamedIn(item.standards, what), ...(duties && { duties: duties.map(clauseIn) }) };
}

const SHARED = '实施编码 {code} 写在 {count} 个名称不同的事项上，当作不同的事项，请核对：第 {rows} 行。';

/** Services of one import with one code: they stay what they are called, and a person should look. Parts of one main item share its code by right. */
function sharedCodes(rows: readonly TableRow[]): TableRemark[] {
  const byCode = Map.groupBy(rows, ({ values }) => textIn(values, 'code') ?? '');
  return [...byCode].flatMap(([code, some]): TableRemark[] => {
    const names = new Set(some.map(({ values }) => nameKey(namesIn(values).parent ?? namesIn(values).name)));
    const last = some.at(-1);
    if (code === '' || names.size < 2 || last === undefined) return [];
    const text = fillSlots(SHARED, { code, count: names.size, rows: nameRows(some.map(({ row }) => row)) });
    return [{ sheet: last.sheet, row: 0, what: 'look', text }];
  });
}

/** Faults of codes of which an import is sure whatever its scheme of codes is, each with its sentence. */
const WRONG_CODES = {
  checksum: '实施编码的前18位不合统一社会信用代码的校验，请核对：第 {rows} 行。',
  'basic-differs': '实施编码里没有这一行的基本编码，请核对：第 {rows} 行。',
} as const;

/** Codes that cannot be right: a sentence for each sort of fault in each sheet. */
function wrongCodes(rows: readonly TableRow[]): TableRemark[] {
  const faulty = rows.flatMap(({ sheet, row, values }) => {
    const [code, basic] = [textIn(values, 'code'), textIn(values, 'basicCode')].map((text) => plainCode(text ?? ''));
    return codeFaults({ code, basic }).map(({ fault }) => ({ sheet, row, fault }));
  });
  return (Object.keys(WRONG_CODES) as (keyof typeof WRONG_CODES)[]).flatMap((fault) =>
    [
      ...Map.groupBy(
        faulty.filter((one) => one.fault === fault),
        ({ sheet }) => sheet,
      ),
    ].map(
      ([sheet, some]): TableRemark => ({
        ...{ sheet, row: 0, what: 'look' },
        text: fillSlots(WRONG_CODES[fault], { rows: nameRows(some.map(({ row }) => row)) }),
      }),
    ),
  );
}

/** 政务服务事项清单, 实施清单, 权责清单 (domain.md 6). */
export const services: UnitTable = {
  type: {
    id: 'services',
    name: '事项清单',
    columns: [
      {
        key: 'name',
        head: '事项名称',
        words:
          '政务服务事项名称 服务事项名称 服务事项 公共服务事项名称 公共服务事项 权力名称 职权名称 权责名称 权力事项名称 权力事项 权责事项 权责事项名称 行政权力名称 项目名称 主项名称 项目 事项 办理事项 办事项目 服务项目 任务名称 实施清单名称',
        required: true,
        above: 'subName',
      },
      {
        key: 'subName',
        head: '子项名称',
        words: '子项 办理项名称 业务办理项名称 业务办理项 办理子项 情形',
        hint: '一项里分几个子项的，一个子项一行',
      },
      {
        key: 'code',
        head: '实施编码',
        words:
          '事项编码 事项代码 职权编码 权力编码 项目编码 编码 事项编号 权责编码 实施清单编码 业务办理项编码 项目编号',
      },
      { key: 'basicCode', head: '基本编码', words: '基本目录编码 目录编码 国家编码 基本编码国家' },
      {
        key: 'serviceType',
        head: '事项类型',
        words: '权力类型 职权类型 权力类别 职权类别 类型 类别 事项类别 权责类型 权责类别 项目类型 项目类别 服务类型',
      },
      { key: 'caseType', head: '办件类型' },
      {
        key: 'department',
        head: '实施主体',
        words:
          '行使主体 责任主体 实施机构 实施部门 实施单位 责任部门 责任单位 主管部门 业务主管部门 服务主体 牵头部门 所属部门 部门名称 部门 业务指导部门 承办部门 承办机构 办理部门 办理机构',
      },
      {
        key: 'statutoryLimit',
        head: '法定办结时限',
        words: '法定时限 法定期限 法定办结时间 法定时限工作日 法定办理时限',
      },
      {
        key: 'promisedLimit',
        head: '承诺办结时限',
        words: '承诺时限 承诺期限 承诺办结时间 办理时限 办结时限 承诺时限工作日 承诺办理时限 办理期限',
      },
      {
        key: 'legalBasis',
        head: '设定依据',
        words: '法律依据 实施依据 依据 办理依据 职权依据 法定依据 政策依据 服务依据',
        kind: 'long',
      },
      { key: 'aliases', head: '别名', words: '简称 又称', kind: 'list' },
      { key: 'standards', head: '执行标准', words: '适用标准 标准号 执行的标准', kind: 'designations' },
    ],
    sample: {
      事项名称: '临时救助申请',
      事项类型: '行政给付',
      办件类型: '承诺件',
      实施主体: '社会事务办公室',
      法定办结时限: '20个工作日',
      承诺办结时限: '10个工作日',
      别名: '临时救助',
      执行标准: 'Q/MMZ 101—2024、GB/T 39735—2020',
    },
  },
  keyOf: keyOn('name', 'subName', 'code'),
  remarksOn: (rows) => [...sharedCodes(rows), ...wrongCodes(rows)],
  take(profile, rows) {
    const { items, ...told } = takeItems(profile.services, rows, {
      keyOf: ({ name }) => nameKey(name),
      keyIn: keyOfName,
      is: isAbout,
      mayBe: hasItsCode,
      nameOf: ({ name }) => name,
      made: (row, before) => ({
        ...(before ?? { standards: [] }),
        ...namesIn(row),
        ...given<ServiceItem>(row, [
          ...(['code', 'basicCode', 'serviceType', 'caseType', 'department'] as const),
          ...(['statutoryLimit', 'promisedLimit', 'legalBasis', 'aliases', 'standards'] as const),
        ]),
      }),
    });
    return { profile: { ...profile, services: items }, ...told };
  },
  rowsOf: ({ services: all }) =>
    all.map((item) => ({
      事项名称: item.parent ?? item.name,
      子项名称: item.parent === undefined ? '' : item.name,
      实施编码: item.code ?? '',
      基本编码: item.basicCode ?? '',
      事项类型: item.serviceType ?? '',
      办件类型: item.caseType ?? '',
      实施主体: item.department ?? '',
      法定办结时限: item.statutoryLimit ?? '',
      承诺办结时限: item.promisedLimit ?? '',
      设定依据: item.legalBasis ?? '',
      别名: (item.aliases ?? []).join('、'),
      执行标准: item.standards.join('、'),
    })),
  put: (profile, at, change) => ({
    ...profile,
    services: putItem(profile.services, at, change, (now, before) => {
      const { name, parent } = namesPut(now, before);
      const said = { ...now, name, parent, subName: undefined };
      return { ...{ standards: [] }, ...changed<ServiceItem>(before ?? { name, standards: [] }, said) };
    }),
  }),
  nameIn: (row) => namesIn({ name: row.事项名称, subName: row.子项名称 || undefined }).name,
  refers: { standards: 'standards' },
  renamed: (profile, what) => ({ ...profile, services: profile.services.map((item) => serviceRenamed(item, what)) }),
  isTwin: (row, other) => isAbout({ ...namesIn(other), ...given<ServiceItem>(other, ['code']), standards: [] }, row),
};
