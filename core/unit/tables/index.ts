import { applying } from './applying.ts';
import { basics } from './basics.ts';
import { duties } from './duties.ts';
import { numbering } from './numbering.ts';
import { people } from './people.ts';
import { retention } from './retention.ts';
import { services } from './services.ts';
import { standards } from './standards.ts';
import { structure } from './structure.ts';
import type { UnitTable } from './unit-table.ts';
import { windows } from './windows.ts';

/** The parts of a profile that are tables, in the order in which they are read: what others name comes first. */
export const UNIT_TABLES: readonly UnitTable[] = [
  basics,
  people,
  standards,
  structure,
  numbering,
  services,
  duties,
  applying,
  windows,
  retention,
];
