import { expect, it } from 'vitest';
import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import { readRoute } from '../../route.ts';
import { codeOf, hashOfEntry, hashOfEvidence, hashOfLedger, readLedgerPlace } from './place.ts';

const placeOf = (hash: string) => readLedgerPlace(readRoute(hash).parameter);

it('comes back from its own hash', () => {
  for (const sequence of [1, 12, 999_999_999]) expect(placeOf(hashOfEntry(sequence))).toEqual({ sequence });
  expect(placeOf(hashOfEntry(7, '链\u00001'))).toEqual({ sequence: 7, code: codeOf('链\u00001') });
  for (const { id } of itemsOf(PILOT_SCORECARD)) expect(placeOf(hashOfEvidence(id))).toEqual({ indicator: id });
  expect(placeOf(hashOfLedger())).toBeUndefined();
});

it('is the whole ledger for anything else', () => {
  for (const parameter of [
    'x',
    '-1',
    '0',
    '1.5',
    '1e3',
    '9999999999',
    'c1',
    'C',
    'C1x',
    '1.',
    '1.abc',
    '0.0123456789ab',
  ])
    expect(readLedgerPlace(parameter)).toBeUndefined();
});
