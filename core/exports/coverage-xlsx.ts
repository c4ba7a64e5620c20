import { fillSlots } from '../base/text.ts';
import { hasEnded } from '../standards/status.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { reasonText } from '../unit/applying.ts';
import type { Coverage } from '../unit/coverage.ts';
import { type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '事项与标准',
  about: '{unit}　截至 {day}',
  facts: {
    name: '概况',
    head: ['项目', '数'],
    standards: '标准明细表里的标准',
    own: '其中本单位自己的',
    services: '事项',
    servicesWithout: '没有列出标准的事项',
    standardsUnused: '没有事项用的标准',
    over: '被代替或废止、还在表里的',
    outside: '事项用到、明细表里没有的',
    unplaced: '没有写存放处的',
  },
  services: {
    name: '事项用哪些标准',
    head: ['事项', '标准号', '标准名称', '子体系', '状态', '为什么用它'],
    none: '没有列出标准',
  },
  standards: {
    name: '标准用于哪些事项',
    head: ['标准号', '标准名称', '子体系', '状态', '存放处', '用它的事项'],
    none: '没有',
  },
} as const;

/** The coverage as a workbook: the counts, each service with its standards, each standard with its services. */
export function coverageWorkbook(
  { services, standards, outside, counts }: Coverage,
  about: { unit: string; day: string; createdAt: string },
): Promise<Uint8Array> {
  const top = (name: string): TableRow[] => [
    { tone: 'title', cells: [name] },
    { tone: 'remark', cells: [fillSlots(WORDS.about, about)] },
  ];
  const head = (cells: readonly string[]): TableRow => ({ tone: 'head', cells: [...cells] });
  const plain = (...cells: (string | number)[]): TableRow => ({ tone: 'plain', cells });
  const { facts } = WORDS;
  return writeWorkbook(
    [
      {
        name: facts.name,
        widths: [36, 10],
        rows: [
          ...top(facts.name),
          head(facts.head),
          plain(facts.standards, counts.standards),
          plain(facts.own, counts.own),
          plain(facts.services, counts.services),
          plain(facts.servicesWithout, counts.servicesWithout),
          plain(facts.standardsUnused, counts.standardsUnused),
          plain(facts.over, standards.filter(({ answer }) => hasEnded(answer)).length),
          plain(facts.outside, outside.length),
          plain(facts.unplaced, counts.unplaced),
        ],
      },
      {
        name: WORDS.services.name,
        widths: [30, 22, 40, 14, 12, 40],
        rows: [
          ...top(WORDS.services.name),
          head(WORDS.services.head),
          ...services.flatMap(({ item, standards: all }) =>
            all.length === 0
              ? [plain(item.name, WORDS.services.none, '', '', '', '')]
              : all.map((one) =>
                  plain(
                    ...[item.name, one.designation, one.title, one.system],
                    STATUS_WORDS[one.answer.status],
                    reasonText(one.reason),
                  ),
                ),
          ),
        ],
      },
      {
        name: WORDS.standards.name,
        widths: [22, 40, 14, 12, 24, 40],
        rows: [
          ...top(WORDS.standards.name),
          head(WORDS.standards.head),
          ...standards.map(({ standard, answer, services: users }) =>
            plain(
              standard.designation,
              standard.title,
              standard.system ?? '',
              STATUS_WORDS[answer.status],
              standard.place ?? '',
              users.map(({ name }) => name).join('、') || WORDS.standards.none,
            ),
          ),
        ],
      },
    ],
    { title: WORDS.title, createdAt: about.createdAt },
  );
}
