import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { digest, text } from '../shapes.ts';

/** Forms of the second version. */
const SECOND_FORMS = ['bundle', 'ledger-xlsx', 'score-xlsx', 'score-html'] as const;
/** Forms in which something is handed out. `bundle` is the whole ledger; the others are for people, made from it. */
export const EXPORT_FORMS = [...SECOND_FORMS, 'evidence-html', 'archive'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** A file that was handed out. The chain's head at that time is the entry's own previous hash. */
const first = v.strictObject({ name: text, sha256: digest });

const second = v.strictObject({
  name: text,
  form: v.picklist(SECOND_FORMS),
  /** SHA-256 of the file's bytes; of a bundle the digest in its last line, which binds all of it. */
  fingerprint: digest,
});

const third = v.strictObject({ ...second.entries, form: v.picklist(EXPORT_FORMS) });

/** How the files were named while the name alone told the form. */
const FORM_OF_NAME: readonly (readonly [(typeof SECOND_FORMS)[number], RegExp])[] = [
  ['bundle', /^证据包.*\.json$/u],
  ['ledger-xlsx', /^证据目录.*\.xlsx$/u],
  ['score-xlsx', /^计分表.*\.xlsx$/u],
  ['score-html', /^计分表.*\.html$/u],
];

export const exported = kind(
  '导出',
  firstVersion(first)
    .next(second, ({ name, sha256 }) => {
      const form = FORM_OF_NAME.find(([, pattern]) => pattern.test(name))?.[0];
      return form && { name, form, fingerprint: sha256 };
    })
    // There were fewer forms.
    .next(third, (payload) => payload),
);
