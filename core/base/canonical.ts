import canonicalize from 'canonicalize';

/** Canonical JSON (RFC 8785). Throws TypeError on what JSON cannot hold: NaN, undefined at top, lone surrogates, cycles. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
