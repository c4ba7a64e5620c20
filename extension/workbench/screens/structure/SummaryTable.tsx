import { shortName } from '../../../../core/exports/structure-words.ts';
import type { Summary, SummaryRow } from '../../../../core/unit/summary.ts';
import type { JSX } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './structure.module.css';
import { STRUCTURE } from './words.ts';

/** 标准汇总表: how many standards of each class each sub-system has. */
export function SummaryTable({ summary }: { summary: Summary }): JSX.Element {
  const { columns, rows, total } = summary;
  return (
    <div class={shared.scroll}>
      <table class={`${shared.table} ${css.summary}`}>
        <thead>
          <tr>
            <th scope="col">{STRUCTURE.className}</th>
            {columns.map((name, at) => (
              // Two sub-systems may have one name.
              <th key={at} scope="col">
                {shortName(name)}
              </th>
            ))}
            <th scope="col">{STRUCTURE.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.name} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Line row={total} />
        </tfoot>
      </table>
    </div>
  );
}

function Line({ row }: { row: SummaryRow }): JSX.Element {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {row.counts.map((count, at) => (
        <td key={at}>{count}</td>
      ))}
      <td>{row.total}</td>
    </tr>
  );
}
