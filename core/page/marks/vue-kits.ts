import type { Library } from './mark.ts';

/** Smaller kits of the Vue world: Naive UI, Arco, TDesign, iView, Vant. */
export const vueKits: Library = {
  classes: {
    avatar: 'n-avatar t-avatar arco-avatar ivu-avatar van-avatar',
    field: 'ivu-form-item n-form-item arco-form-item t-form__item van-field',
    drawnSelect: 'n-base-selection ivu-select arco-select-view',
    steps: 'n-steps arco-steps',
    item: 'n-step arco-steps-item',
    done: 'n-step--finish-status arco-steps-item-finish',
    current: 'n-step--process-status arco-steps-item-process',
    waiting: 'n-step--wait-status arco-steps-item-wait',
  },
  chosen: '.ivu-select-selected-value,.n-base-selection-label__render-label,.arco-select-view-value',
};
