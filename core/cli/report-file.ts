import { groupsOf } from '../check/summary.ts';
import { type CheckSettings, checkFile, type FileResult } from './check-file.ts';
import { documentReport, type FileReport, isUnread } from './json.ts';
import type { Format } from './options.ts';
import { fileText } from './pretty.ts';

/** How a check is told. Plain data, as `CheckSettings`. */
export interface ReportSettings extends CheckSettings {
  format: Format;
  /** What passed and what does not apply as well. */
  all: boolean;
}

/** Reads, checks and tells one file. Never throws. */
export async function reportFile(path: string, settings: ReportSettings): Promise<FileReport> {
  return reportOf(await checkFile(path, settings), settings);
}

/** Tells what was read and checked, or why it was not. */
export function reportOf(result: FileResult, settings: ReportSettings): FileReport {
  const told =
    settings.format === 'json'
      ? { document: documentReport(result, settings, settings.all), text: '' }
      : { text: fileText(result, settings.all) };
  if (!('run' in result)) return { ...told, unread: true, groups: {} };
  const { run, model } = result;
  return {
    ...told,
    unread: isUnread(result),
    summary: run.summary,
    rulePack: run.rulePack,
    groups: Object.fromEntries(groupsOf(run, model).map(({ id, items }) => [id, items.length])),
  };
}
