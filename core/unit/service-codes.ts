import { halfWidth, squeeze } from '../base/text.ts';

/*
 * Codes of services (domain: GB/T 39046, the platforms' own standard, and older schemes of provinces): 实施编码 of 31 or 33
 * characters begins with the unified social credit code of the body and holds the basic code.
 */

/** Lengths that codes have by GB/T 39046 and by the platforms' own standard. */
const CODE_LENGTHS: readonly number[] = [10, 12, 24, 31, 33, 36];
const BASIC_LENGTHS: readonly number[] = [10, 12];
/** Older provincial schemes; nothing is known of the rest. */
const OLDER_LENGTHS: readonly number[] = [11, 16, 18];
const SHORTEST = 6;
const BODY_LENGTH = 18;

/** What is wrong with the codes of a service, and in which of them. */
export interface CodeFault {
  fault: 'length' | 'basic-length' | 'checksum' | 'basic-differs';
  code: string;
}

/** A code of letters and digits, without the spaces and dashes by which people part it; undefined for anything else. */
export function plainCode(text: string): string | undefined {
  const code = halfWidth(squeeze(text)).replace(/[-—–－_.]/g, '');
  return /^[0-9A-Za-z]+$/.test(code) && code.length >= SHORTEST ? code.toUpperCase() : undefined;
}

/** What is wrong with 实施编码 and 基本编码, both as `plainCode` gives them. */
export function codeFaults({ code, basic }: { code?: string | undefined; basic?: string | undefined }): CodeFault[] {
  const faults: CodeFault[] = [];
  if (code && !CODE_LENGTHS.includes(code.length)) faults.push({ fault: 'length', code });
  if (basic && ![...BASIC_LENGTHS, ...OLDER_LENGTHS].includes(basic.length))
    faults.push({ fault: 'basic-length', code: basic });
  if (code?.length !== 31 && code?.length !== 33) return faults;
  const body = code.slice(0, BODY_LENGTH);
  if (isBodyCode(body) && !hasCheckDigit(body)) faults.push({ fault: 'checksum', code: body });
  if (basic?.length === 12 && !code.includes(basic)) faults.push({ fault: 'basic-differs', code: basic });
  return faults;
}

/** Signs of a unified social credit code (GB 32100): no I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Built as the code of a body: authority and sort, a region of six digits. */
const isBodyCode = (text: string): boolean =>
  /^[1-9A-GNY][1-9]\d{6}/.test(text) && Array.from(text).every((sign) => SIGNS.includes(sign));

function hasCheckDigit(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, -1)) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % SIGNS.length;
  }
  return SIGNS[(SIGNS.length - (sum % SIGNS.length)) % SIGNS.length] === code.at(-1);
}
