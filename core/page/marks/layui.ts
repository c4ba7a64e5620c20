import type { Library } from './mark.ts';

/** layui and its layers. */
export const layui: Library = {
  classes: {
    button: 'layui-layer-btn0 layui-layer-btn1 layui-layer-btn2',
    icon: 'layui-icon',
    field: 'layui-form-item',
    drawnSelect: 'layui-form-select',
    dialog: 'layui-layer',
    tab: 'layui-tab-item layui-colla-content',
    navigation: 'layui-nav layui-side layui-tab-title layui-laypage',
    steps: 'layui-step layui-steps',
    item: 'layui-step-item layui-timeline-item',
    timeline: 'layui-timeline',
    clone: 'layui-table-fixed',
    splitTable: 'layui-table-view',
    date: 'laydate-icon Wdate',
    required: 'layui-form-required layui-required',
    drop: 'layui-laydate',
    drawnOption: 'layui-form-radio layui-form-checkbox layui-form-switch',
  },
  patterns: { loading: /^layui-layer-load(?:ing)?\d*$/ },
  dialogTitle: '.layui-layer-title',
};
