import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { digest, text } from '../shapes.ts';

/** Forms in which something is handed out. `bundle` is the whole ledger; the others are sheets made from it. */
export const EXPORT_FORMS = ['bundle', 'ledger-xlsx', 'score-xlsx', 'score-html'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** A file that was handed out. The chain's head at that time is the entry's own previous hash. */
const first = v.strictObject({ name: text, sha256: digest });

const second = v.strictObject({
  name: text,
  form: v.picklist(EXPORT_FORMS),
  /** SHA-256 of the file's bytes; of a bundle the digest in its last line, which binds all of it. */
  fingerprint: digest,
});

/** How the files were named while the name alone told the form. */
const FORM_OF_NAME: readonly (readonly [ExportForm, RegExp])[] = [
  ['bundle', /^证据包.*\.json$/u],
  ['ledger-xlsx', /^证据目录.*\.xlsx$/u],
  ['score-xlsx', /^计分表.*\.xlsx$/u],
  ['score-html', /^计分表.*\.html$/u],
];

export const exported = kind(
  '导出',
  firstVersion(first).next(second, ({ name, sha256 }) => {
    const form = FORM_OF_NAME.find(([, pattern]) => pattern.test(name))?.[0];
    return form && { name, form, fingerprint: sha256 };
  }),
);
