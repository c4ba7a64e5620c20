import { labelKey } from '../base/text.ts';
import { roleOfLabel } from './glossary.ts';
import { GUIDE_BOX_LIST, MORE_GUIDE_LABELS } from './guide-boxes.ts';
import type { Role } from './vocabulary.ts';

const LABELS = new Set([
  ...GUIDE_BOX_LIST.flatMap(({ name, words = '' }) => [name, ...words.split(' ').filter(Boolean)]),
  ...MORE_GUIDE_LABELS.split(' '),
]);
const ROLES_OF_GUIDES: ReadonlySet<Role> = new Set(GUIDE_BOX_LIST.flatMap(({ role }) => role ?? []));
/** 一、 （二） 3. 4、 in front of a heading. */
const NUMBER =
  /^\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[)）]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*(?:[、.．)）]|(?=\s)))\s*/u;
/** Words that only a guide to a service has; the others stand in rules and plans too. */
const ONLY_GUIDES =
  /^(?:事项名称|办理事项|服务事项|设定依据|实施主体|(?:法定|承诺)(?:办结|办理)?(?:时限|期限)|办件类型|(?:基本|实施)编码|咨询电话|(?:监督)?投诉电话|办理地点|受理地点|办理时间|受理条件|是否收费)$/u;

/** A line without the number of its heading and without brackets behind: 一、受理条件（须同时符合） → 受理条件. */
export const guideLabelOf = (text: string): string =>
  labelKey(labelKey(text.replace(NUMBER, '')).replace(/[（(][^（()）]*[)）]/gu, ''));

/** True for a label of a guide to a service, as `guideLabelOf` gives it. */
export function isGuideLabel(label: string): boolean {
  if (LABELS.has(label)) return true;
  const role = roleOfLabel(label)?.role;
  return role !== undefined && ROLES_OF_GUIDES.has(role);
}

/** True for a label that no other document has as a heading. */
export const isOnlyOfGuides = (label: string): boolean => ONLY_GUIDES.test(label);
