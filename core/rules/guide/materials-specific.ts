import type { Source } from '../../base/source.ts';
import { cleanText, shorten, squeeze } from '../../base/text.ts';
import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { entriesOf, guidesOf } from '../questions/guides.ts';
import { cellOf, columnOf, isOpen, isSurelyEmpty, listRows, type Table, tablesOf } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  vague: { outcome: 'failed', message: '申请材料里的“{text}”不具体，请写明是哪些材料。' },
  nameless: { outcome: 'failed', message: '材料清单{row}没有写材料名称。' },
  'no-copies': { outcome: 'failed', message: '材料“{text}”没有写份数。' },
  'empty-copies': { outcome: 'failed', message: '材料清单的“{column}”一列没有填。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，申请材料没有查完。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '没有读到申请材料，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const NAME: WantedBox = { name: '材料名称', words: '申请材料 所需材料 申请材料名称 材料 提交材料' };
const COPIES: WantedBox = { name: '份数', words: '材料份数 提交份数 数量 原件份数 原件 复印件份数' };
const NEED: WantedBox = { name: '必要性', words: '材料必要性 是否必要 是否必需' };

/** 1. （二） ① — in front of a material. */
const MARK = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}\s*[)）、.．]|[①-⑳]|[-—–·•●○■◆□☐☑]+|[a-z][)）.])\s*/u;
/** How many, behind a material. */
const COUNT = /[（(，,\s]*(?:各|一式)?[一二两三四五六\d]{1,2}[份套张件页][)）]?$/u;
const IF_ANY = /[（(](?:如有|如需|若有|必要时|视情况?)[)）]$/u;
/** A material that names nothing: 其他材料, 法律法规规定的其他相关材料, 有关证明. */
const VAGUE =
  /^(?:(?:法律|法规|规章|政策|国家|省市?|上级|部门|主管部门|受理机关|审批机关|经办机构|窗口|镇政府|有关|相关)[、和及的]*)*(?:规定|要求|认为|需要)*(?:(?:应当?|需要?|必须)?(?:提供|提交|补充|出具))?的?(?:其他|其它|相关|有关|必要|需要)+的?(?:(?:应当?|需要?|必须)?(?:提供|提交|补充|出具)的?)?(?:相关|有关|必要|申请|辅助|佐证|补充|证明)*的?(?:材料|资料|证明|证件|手续|文件)等?$/u;

export const materialsSpecific = defineRule({
  id: 'materials-specific',
  title: '申请材料写得具体',
  severity: 'warning',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c11', 'handout-1-c12'],
  indicators: ['C11', 'C12'],
  reasons: REASONS,
  check({ document }) {
    const tables = tablesOf(document).filter((table) => isMaterials(table));
    const texts = textsOf(document);
    if (tables.length === 0 && texts.length === 0)
      return orUnread<ReasonId>(document, [{ reason: 'none' }], { reason: 'unread' });
    return orUnread(
      document,
      [...tables.flatMap(judge), ...texts.flatMap((text) => vagueLines(text, partUnread(document)))],
      { reason: 'unread' },
    );
  },
});

/** A list with a column of materials, and no list of services with their materials in one cell. */
function isMaterials(table: Table): boolean {
  const titles = table.header.map(squeeze);
  return columnOf(table, NAME) >= 0 && !titles.some((title) => /^(?:事项名称|服务事项|办理事项)$/u.test(title));
}

/** What stands under 申请材料 as text. */
function textsOf(document: DocumentModel): { lines: string[]; sources: Source[] }[] {
  return guidesOf(document).flatMap((guide) =>
    entriesOf(guide, GUIDE_BOXES.materials).flatMap(({ value, sources }) =>
      value === '' ? [] : [{ lines: value.split(/[\n；;]/u), sources }],
    ),
  );
}

/** A material that names nothing is short. */
const LONGEST_VAGUE = 50;

function isVague(text: string): boolean {
  if (text.length > LONGEST_VAGUE) return false;
  const plain = squeeze(
    cleanText(text)
      .replace(MARK, '')
      .replace(/[。；;，,]+$/u, ''),
  );
  return VAGUE.test(plain.replace(COUNT, '').replace(IF_ANY, '').replace(COUNT, ''));
}

/** Where a part was not read, what stands below the first line may be out of sight. */
function vagueLines({ lines, sources }: { lines: string[]; sources: Source[] }, isPart: boolean): Verdict<ReasonId>[] {
  return lines.flatMap((line, index): Verdict<ReasonId>[] => {
    // 其他材料 may be the caption of what stands below it.
    const isCaption = /[:：]\s*$/u.test(line) || (!MARK.test(line) && index === 0 && (lines.length > 1 || isPart));
    const text = shorten(
      cleanText(line)
        .replace(MARK, '')
        .replace(/[。；;，,]+$/u, ''),
      30,
    );
    return isVague(line) && !isCaption ? [{ reason: 'vague', slots: { text }, subject: text, sources }] : [];
  });
}

function judge(table: Table): Verdict<ReasonId>[] {
  const [name, copies, need] = [NAME, COPIES, NEED].map((wanted) => columnOf(table, wanted)) as [
    number,
    number,
    number,
  ];
  const rows = listRows(table);
  const say = (reason: ReasonId, subject: string, slots: Record<string, string | number>): Verdict<ReasonId> => ({
    reason,
    slots,
    subject,
    sources: [table.block.source],
  });
  const isUncounted = copies >= 0 && rows.length > 0 && rows.every((row) => isOpen(row, copies));
  const column = table.header[copies] ?? '';
  const verdicts = rows.flatMap((row): Verdict<ReasonId>[] => {
    const text = shorten(cellOf(row, name), 30);
    if (text === '')
      return isSurelyEmpty(row, name) && isCounted(row.cells, copies, need)
        ? [say('nameless', row.name, { row: row.name })]
        : [];
    const vague = cellOf(row, name).split('\n').find(isVague);
    if (vague !== undefined) return [say('vague', text, { text: shorten(vague, 30) })];
    return !isUncounted && isSurelyEmpty(row, copies) ? [say('no-copies', text, { text })] : [];
  });
  return isUncounted ? [...verdicts, say('empty-copies', column, { column })] : verdicts;
}

/** Something is said of a material, so that there is one. */
const isCounted = (cells: readonly string[], ...columns: number[]): boolean =>
  columns.some((column) => column >= 0 && squeeze(cells[column] ?? '') !== '');
