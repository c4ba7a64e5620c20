import { maskPayload } from '../../privacy/mask.ts';
import type { FileResult } from './check-file.ts';

/**
 * A result as it may lie in a file that is handed on: by the kind of the document and the roles of its boxes an
 * applicant's data go, public numbers stay. What the command prints is not masked: it is what the user's own file says.
 */
export function maskedResult(result: FileResult): FileResult {
  if (!('run' in result)) return result;
  const { model, run, lines, quotes } = result;
  const { kind, title, fields, trail, notes } = model;
  const masked = maskPayload({ kind, title, fields, trail, notes, findings: run.findings, lines, quotes });
  return {
    ...result,
    model: { ...model, title: masked.title, fields: masked.fields, trail: masked.trail, notes: masked.notes },
    run: { ...run, findings: masked.findings },
    lines: masked.lines,
    quotes: masked.quotes,
  };
}
