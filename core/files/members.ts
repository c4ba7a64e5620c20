import { problem } from '../base/problems.ts';
import { formatOf } from './formats.ts';
import type { Member, NamedBytes } from './parser.ts';

/**
 * The files in an archive, each to be read by itself (`readDocument`); undefined for a file that is no archive. Archives are opened
 * one level deep: one inside of another is told and not opened.
 * @throws ProblemError as the `open` of the format (formats.ts), and nothing else
 */
export async function membersOf(file: NamedBytes): Promise<Member[] | undefined> {
  const format = formatOf(file);
  if (!format || !('open' in format)) return undefined;
  const members = await format.open(file);
  return members.map((member) => {
    const inner = 'bytes' in member ? formatOf(member) : undefined;
    const isArchive = inner !== undefined && 'open' in inner;
    return isArchive ? { name: member.name, problem: problem('file-nested-archive', { name: member.name }) } : member;
  });
}
