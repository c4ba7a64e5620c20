import type { JSX } from '../ui/preact.ts';
import type { WorkbenchState } from './state.ts';

/** What every screen is drawn with. */
export interface ScreenProps {
  state: WorkbenchState;
  /** Its title in the navigation. */
  title: string;
  /** What stands behind its name in the address: `12` of `#/ledger/12`. The screen itself reads it. */
  parameter: string | undefined;
  /** All screens, in the order of the navigation. */
  screens: readonly Screen[];
}

/** One screen of the workbench: a row of the table in screens.ts. */
export interface Screen {
  /** Its name in the address, and its folder. */
  id: string;
  /** Its name in the navigation and in the title of the page. */
  title: string;
  /** Where the navigation has it: in the row, apart at its end, or not at all, for what is reached from another screen. */
  place?: 'end' | 'none';
  component: (props: ScreenProps) => JSX.Element | null;
}
