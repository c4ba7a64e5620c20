import { fillSlots, shorten } from '../../../../../core/base/text.ts';
import { typesBehind } from '../../../../../core/records/index.ts';
import type { RecordType } from '../../../../../core/records/record-type.ts';
import { type JSX, useId } from '../../../../ui/preact.ts';
import type { RecordLine } from '../../../../worker/records.ts';
import shared from '../../../workbench.module.css';
import { Row } from '../parts.tsx';
import type { Filled } from './filled.ts';
import { RECORD } from './words.ts';

/** The records behind which this one stands, chosen out of the ledger: one row for each type of them. */
export function Links(props: {
  type: RecordType;
  records: readonly RecordLine[];
  links: Filled['links'];
  change(links: Filled['links']): void;
}): JSX.Element {
  const { type, records, links, change } = props;
  return (
    <>
      {typesBehind(type).map((earlier) => (
        <Choice
          key={earlier.id}
          earlier={earlier}
          lines={records.filter((line) => line.type === earlier.id)}
          chosen={links[earlier.id]?.to.hash ?? ''}
          how={wayTo(earlier, type)}
          choose={(line) => change({ ...links, [earlier.id]: line && { to: line.at, how: wayTo(earlier, type) } })}
        />
      ))}
    </>
  );
}

/** How a record of a type belongs to an earlier one of another. */
const wayTo = (earlier: RecordType, { id }: RecordType): 'with' | 'follows' =>
  earlier.links.some(({ to, how }) => to === id && how === 'with') ? 'with' : 'follows';

function Choice(props: {
  earlier: RecordType;
  how: 'with' | 'follows';
  lines: readonly RecordLine[];
  chosen: string;
  choose(line: RecordLine | undefined): void;
}): JSX.Element {
  const id = useId();
  const { earlier, lines, chosen } = props;
  const words = RECORD.links;
  return (
    <Row label={fillSlots(words[props.how], { type: earlier.name })} hint={words.hint} for={id}>
      <select
        id={id}
        class={shared.input}
        aria-describedby={`${id}-hint`}
        value={chosen}
        onChange={(event) => {
          const { value } = event.currentTarget;
          props.choose(lines.find(({ at }) => at.hash === value));
        }}
      >
        <option value="">{words.none}</option>
        {lines.map(({ at, about, factOn }) => (
          <option key={at.hash} value={at.hash}>
            {fillSlots(words.line, { sequence: at.sequence, about: shorten(about, 30), day: factOn }).trim()}
          </option>
        ))}
      </select>
    </Row>
  );
}
