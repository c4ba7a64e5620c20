import type { Library } from './mark.ts';

/** Element UI and Element Plus. */
export const element: Library = {
  classes: {
    avatar: 'el-avatar',
    icon: 'el-icon',
    field: 'el-form-item',
    drawnSelect: 'el-select el-cascader el-tree-select',
    dialog: 'el-dialog el-drawer el-message-box',
    tab: 'el-tab-pane el-collapse-item__wrap',
    navigation: 'el-menu el-tabs__header el-breadcrumb el-pagination',
    steps: 'el-steps',
    item: 'el-step el-timeline-item',
    timeline: 'el-timeline',
    loading: 'el-loading-mask el-skeleton',
    clone: 'el-table__fixed el-table__fixed-right',
    cloned: 'el-table__cell',
    splitTable: 'el-table vxe-table',
    date: 'el-date-editor',
    required: 'is-required',
    drop: 'el-select-dropdown el-select__popper el-picker-panel el-picker__popper el-autocomplete-suggestion el-cascader__dropdown el-tooltip__popper el-form-item__error el-upload__tip',
    value: 'el-descriptions__content el-descriptions-item__content',
    search: 'el-table-search',
    done: 'is-finish is-success',
    current: 'is-process',
    waiting: 'is-wait',
  },
  patterns: { cloned: /^el-table_\d+_column_\d+$/ },
  chosen:
    '.el-select__selected-item.el-select__placeholder:not(.is-transparent),.el-select__tags-text,.el-tag__content',
  dialogTitle: '.el-dialog__title',
};
