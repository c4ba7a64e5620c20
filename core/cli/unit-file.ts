import type { UnitProfile } from '../unit/profile.ts';
import { readText } from './disk.ts';

/** The profile in a JSON file. @throws ProblemError as `parseUnit` and the disk do */
export async function readUnit(path: string): Promise<UnitProfile> {
  const { parseUnit } = await import('../unit/parse.ts');
  return parseUnit(readText(path), path);
}
