/** One measurement beside its reference, as `npm run bench -- --json` prints it (design section 9). */
export interface BenchRow {
  id: string;
  value: number;
  unit: 'ms' | 'bytes';
  /** What it is compared with, in the same run. */
  reference: string;
  referenceValue: number;
  /** value / referenceValue, except where `goal` says "faster": then referenceValue / value. */
  ratio: number;
  goal: string;
  ok: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value that `percent` of 100 values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A row whose value may be at most `limit` times its reference. */
export function atMost(
  limit: number,
  row: Pick<BenchRow, 'id' | 'value' | 'unit' | 'reference' | 'referenceValue'>,
): BenchRow {
  const ratio = row.value / row.referenceValue;
  return {
    ...row,
    value: round(row.value),
    referenceValue: round(row.referenceValue),
    ratio: round(ratio),
    goal: `ratio ≤ ${limit}`,
    ok: ratio <= limit,
  };
}

/** A row whose value has to be at least `times` times faster than its reference. */
export function fasterThan(
  times: number,
  row: Pick<BenchRow, 'id' | 'value' | 'unit' | 'reference' | 'referenceValue'>,
): BenchRow {
  const ratio = row.referenceValue / row.value;
  return {
    ...row,
    value: round(row.value),
    referenceValue: round(row.referenceValue),
    ratio: round(ratio),
    goal: `${times} times faster`,
    ok: ratio >= times,
  };
}
