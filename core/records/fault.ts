import { isPlaceholder } from '../base/names.ts';
import { squeeze } from '../base/text.ts';

const NOTHING_FOUND =
  /^(?:无|没有|未发现|未见|正常|良好|优秀?|合格|符合|达标|通过|整洁|到位|完好|规范|齐全|已?落实|满意|[√✓✔是]|\d+(?:\.\d+)?分?|(?:均|全部|基本|各项)?(?:符合|合格|正常|良好|达标|规范|到位)|(?:未发现|无|没有|未见).{0,12}(?:问题|异常|情况|不符合项?|不合格项?|待改进项?|现象|违规))[。.！；;]?$/u;
const FOUND = /问题|不足|不|未|缺|差|迟到|早退|脱岗|离岗|漏|乱|少|没有|错|损坏|过期|待改进|欠|超|无(?!异常|问题|不)/u;

/** Longer remarks are told by their beginning. */
const LONGEST_REMARK = 500;

/** Whether an inspection's remark tells of something wrong; undefined when it cannot be said. */
export function tellsFault(text: string): boolean | undefined {
  const plain = squeeze(text).slice(0, LONGEST_REMARK);
  if (plain === '' || isPlaceholder(plain) || NOTHING_FOUND.test(plain)) return false;
  const parts = plain.split(/[，,；;。、]/u).filter(Boolean);
  if (parts.every((part) => NOTHING_FOUND.test(part))) return false;
  return FOUND.test(plain.replace(/未发现[^，,；;。]*|没有[^，,；;。]*问题|无[^，,；;。]{0,4}(?:问题|异常|违规)/gu, ''))
    ? true
    : undefined;
}
