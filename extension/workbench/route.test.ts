import { expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { hashOf, readRoute } from './route.ts';

it('comes back from its own hash', () => {
  const screen = fc.stringMatching(/^[a-z]{1,12}$/);
  const parameter = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }).map((text) => text.slice(0, 300));
  fc.assert(
    fc.property(screen, fc.option(parameter, { nil: undefined }), (name, given) => {
      const hash = hashOf(name, given);
      expect(hash).toMatch(/^#[\x21-\x7e]+$/);
      expect(readRoute(hash)).toEqual({
        screen: name,
        ...(given === undefined ? {} : { parameter: given.toWellFormed() }),
      });
    }),
  );
});

it('stays readable where a parameter is', () => {
  expect(hashOf('ledger', 12)).toBe('#/ledger/12');
  expect(hashOf('add', 'record.training-evaluation.12')).toBe('#/add/record.training-evaluation.12');
  expect(readRoute('#/ledger/一/2')).toEqual({ screen: 'ledger', parameter: '一/2' });
});

it('is none for anything else', () => {
  const long = `#/find/${'长'.repeat(301)}`;
  for (const hash of ['', '#', '#/', '#/Ledger', '#/ledger/', '#/ledger/%zz', '#ledger', 'ledger', long])
    expect(readRoute(hash)).toEqual({ screen: '' });
  fc.assert(fc.property(fc.string(), (text) => void readRoute(text)));
});
