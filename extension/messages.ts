import type { Problem } from '../core/base/problems.ts';
import type { CheckRun } from '../core/check/run.ts';
import type { DocumentModel } from '../core/document/model.ts';

/** What the panel shows of the active tab. */
export interface TabView {
  tabId: number;
  url: string;
  title: string;
  state: 'idle' | 'reading' | 'ready' | 'problem' | 'stale' | 'not-a-document' | 'classified';
  problem?: Problem;
  document?: DocumentModel;
  run?: CheckRun;
}
