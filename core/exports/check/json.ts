import type { Problem } from '../../base/problems.ts';
import type { StandingCounts } from '../../check/standing.ts';
import { jsonText } from '../json.ts';
import {
  type CheckResult,
  type DocumentDetails,
  type FileReport,
  type ToldFinding,
  type Tool,
  type Totals,
  totalsOf,
} from './report.ts';

interface DocumentJson
  extends Pick<FileReport, 'uri' | 'sha256' | 'kind' | 'kindWord' | 'stage' | 'isDocument' | 'title'>,
    DocumentDetails {
  findings: Omit<ToldFinding, 'quotes'>[];
  problems: Problem[];
}

/** The JSON of `check` (design.md section 5), with what was skipped and how many documents could not be read. */
interface CheckJson {
  schema: 'duibiao/check@1';
  tool: Tool;
  today: string;
  documents: DocumentJson[];
  skipped: string[];
  summary: Totals;
  /** Only where a baseline or verdicts were given. */
  standing?: StandingCounts & { gone: NonNullable<CheckResult['standing']>['gone'] };
}

export function checkJson({ tool, today, files, skipped, standing }: CheckResult): string {
  const json: CheckJson = {
    schema: 'duibiao/check@1',
    tool,
    today,
    documents: files.map(documentOf),
    skipped,
    summary: totalsOf(files),
    ...(standing && { standing: { ...standing.counts, gone: standing.gone } }),
  };
  return jsonText(json);
}

function documentOf(file: FileReport): DocumentJson {
  const { uri, sha256, kind, kindWord, stage, isDocument, title, findings, problems, details } = file;
  const { fields = [], trail = [], citations = [] } = details ?? {};
  return {
    ...{ uri, sha256, kind, kindWord, stage, isDocument, title, fields, trail },
    findings: findings.map(({ quotes: _, ...finding }) => finding),
    citations,
    problems,
  };
}
