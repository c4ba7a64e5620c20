import type { JSX } from '../ui/preact.ts';

/** The head of a table whose columns are called by a table of words. */
export function TableHead<Column extends string>(props: {
  of: readonly Column[];
  words: Readonly<Record<Column, string>>;
}): JSX.Element {
  return (
    <thead>
      <tr>
        {props.of.map((column) => (
          <th key={column} scope="col">
            {props.words[column]}
          </th>
        ))}
      </tr>
    </thead>
  );
}
