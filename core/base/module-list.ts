/** Adds modules to lists in source files: what the generators of the project share. */

/** A module to be added to a list such as RULES. */
export interface ListedModule {
  /** What it exports. */
  name: string;
  /** Path of its file, as the list imports it. */
  path: string;
  /** Name of the list. */
  list: string;
  /** The list is kept in the order of names; else the new one stands at its end. */
  sorted?: true;
}

/** some-rule → someRule */
export const exportName = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const WIDEST_LINE = 120;

/** The source of the list with one module more: its import among the others by path, its name in the list. */
export function withModule(source: string, { name, path, list, sorted }: ListedModule): string {
  const lines = source.split('\n');
  const imported = `import { ${name} } from '${path}';`;
  const pathOf = (line: string): string => /from '(.*)';$/.exec(line)?.[1] ?? '';
  const later = lines.findIndex(
    (line) => line.startsWith('import ') && !line.startsWith('import type') && pathOf(line) > path,
  );
  const afterImports = lines.findLastIndex((line) => line.startsWith('import ')) + 1;
  lines.splice(later < 0 ? afterImports : later, 0, imported);
  const [whole, head, inner] = new RegExp(`(export const ${list}[^=]*= \\[)([^\\]]*)\\];`).exec(lines.join('\n')) ?? [];
  if (whole === undefined || inner === undefined) throw new Error(`the list ${list} was not found`);
  const names = [...inner.split(',').map((one) => one.trim()), name].filter(Boolean);
  if (sorted) names.sort();
  const short = `${head}${names.join(', ')}];`;
  const long = `${head}\n${names.map((one) => `  ${one},\n`).join('')}];`;
  return lines.join('\n').replace(whole, () => (short.length <= WIDEST_LINE ? short : long));
}
