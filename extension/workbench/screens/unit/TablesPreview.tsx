import { fillSlots } from '../../../../core/base/text.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import type { TakenTable, TakenTables } from '../../../../core/unit/take-tables.ts';
import { Button } from '../../../ui/parts.tsx';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import type { ServiceWork } from '../../../worker/tasks.ts';
import { Lines } from '../../Lines.tsx';
import shared from '../../workbench.module.css';
import { type Agreed, agreedOf, NOTHING_SAID, ServiceChanges } from '../changes/ServiceChanges.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.tables;

/** A workbook that was read and is not kept yet. */
export interface Preview {
  name: string;
  taken: TakenTables;
  /** The profile beside which it was read. */
  beside: UnitProfile | undefined;
  /** What its list of services changes, where there is one and there were services before. */
  work?: ServiceWork;
}

/** What a workbook would change, and every row that it would not bring: nothing is kept before the person says so. */
export function TablesPreview(props: { preview: Preview; keep(agreed: Agreed): void; drop(): void }): JSX.Element {
  const { preview, keep, drop } = props;
  const { taken, work } = preview;
  const [said, say] = useState(NOTHING_SAID);
  const [unitName, setUnitName] = useState('');
  const id = useId();
  const needsName = taken.profile.name === '';
  const rows = taken.tables.reduce((sum, table) => sum + table.rows, 0);
  return (
    <section class={shared.section} aria-label={words.label}>
      <h2>{fillSlots(words.title, { name: preview.name })}</h2>
      {taken.tables.length === 0 && taken.claims.length === 0 ? <p>{words.nothing}</p> : null}
      {taken.tables.map((table) => (
        <Table key={table.id} table={table} />
      ))}
      {work === undefined ? null : <ServiceChanges work={work} said={said} say={say} />}
      {taken.claims.map((claim) => (
        <Claim key={claim.sheet} claim={claim} />
      ))}
      {taken.others.length > 0 ? (
        <p class={shared.quiet}>{fillSlots(words.others, { sheets: taken.others.join('、') })}</p>
      ) : null}
      {rows > 0 && needsName ? (
        <p class={css.name}>
          <label for={id}>{words.unitName}</label>
          <input
            id={id}
            class={shared.input}
            type="text"
            maxLength={100}
            value={unitName}
            onInput={(event) => setUnitName(event.currentTarget.value)}
          />
        </p>
      ) : null}
      <p class={css.sample}>
        {rows === 0 ? null : (
          <Button
            primary
            disabled={needsName && unitName.trim() === ''}
            onClick={() => {
              const profile = needsName ? { ...taken.profile, name: unitName.trim() } : taken.profile;
              keep(work === undefined ? { profile, tasks: [], listed: [] } : agreedOf(profile, work, said));
            }}
          >
            {words.keep}
          </Button>
        )}
        <Button onClick={drop}>{words.drop}</Button>
      </p>
    </section>
  );
}

/** What the office counted itself, and where its register says otherwise. */
function Claim({ claim }: { claim: TakenTables['claims'][number] }): JSX.Element {
  const { sheet, agreed, differing, remarks } = claim;
  const of = (what: (typeof remarks)[number]['what']): string[] =>
    remarks
      .filter((one) => one.what === what)
      .map(({ row, text }) => (row === 0 ? text : fillSlots(words.row, { row, text })));
  return (
    <section class={css.table}>
      <h3>{sheet === '' ? words.claimAlone : fillSlots(words.claim, { sheet })}</h3>
      <p>{fillSlots(words.claimed, { agreed, differing })}</p>
      <Lines title={words.look} tone="look" lines={of('look')} />
      <Lines title={words.notCounted} lines={of('skipped')} />
    </section>
  );
}

function Table({ table }: { table: TakenTable }): JSX.Element {
  const { name, sheets, rows, added, changed, same, missing, unknown, remarks } = table;
  const of = (what: TakenTable['remarks'][number]['what']): string[] =>
    remarks
      .filter((one) => one.what === what)
      .map(({ sheet, row, text }) => {
        const said = row === 0 ? text : fillSlots(words.row, { row, text });
        return sheets.length > 1 && row > 0 ? `${sheet} ${said}` : said;
      });
  const counts = { rows, added: added.length, changed: changed.length, same, missing: missing.length };
  return (
    <section class={css.table}>
      <h3>{sheets.join('、') === '' ? name : fillSlots(words.table, { name, sheets: sheets.join('、') })}</h3>
      <p>{fillSlots(missing.length > 0 ? words.countsMissing : words.counts, counts)}</p>
      <Lines title={words.lost} tone="must" lines={of('lost')} />
      <Lines title={words.look} tone="look" lines={of('look')} />
      <Lines title={words.changed} lines={changed} />
      <Lines title={words.missing} lines={missing} />
      <Lines title={words.skipped} lines={of('skipped')} />
      {unknown.length > 0 ? (
        <p class={shared.quiet}>{fillSlots(words.unknown, { heads: unknown.join('、') })}</p>
      ) : null}
    </section>
  );
}
