import type { SubSystem, UnitProfile, UnitStandard } from './profile.ts';

/* A whole system of standards, for tests. Imported by tests only. */

const PARTS: readonly (readonly [code: string, name: string, parts: readonly string[]])[] = [
  ['JC', '通用基础标准体系', ['标准化导则', '术语与缩略语', '符号与标志', '数值与数据', '量和单位', '测量标准']],
  [
    'BZ',
    '服务保障标准体系',
    ['环境', '能源', '安全与应急', '职业健康', '信息', '财务管理', '设施、设备及用品', '人力资源', '合同管理'],
  ],
  ['TG', '服务提供标准体系', ['服务规范', '服务提供规范', '服务质量控制规范', '运行管理规范', '服务评价与改进']],
  ['GW', '岗位工作标准体系', ['管理岗位', '综合窗口', '专业窗口', '后台审批与档案管理岗位', '导办与帮代办']],
];

/** Boxes of 3 to 5 levels, 62 in all. */
function boxes(): SubSystem[] {
  return PARTS.flatMap(([code, name, parts], at) => [
    { code, name },
    ...parts.flatMap((part, place): SubSystem[] => {
      const own = `${code}${at + 1}${String(place + 1).padStart(2, '0')}`;
      const two = place % 4 === 3 ? [] : [`${own}.1`];
      return [
        { code: own, name: part, parent: code },
        ...two.map((below) => ({ code: below, name: `${part}的通用要求`, parent: own })),
        ...(place === 1
          ? [
              { code: `${own}.1.1`, name: '政务服务窗口现场管理与巡查', parent: `${own}.1` },
              { code: `${own}.1.1.1`, name: '晨会', parent: `${own}.1.1` },
            ]
          : []),
        ...(place === 0 ? [{ code: `${own}.2`, name: `${part}的专门要求`, parent: own }] : []),
      ];
    }),
  ]);
}

/** A unit whose standards stand in its boxes, one in each that has none below it and more in some, of several classes. */
export function unitWithSystem(): UnitProfile {
  const structure = boxes();
  const above = new Set(structure.map(({ parent }) => parent));
  const leaves = structure.filter(({ code }) => !above.has(code));
  const codes = Array.from({ length: 60 }, (_, at) => leaves[at % leaves.length]?.code ?? '');
  const standards = codes.map((code, at): UnitStandard => {
    const system = PARTS.findIndex(([letters]) => code.startsWith(letters));
    const designation =
      at % 15 === 3
        ? `DB34/T ${3000 + at}—2019`
        : at % 15 === 7
          ? `GB/T ${40_000 + at}—2021`
          : at % 15 === 11
            ? `MZ/T ${100 + at}—2020`
            : `Q/YTBM ${system + 1}${String(at + 1).padStart(2, '0')}—2022`;
    const title = `${structure.find((box) => box.code === code)?.name ?? ''}第${at + 1}项规范`;
    return {
      designation,
      title,
      publishedOn: `${designation.slice(-4)}-09-20`,
      effectiveOn: `${designation.slice(-4)}-10-01`,
      code,
    };
  });
  return {
    ...{ schema: 'duibiao/unit@1', name: '源潭镇便民服务中心', people: [], services: [], standards, structure },
    numbering: PARTS.map(([, name], at) => ({ form: `Q/YTBM ${at + 1}××—××××`, system: name })),
  };
}
