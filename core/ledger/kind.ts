import { v } from '../base/schema.ts';

/** One version of a payload: its shape, and how a payload of it is told in the terms of the next version. */
interface Version {
  schema: v.GenericSchema;
  /** Left out of the last one. undefined comes out where this payload cannot be told so. */
  upgrade?: (payload: never) => unknown;
}

/** A kind of entry. What was written once is read for ever: a version is never changed, a later one is put behind it. */
export interface Kind<Today = unknown> {
  /** Chinese name. */
  title: string;
  /** Every version that was ever written, the first one first; the last is written now. Empty: not written yet. */
  versions: readonly Version[];
  /** Only a type: a payload of the last version. */
  today?: Today;
}
export type PayloadOf<One extends Kind> = One extends Kind<infer Today> ? Today : never;

/** Versions in their order, the types of each step held together. */
interface Versions<Today> {
  list: readonly Version[];
  /** A later version, and how a payload of the one before is read as it: pure, and nothing invented. */
  next<Schema extends v.GenericSchema>(
    schema: Schema,
    upgrade: (payload: Today) => v.InferOutput<Schema> | undefined,
  ): Versions<v.InferOutput<Schema>>;
}

function versionsOf<Today>(earlier: readonly Version[], last: v.GenericSchema): Versions<Today> {
  return {
    list: [...earlier, { schema: last }],
    next: (schema, upgrade) => versionsOf([...earlier, { schema: last, upgrade }], schema),
  };
}

/** The first version of a payload. */
export const firstVersion = <Schema extends v.GenericSchema>(schema: Schema): Versions<v.InferOutput<Schema>> =>
  versionsOf([], schema);

/** A kind by its Chinese name and the versions of its payload; without them it is not written yet. */
export const kind = <Today = never>(title: string, versions?: Versions<Today>): Kind<Today> => ({
  title,
  versions: versions?.list ?? [],
});

/**
 * A payload of some version (1, 2, …) as one of today. undefined for a version that this one does not know, for a
 * shape that is not of its version, and for what cannot be told in today's terms.
 */
export function readVersion<Today>({ versions }: Kind<Today>, version: number, payload: unknown): Today | undefined {
  const [own, ...later] = versions.slice(version - 1);
  if (version < 1 || own === undefined) return undefined;
  const parsed = v.safeParse(own.schema, payload);
  if (!parsed.success) return undefined;
  let [told, upgrade] = [parsed.output, own.upgrade];
  for (const next of later) {
    told = upgrade?.(told as never);
    if (told === undefined) return undefined;
    upgrade = next.upgrade;
  }
  return told as Today;
}

/** Whether a payload has the shape of its version, as that was written; false also for a version that is not known. */
export function fitsVersion({ versions }: Kind, version: number, payload: unknown): boolean {
  const own = versions[version - 1];
  return own !== undefined && v.is(own.schema, payload);
}
