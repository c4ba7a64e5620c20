import type { Library } from './mark.ts';

/** Ant Design of React and of Vue, old and new. */
export const antDesign: Library = {
  classes: {
    avatar: 'ant-avatar',
    icon: 'anticon',
    field: 'ant-form-item ant-descriptions-item-container',
    drawnSelect: 'ant-select ant-cascader-picker',
    dialog: 'ant-modal ant-drawer',
    tab: 'ant-tabs-tabpane ant-collapse-content',
    navigation: 'ant-menu ant-tabs-nav ant-tabs-bar ant-breadcrumb ant-pagination',
    steps: 'ant-steps',
    item: 'ant-steps-item ant-timeline-item',
    timeline: 'ant-timeline',
    loading: 'ant-spin-spinning ant-skeleton',
    clone: 'ant-table-fixed-left ant-table-fixed-right',
    cloned: 'ant-table-fixed-columns-in-body',
    splitTable: 'ant-table',
    date: 'ant-picker ant-calendar-picker',
    required: 'ant-form-item-required',
    drop: 'ant-select-dropdown ant-picker-dropdown ant-calendar-picker-container ant-tooltip ant-form-item-extra ant-form-extra ant-form-explain',
    value: 'ant-descriptions-item-content',
    search: 'ant-pro-table-search',
    done: 'ant-steps-item-finish',
    current: 'ant-steps-item-process',
    waiting: 'ant-steps-item-wait',
  },
  patterns: { drop: /^ant-form-item-explain/ },
  chosen:
    '.ant-select-selection-item,.ant-select-selection-item-content,.ant-select-selection-selected-value,.ant-select-selection__choice__content,.ant-cascader-picker-label',
  dialogTitle: '.ant-modal-title',
};
