import { fillSlots } from '../base/text.ts';
import type { StatusAnswer } from '../standards/catalogue.ts';
import type { PackChange } from '../standards/changes.ts';
import type { StandardUse, WorkItem } from '../standards/impact.ts';
import type { RowFault } from '../standards/parse.ts';
import { successorsOf } from '../standards/status.ts';
import { MEMBER_WORDS, STATUS_WORDS } from '../standards/words.ts';
import { tellRemark } from '../tables/remarks.ts';
import type { CatalogueRemark } from '../unit/catalogue-file.ts';

/** Words of what a newer catalogue changes, in the command line and in the sheet. */
export const CHANGES_WORDS = {
  summary: '目录“{id}”：{good}条可用，{bad}条不收。',
  fault: '第{row}条{designation}：{why}',
  faultIn: '第{row}条{designation}的{member}：{why}',
  changes: '和原来的目录（{before}）相比，新目录（{after}）有{count}处不同：',
  noChanges: '和原来的目录（{before}）相比，新目录（{after}）没有不同。',
  work: '涉及本单位的有{count}件：',
  noWork: '没有涉及给出的文件、事项和标准明细表。',
  change: '{designation}《{title}》{status}',
  became: ' {before} → {after}',
  is: ' {after}',
  by: '，现在用{list}',
  item: '{place}“{name}”：{message}',
} as const;

/** Each way in which a standard can be different. */
export const CHANGE_KINDS: Readonly<Record<PackChange['kind'], string>> = {
  new: '新增',
  gone: '没有了',
  status: '状态变了',
  'replaced-by': '代替关系变了',
  title: '名称变了',
  dates: '日期变了',
};

/** Where a standard is used. */
export const USE_WORDS: Readonly<Record<StandardUse['in'], string>> = {
  document: '文件',
  service: '事项',
  register: '标准明细表',
};

const isMember = (name: string): name is keyof typeof MEMBER_WORDS => Object.hasOwn(MEMBER_WORDS, name);

/** One row that was not taken, and why. */
function tellFault({ row, designation, member, why }: RowFault): string {
  const slots = { row, designation: designation === '' ? '' : `（${designation}）`, why };
  const [first = ''] = member.split('.');
  return isMember(first)
    ? fillSlots(CHANGES_WORDS.faultIn, { ...slots, member: MEMBER_WORDS[first] })
    : fillSlots(CHANGES_WORDS.fault, slots);
}

/** What is said of a row of a catalogue, whichever way it was written. */
export const tellCatalogueRemark = (remark: CatalogueRemark): string =>
  'member' in remark ? tellFault(remark) : tellRemark(remark);

/** How many of a catalogue's rows would go in. */
export const tellDraft = (id: string, good: number, bad: number): string =>
  fillSlots(CHANGES_WORDS.summary, { id, good, bad });

/** What stands in the place of a standard now; '' when nothing does. */
export const tellSuccessors = (answer: StatusAnswer | undefined): string =>
  (answer ? successorsOf(answer) : []).map(({ designation }) => designation).join('、');

/** What a newer catalogue says otherwise of one standard. */
export function describeChange({ kind, designation, title, before, after }: PackChange): string {
  const names = { before: before && STATUS_WORDS[before.status], after: after && STATUS_WORDS[after.status] };
  const moved =
    kind === 'status' ? fillSlots(CHANGES_WORDS.became, { before: names.before ?? '', after: names.after ?? '' }) : '';
  const status = moved || (names.after === undefined ? '' : fillSlots(CHANGES_WORDS.is, { after: names.after }));
  const list = tellSuccessors(after);
  const by = list === '' ? '' : fillSlots(CHANGES_WORDS.by, { list });
  return fillSlots(CHANGES_WORDS.change, { designation, title, status: status + by });
}

/** The same, behind the way in which it is different. */
export const tellChange = (change: PackChange): string => `${CHANGE_KINDS[change.kind]} ${describeChange(change)}`;

/** One piece of work. */
export const tellWork = ({ use, advice }: WorkItem): string =>
  fillSlots(CHANGES_WORDS.item, { place: USE_WORDS[use.in], name: use.name, message: advice.message });
