import type { TableAbout } from '../../../../core/unit/catalogue-file.ts';
import type { JSX } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './catalogues.module.css';
import { CATALOGUES } from './words.ts';

const { about: words } = CATALOGUES;
/** Characters of a name or a source. */
const LONGEST = 200;

/** What a table of standards does not tell of itself; told when a box is left. What is empty, or a day to come, stays what it was. */
export function TableAboutForm(props: {
  about: TableAbout;
  today: string;
  change: (about: TableAbout) => void;
}): JSX.Element {
  const { about, today, change } = props;
  const box = (member: keyof TableAbout): JSX.Element => {
    const how = member === 'issuedOn' ? { type: 'date' as const, max: today } : { maxLength: LONGEST };
    return (
      <label>
        {words[member]}
        <input
          class={shared.input}
          {...how}
          value={about[member]}
          onChange={({ currentTarget: input }) => {
            const value = input.value.trim();
            if (value === '' || !input.validity.valid) input.value = about[member];
            else if (value !== about[member]) change({ ...about, [member]: value });
          }}
        />
      </label>
    );
  };
  return (
    <fieldset class={css.about}>
      <legend>{words.legend}</legend>
      {box('id')}
      {box('issuedOn')}
      {box('source')}
      <p class={shared.quiet}>{words.hint}</p>
    </fieldset>
  );
}
