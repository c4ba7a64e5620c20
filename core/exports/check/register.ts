import { fillSlots } from '../../base/text.ts';
import { type CheckedRegister, type CheckedRow, tallyOfRegister } from '../../check/checked-register.ts';
import { KIND_OF_ROWS } from '../../document/register.ts';
import { maskPayload } from '../../privacy/mask.ts';
import type { CheckResult, FileReport, Quote, Tool } from './report.ts';
import { REGISTER_REPORT_WORDS as WORDS } from './words.ts';

/**
 * The rows of a register as a result of many documents, for every format that tells one. What is personal is masked: it is made
 * to be handed on. @param tool what checked it, but for the rules and the catalogue, which the register names itself
 */
export function resultOfRegister(
  register: CheckedRegister,
  { unit, tool }: { unit: string; tool: Pick<Tool, 'name' | 'version'> },
): CheckResult {
  const { name, rows, total, read, today, rulePack, catalogue } = register;
  const { leftOut } = tallyOfRegister(register);
  const slots = { name, pages: read.length, rows: rows.length, total: total ?? 0, leftOut };
  const told = [
    fillSlots(total === undefined ? WORDS.read : WORDS.readOf, slots),
    ...(leftOut > 0 ? [fillSlots(WORDS.leftOut, slots)] : []),
  ];
  return {
    tool: { ...tool, rulePack, catalogue: catalogue.version },
    today,
    unit: [unit, ...told].filter(Boolean).join('　'),
    files: rows.map((row) => reportOfRow(row, register)),
    skipped: [],
  };
}

function reportOfRow(row: CheckedRow, register: CheckedRegister): FileReport {
  const kind = KIND_OF_ROWS[register.kind];
  const { page, serial, number, cells, stage } = row;
  const { title, findings } = maskPayload({
    // What the cells beside them tell of people.
    table: [register.columns.map(({ label }) => label), cells],
    ...{ kind, fields: [], title: row.title },
    findings: row.findings.map((finding) => ({
      ...finding,
      sources: [],
      quotes: finding.fields.flatMap((role): Quote[] =>
        register.columns.flatMap((column, at) =>
          column.role === role ? [{ place: '', label: column.label, text: cells[at] ?? '' }] : [],
        ),
      ),
    })),
  });
  return {
    uri: fillSlots(WORDS.row, { page, serial, number }).trim(),
    sha256: '',
    ...{ kind, kindWord: '', stage, title, isDocument: true, stopped: false, unread: false },
    ...{ findings, passed: [], notApplicable: [], notes: [], problems: [], lines: [] },
    rulePack: register.rulePack,
  };
}
