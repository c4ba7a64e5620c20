import { lazily } from '../ui/lazily.tsx';
import type { JSX } from '../ui/preact.ts';
import { CheckTab } from './check/CheckTab.tsx';
import { StandardsTab } from './standards/StandardsTab.tsx';
import type { PanelState } from './state.ts';

/** One part of the panel: a row of the table below. */
export interface PanelTab {
  /** Its folder. */
  id: string;
  title: string;
  component: (props: { state: PanelState }) => JSX.Element | null;
}

/**
 * The parts of the panel, in their order. Each lives in panel/<id>/ with its words and styles. What brings much with it is
 * loaded when it is first looked at.
 */
export const TABS: readonly [PanelTab, ...PanelTab[]] = [
  { id: 'check', title: '检查', component: CheckTab },
  {
    id: 'attachments',
    title: '附件',
    component: lazily(async () => (await import('./attachments/AttachmentsTab.tsx')).AttachmentsTab),
  },
  { id: 'standards', title: '标准', component: StandardsTab },
  {
    id: 'evidence',
    title: '证据',
    component: lazily(async () => (await import('./evidence/EvidenceTab.tsx')).EvidenceTab),
  },
];
