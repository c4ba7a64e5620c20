import type { JSX } from '../ui/preact.ts';
import shared from './workbench.module.css';

interface SearchBoxProps {
  label: string;
  /** Shown while it is empty; the label where nothing else is given. */
  placeholder?: string;
  words: string;
  change: (words: string) => void;
}

/** Words by which a list is narrowed as one types. */
export const SearchBox = ({ label, placeholder = label, words, change }: SearchBoxProps): JSX.Element => (
  <input
    class={`${shared.input} ${shared.search}`}
    type="search"
    aria-label={label}
    placeholder={placeholder}
    maxLength={100}
    value={words}
    onInput={(event) => change(event.currentTarget.value)}
  />
);

/** The day for which something is told, ISO; an emptied box is today. */
export function DayBox(props: {
  label: string;
  day: string;
  today: string;
  change: (day: string) => void;
}): JSX.Element {
  const { label, day, today, change } = props;
  return (
    <label>
      {label}
      <input
        class={shared.input}
        type="date"
        required
        value={day}
        onChange={(event) => change(event.currentTarget.value || today)}
      />
    </label>
  );
}
