import { type JsonFile, parseJsonFile, placeInList } from '../../base/json.ts';
import { v } from '../../base/schema.ts';
import { fillSlots } from '../../base/text.ts';
import { DOCUMENT_KINDS } from '../../document/vocabulary.ts';
import { daySchema } from '../../standards/parse.ts';
import type { Standing } from '../basis.ts';
import { OWN_LIMITS } from '../own-limits.ts';
import type { Reason, Rule } from '../rule.ts';
import { wordSchema } from './own-type.ts';
import { OWN_TYPE_IDS, OWN_TYPES, type OwnTypeId } from './types/index.ts';

/** Rules that a unit wrote for itself as data: which boxes must be filled, how a number is written, which words are not used. */
export interface RulePack {
  schema: 'duibiao/rules@1';
  /** Small letters, digits and dashes; it stands before the id of each rule: `qinghe/contact-required`. */
  id: string;
  name: string;
  version: string;
  /** The unit's own regulation. Without it these are customs, and no louder than info. */
  basis?: { document: string; from?: string; to?: string };
  rules: OwnRule[];
}

/** One rule of a pack; what its type asks for stands beside. */
export interface OwnRule {
  id: string;
  type: OwnTypeId;
  /** What holds when it is passed: 有联系人. */
  title: string;
  kinds: Rule['kinds'][number][];
  severity: Rule['severity'];
  actor?: Rule['actor'];
  clause?: string;
  indicators?: string[];
  /** Said in the stead of the type's own sentence when it fails. */
  message?: string;
}

const WORDS = {
  id: '只能用小写字母、数字和短横，例如 contact-required',
  twice: '编号“{id}”用了两次',
  message: '一句话不能超过 200 个字',
  rule: '第 {n} 条规则',
} as const;

const idSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/, WORDS.id), v.maxLength(60));

/** What every own rule states. */
const common = {
  id: idSchema,
  title: wordSchema,
  kinds: v.pipe(v.array(v.picklist(DOCUMENT_KINDS)), v.minLength(1, '至少写一类文件')),
  severity: v.picklist(['error', 'warning', 'info']),
  actor: v.exactOptional(v.picklist(['author', 'reviewer', 'approver', 'office', 'administrator'])),
  clause: v.exactOptional(wordSchema),
  indicators: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^C\d{1,2}$/))), v.maxLength(30))),
  message: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty('不能是空的'), v.maxLength(200, WORDS.message))),
};

const ruleSchema = v.variant(
  'type',
  OWN_TYPE_IDS.map((type) => v.strictObject({ ...common, type: v.literal(type), ...OWN_TYPES[type].entries })),
);

const packSchema = v.strictObject({
  schema: v.literal('duibiao/rules@1'),
  id: idSchema,
  name: wordSchema,
  version: wordSchema,
  basis: v.exactOptional(
    v.strictObject({ document: wordSchema, from: v.exactOptional(daySchema), to: v.exactOptional(daySchema) }),
  ),
  rules: v.pipe(
    v.array(ruleSchema),
    v.minLength(1, '至少写一条规则'),
    v.maxLength(OWN_LIMITS.rules, `规则不能超过 ${OWN_LIMITS.rules} 条`),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const seen = new Set<string>();
      for (const [index, rule] of dataset.value.entries()) {
        const { id } = rule as OwnRule;
        if (seen.has(id))
          addIssue({
            message: fillSlots(WORDS.twice, { id }),
            path: [{ type: 'array', origin: 'value', input: dataset.value, key: index, value: rule }],
          });
        seen.add(id);
      }
    }),
  ),
});

const PACK_FILE: JsonFile<v.GenericSchema<unknown, RulePack>> = {
  schema: packSchema as v.GenericSchema<unknown, RulePack>,
  size: OWN_LIMITS.megabytes,
  notJson: 'rules-not-json',
  invalid: 'rules-invalid',
  place: placeInList(WORDS.rule),
};

/**
 * A unit's own rules from outside.
 * @param json the text of a file, or a value that was parsed already
 * @param name the file's name, for the sentence
 * @throws ProblemError `file-too-large`, `rules-not-json` with the line, or `rules-invalid` with each wrong place
 */
export function parseRulePack(json: unknown, name: string): RulePack {
  return parseJsonFile(json, name, PACK_FILE);
}

/** The rules of a pack as the engine runs them. Their ids begin with the pack's, so that none takes the place of another. */
export function rulesOfPack(pack: RulePack): Rule[] {
  return pack.rules.map((own) => {
    const { id, type, title, kinds, severity, actor = 'author', indicators = [], message } = own;
    const { reasons, check } = OWN_TYPES[type].make(own as never);
    return {
      ...{ id: `${pack.id}/${id}`, title, kinds, severity, actor, indicators, check },
      reasons: message === undefined ? reasons : saying(message, reasons),
      ...standingOfOwn(pack, own),
    };
  });
}

/** Reasons whose failing ones say this sentence. */
function saying(message: string, reasons: Rule['reasons']): Rule['reasons'] {
  const said = ([id, reason]: [string, Reason]): [string, Reason] => [
    id,
    reason.outcome === 'failed' ? { ...reason, message } : reason,
  ];
  return Object.fromEntries(Object.entries(reasons).map(said));
}

function standingOfOwn({ basis }: RulePack, { clause = '' }: OwnRule): Standing {
  if (basis === undefined) return { basis: [], rank: 'custom', inForce: {} };
  const { document, ...inForce } = basis;
  return { basis: [{ document, clause }], rank: 'unit', inForce };
}
