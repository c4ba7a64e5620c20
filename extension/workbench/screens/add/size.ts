import { fillSlots } from '../../../../core/base/text.ts';
import { ADD } from './words.ts';

/** The size of a file, for people: 812 字节, 34 KB, 2.5 MB, 120 GB. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return fillSlots(ADD.file.bytes, { size: bytes });
  if (bytes < 1_000_000) return fillSlots(ADD.file.kilobytes, { size: Math.round(bytes / 1_000) });
  if (bytes >= 1_000_000_000) return fillSlots(ADD.file.gigabytes, { size: Math.round(bytes / 100_000_000) / 10 });
  return fillSlots(ADD.file.megabytes, { size: Math.round(bytes / 100_000) / 10 });
}
