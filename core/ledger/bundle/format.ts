import { ProblemError } from '../../base/problems.ts';
import { compareText, fillSlots } from '../../base/text.ts';
import { isInstant } from '../doubts.ts';
import type { CheckOptions } from '../verify.ts';

/** The format that is written; all before it are read. */
const NEWEST = 3;
export const FORMAT = `duibiao/ledger@${NEWEST}` as const;

/** Reasons for which a file is no bundle, or none that can be read. */
const INVALID = {
  'too-large': '文件太大',
  'too-many-entries': '记录太多，超过 {limit} 条',
  'too-many-chains': '链太多，超过 {limit} 条',
  'too-many-members': '里面的文件太多，超过 {limit} 个',
  'no-bundle': '是压缩包，但不是“对标”写的证据包，或被别的软件改过、重新压缩过',
  'line-too-long': '第 {line} 行太长，超过 {limit} MB',
  'not-json': '里面不是“对标”写的内容',
  'too-deep': '嵌套层数太多',
  'not-canonical': '里面有“对标”不会写的内容',
  shape: '“{path}”这一项{why}',
} as const;

/** The problem of a file that is no bundle: `bundle-invalid` with its reason. */
export function invalid(
  name: string,
  reason: keyof typeof INVALID,
  slots: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): ProblemError {
  return new ProblemError('bundle-invalid', { name, why: fillSlots(INVALID[reason], slots) }, cause);
}

/**
 * The format's number that a bundle, or its first line, names; undefined where it names none.
 * Throws ProblemError `bundle-newer` for one that this version does not know.
 */
export function formatVersion(value: unknown): number | undefined {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const version = typeof format === 'string' ? /^duibiao\/ledger@(\d{1,6})$/.exec(format)?.[1] : undefined;
  if (version === undefined) return undefined;
  if (Number(version) > NEWEST) throw new ProblemError('bundle-newer', { version });
  return Number(version);
}

/** What is asked of a bundle beside whether it is in order. */
export interface AskedOfBundle {
  /** A head hash that was kept outside (printed, signed): it has to be the hash of some entry. */
  witness?: string | undefined;
  /** ISO date-time UTC of the check, by a clock that is trusted. */
  now?: string | undefined;
}

/** What the check of each chain goes by: no entry is registered later than the bundle was written, or than it is checked. */
export function optionsFor({ witness, now }: AskedOfBundle, exportedAt: string | undefined): CheckOptions {
  const [asOf] = [exportedAt, now]
    .filter((time): time is string => time !== undefined && isInstant(time))
    .sort(compareText);
  return { ...(witness === undefined ? {} : { witness }), ...(asOf === undefined ? {} : { asOf }) };
}
