import type { Family } from '../../reader.ts';

/** O2OA: a form of its own elements, marked by `mwftype`, and a document editor whose parts have names. */
export const o2oa: Family = {
  id: 'o2oa',
  name: 'O2OA 读法',
  signs: [
    { weight: 10, mark: '[mwftype]' },
    { weight: 10, mark: 'doc_layout_redHeader' },
    { weight: 10, mark: 'doc_layout_subject' },
  ],
};
