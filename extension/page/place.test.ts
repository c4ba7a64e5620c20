import { describe, expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { firstFree, notePlaces, overlap, type Rect, tagPlaces } from './place.ts';

const view: Rect = { left: 0, top: 0, right: 1000, bottom: 700 };
const rect = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const note = { width: 300, height: 44 };
const tag = { width: 18, height: 18 };
/** What is in the way, out of a list. */
const among =
  (filled: readonly Rect[]) =>
  (place: Rect): Rect | undefined =>
    filled.find((one) => overlap(one, place));

const aRect = fc
  .record({
    left: fc.integer({ min: -200, max: 1100 }),
    top: fc.integer({ min: -200, max: 800 }),
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  .map(({ left, top, width, height }) => rect(left, top, width, height));

describe('a note', () => {
  const target = rect(400, 300, 200, 30);

  it('stands below, else above, else beside, else in its own row where a cell is empty', () => {
    const place = (filled: Rect[]) => firstFree(notePlaces(target, note, view), among(filled));
    expect(place([])).toEqual(rect(400, 336, 300, 44));
    const below = rect(0, 336, 1000, 364);
    expect(place([below])).toEqual(rect(400, 250, 300, 44));
    const above = rect(0, 0, 1000, 298);
    expect(place([below, above])).toBeUndefined();
    // One line of text beside it: the note fits into the taller row.
    const tall = rect(400, 300, 200, 60);
    const around = [rect(0, 362, 1000, 338), rect(0, 0, 1000, 298)];
    expect(firstFree(notePlaces(tall, note, view), among([...around, rect(620, 300, 380, 60)]))).toEqual(
      rect(94, 300, 300, 44),
    );
  });

  it('may lie in the marked cell itself, which is empty', () => {
    const cell = rect(10, 100, 900, 60);
    const others = [rect(0, 0, 1000, 98), rect(0, 162, 1000, 500)];
    expect(firstFree(notePlaces(cell, note, view), among(others))).toEqual(rect(606, 108, 300, 44));
  });
});

describe('a place', () => {
  it('lies whole in the view, has the size that was asked for, and covers nothing', () => {
    fc.assert(
      fc.property(aRect, fc.array(aRect, { maxLength: 20 }), fc.constantFrom(note, tag), (target, filled, size) => {
        const places = size === note ? notePlaces(target, size, view) : tagPlaces(target, size, view);
        for (const place of places) {
          expect(place.right - place.left).toBeCloseTo(size.width);
          expect(place.bottom - place.top).toBeCloseTo(size.height);
          expect(place.left >= view.left && place.right <= view.right).toBe(true);
          expect(place.top >= view.top && place.bottom <= view.bottom).toBe(true);
        }
        const found = firstFree(places, among(filled));
        if (found) expect(filled.some((one) => overlap(one, found))).toBe(false);
        // None is given only where none is free.
        else expect(places.every((place) => among(filled)(place))).toBe(true);
      }),
    );
  });

  it('that meets what was found before is not looked at again, and there are only so many', () => {
    fc.assert(
      fc.property(aRect, (target) => {
        let looks = 0;
        const all = [...notePlaces(target, note, view), ...tagPlaces(target, tag, view)];
        expect(all.length).toBeLessThan(500);
        firstFree(all, () => {
          looks += 1;
          return view;
        });
        expect(looks).toBe(Math.min(1, all.length));
      }),
    );
  });
});
