import type { Library } from './mark.ts';

/** O2OA: its own attribute on each box, and the parts that its document editor lays out. */
export const o2oa: Library = {
  classes: {},
  signs: '[mwftype] doc_layout_redHeader doc_layout_subject',
};
