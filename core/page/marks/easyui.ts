import type { Library } from './mark.ts';

/** jQuery EasyUI. */
export const easyui: Library = {
  classes: {
    tab: 'panel-htop accordion-body',
    navigation: 'tabs-header',
    header: 'datagrid-header-row',
    splitTable: 'datagrid-view1 datagrid-view2',
    date: 'datebox',
    drop: 'validatebox-tip tooltip',
  },
};
