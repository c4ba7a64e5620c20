import { squeeze } from '../../../../../core/base/text.ts';
import { typesOfGroup } from '../../../../../core/records/index.ts';
import { RECORD_GROUPS, type RecordType } from '../../../../../core/records/record-type.ts';
import { type JSX, useState } from '../../../../ui/preact.ts';
import shared from '../../../workbench.module.css';
import { hashOfRecord } from '../place.ts';
import css from './record.module.css';
import { RECORD } from './words.ts';

const GROUPS = Object.keys(RECORD_GROUPS) as (keyof typeof RECORD_GROUPS)[];

/** Whether a type is meant by a word: by its name, or the name of one of its boxes. */
function isMeant({ name, boxes, example = '' }: RecordType, word: string): boolean {
  const texts = [name, example, ...boxes.flatMap(({ name: box, words = '' }) => [box, ...words.split(' ')])];
  return word === '' || texts.some((text) => text.includes(word));
}

/** The types of record, in their groups; a word leaves those that it means. */
export function TypeChooser(): JSX.Element {
  const [words, setWords] = useState('');
  const groups = GROUPS.map((id) => ({
    id,
    types: typesOfGroup(id).filter((type) => isMeant(type, squeeze(words))),
  })).filter(({ types }) => types.length > 0);
  return (
    <section class={css.chooser} aria-label={RECORD.choose.label}>
      <input
        class={`${shared.input} ${css.search}`}
        type="search"
        aria-label={RECORD.choose.search}
        placeholder={RECORD.choose.search}
        maxLength={40}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {groups.length === 0 ? <p role="status">{RECORD.choose.none}</p> : null}
      <div class={css.groups}>
        {groups.map(({ id, types }) => (
          <section key={id}>
            <h2>{RECORD_GROUPS[id]}</h2>
            <ul>
              {types.map((type) => (
                <li key={type.id}>
                  <a href={hashOfRecord({ type: type.id })}>{type.name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
