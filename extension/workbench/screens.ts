import { lazily } from '../ui/lazily.tsx';
import type { Screen } from './screen.ts';

/**
 * The screens of the workbench, in the order of the navigation; the first is what any unknown address leads to. Each lives in
 * screens/<id>/ with its words, state and styles, and is loaded when it is first opened.
 */
export const SCREENS: readonly [Screen, ...Screen[]] = [
  {
    id: 'ledger',
    title: '证据',
    component: lazily(async () => (await import('./screens/ledger/Ledger.tsx')).Ledger),
  },
  {
    id: 'records',
    title: '台账',
    component: lazily(async () => (await import('./screens/records/RecordsScreen.tsx')).RecordsScreen),
  },
  {
    id: 'backup',
    title: '备份与恢复',
    component: lazily(async () => (await import('./screens/backup/BackupScreen.tsx')).BackupScreen),
  },
  {
    id: 'integrity',
    title: '核对与见证',
    component: lazily(async () => (await import('./screens/integrity/IntegrityScreen.tsx')).IntegrityScreen),
  },
  {
    id: 'merge',
    title: '合并',
    component: lazily(async () => (await import('./screens/merge/MergeScreen.tsx')).MergeScreen),
  },
  {
    id: 'evaluation',
    title: '自评',
    component: lazily(async () => (await import('./screens/evaluation/EvaluationScreen.tsx')).EvaluationScreen),
  },
  {
    id: 'standards',
    title: '标准',
    component: lazily(async () => (await import('./screens/standards/StandardsScreen.tsx')).StandardsScreen),
  },
  {
    id: 'catalogues',
    title: '标准目录',
    component: lazily(async () => (await import('./screens/catalogues/CataloguesScreen.tsx')).CataloguesScreen),
  },
  {
    id: 'coverage',
    title: '事项与标准',
    component: lazily(async () => (await import('./screens/coverage/CoverageScreen.tsx')).CoverageScreen),
  },
  {
    id: 'changes',
    title: '变更清单',
    component: lazily(async () => (await import('./screens/changes/ChangesScreen.tsx')).ChangesScreen),
  },
  {
    id: 'structure',
    title: '标准体系',
    component: lazily(async () => (await import('./screens/structure/StructureScreen.tsx')).StructureScreen),
  },
  {
    id: 'rules',
    title: '规则',
    component: lazily(async () => (await import('./screens/rules/RulesScreen.tsx')).RulesScreen),
  },
  {
    id: 'mappings',
    title: '教过的表单',
    component: lazily(async () => (await import('./screens/mappings/MappingsScreen.tsx')).MappingsScreen),
  },
  {
    id: 'unit',
    title: '单位资料',
    component: lazily(async () => (await import('./screens/unit/UnitScreen.tsx')).UnitScreen),
  },
  {
    id: 'help',
    title: '帮助',
    component: lazily(async () => (await import('./screens/help/HelpScreen.tsx')).HelpScreen),
  },
  {
    id: 'start',
    title: '开始',
    place: 'end',
    component: lazily(async () => (await import('./screens/start/StartScreen.tsx')).StartScreen),
  },
  {
    id: 'settings',
    title: '设置',
    place: 'end',
    component: lazily(async () => (await import('./screens/settings/SettingsScreen.tsx')).SettingsScreen),
  },
  {
    id: 'add',
    title: '添加证据',
    place: 'none',
    component: lazily(async () => (await import('./screens/add/AddScreen.tsx')).AddScreen),
  },
  {
    id: 'find',
    title: '查找',
    place: 'none',
    component: lazily(async () => (await import('./screens/find/FindScreen.tsx')).FindScreen),
  },
];

/** The screen of that name; the first where there is none. */
export function screenOf(id: string): Screen {
  return SCREENS.find((screen) => screen.id === id) ?? SCREENS[0];
}
