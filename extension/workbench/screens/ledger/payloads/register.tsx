import { fillSlots } from '../../../../../core/base/text.ts';
import type { RegisterKind } from '../../../../../core/document/register.ts';
import type { EvidencePayload } from '../../../../../core/ledger/kinds/index.ts';
import { LinkButton } from '../../../../ui/parts.tsx';
import { type JSX, useState } from '../../../../ui/preact.ts';
import { REGISTER_WORDS } from '../../../../ui/words.ts';
import { Fact, Facts } from '../../../facts.tsx';
import shared from '../../../workbench.module.css';
import { ENTRY } from '../words.ts';

const { register: WORDS } = ENTRY;
/** Rows that are drawn at once. */
const STEP = 100;

/** A register that was kept as a whole: how much of it was read, and its rows. */
export function RegisterRows({ register }: { register: NonNullable<EvidencePayload['register']> }): JSX.Element {
  const { kind, name, table, rows, findings, pages, total, leftOut, full } = register;
  const [most, setMost] = useState(STEP);
  const [heads = [], ...lines] = table;
  const counts = new Map<number, number>();
  for (const { row } of findings) counts.set(row, (counts.get(row) ?? 0) + 1);
  return (
    <>
      <Facts title={WORDS.title}>
        <Fact name={WORDS.name}>{name}</Fact>
        <Fact name={WORDS.kind}>{REGISTER_WORDS[kind as RegisterKind] ?? kind}</Fact>
        <Fact name={WORDS.read}>
          {fillSlots(total === undefined ? WORDS.readText : WORDS.readOf, {
            pages: pages.length,
            rows: lines.length,
            total: total ?? 0,
          })}
        </Fact>
        <Fact name={WORDS.leftOut}>{leftOut > 0 ? fillSlots(WORDS.leftOutText, { count: leftOut }) : ''}</Fact>
        <Fact name={WORDS.full}>{full ? WORDS.fullText : ''}</Fact>
      </Facts>
      <section class={shared.section}>
        <h2>{WORDS.rows}</h2>
        <div class={shared.scroll}>
          <table class={shared.table}>
            <thead>
              <tr>
                <th scope="col">{WORDS.place}</th>
                <th scope="col">{WORDS.found}</th>
                {heads.map((head, at) => (
                  // Two columns may have one head.
                  <th scope="col" key={at}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, most).map((cells, at) => (
                // Rows have no ids of their own; their order is their identity.
                <tr key={at}>
                  <th scope="row">
                    {fillSlots(WORDS.placeText, { page: rows[at]?.page ?? '', serial: rows[at]?.serial ?? '' })}
                  </th>
                  <td>{counts.get(at + 1) ?? ''}</td>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {lines.length > most ? (
          <LinkButton onClick={() => setMost(most + STEP)}>
            {fillSlots(WORDS.more, { count: Math.min(STEP, lines.length - most) })}
          </LinkButton>
        ) : null}
      </section>
    </>
  );
}
