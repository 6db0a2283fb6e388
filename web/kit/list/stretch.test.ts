import fc from "fast-check";
import { expect, test } from "vitest";
import { between, Heights, lay, nearer, STRETCH } from "./stretch.ts";

const someHeights = (measured: readonly (readonly [number, number])[]) => {
  const heights = new Heights(60);
  for (const [stretch, height] of measured) heights.take(stretch, height);
  return heights;
};
const measured = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 40, max: 900 })), { maxLength: 60 });
const count = fc.integer({ min: 1, max: 500 });

test("gaps and what is shown add up to the whole list, whatever is shown", () => {
  fc.assert(
    fc.property(measured, count, fc.nat(90), fc.nat(10), fc.option(fc.nat(90)), (some, rows, first, more, kept) => {
      const heights = someHeights(some);
      const stretches = Math.ceil(rows / STRETCH);
      const whole = Array.from({ length: stretches }, (_, at) => heights.of(at)).reduce(
        (sum, height) => sum + height,
        0,
      );
      const { shown, rest } = lay(
        heights,
        rows,
        Array.from({ length: more }, (_, at) => first + at),
        kept,
      );
      const laid = shown.reduce((sum, one) => sum + one.gap + heights.of(one.stretch), rest);
      expect(laid).toBeCloseTo(whole, 5);
      if (kept !== null && kept < stretches) expect(shown.map((one) => one.stretch)).toContain(kept);
    }),
  );
});

test("what touches the screen is shown, and nothing beyond it", () => {
  fc.assert(
    fc.property(
      measured,
      count,
      fc.integer({ min: -2000, max: 60_000 }),
      fc.integer({ min: 1, max: 3000 }),
      (some, rows, from, size) => {
        const heights = someHeights(some);
        const [first, last] = between(heights, rows, from, from + size) ?? [0, 0];
        let begins = 0;
        for (let stretch = 0; stretch < Math.ceil(rows / STRETCH); stretch += 1) {
          const ends = begins + heights.of(stretch);
          if (ends > from && begins < from + size) {
            expect(stretch).toBeGreaterThanOrEqual(first);
            expect(stretch).toBeLessThanOrEqual(last);
          }
          begins = ends;
        }
        expect(last - first).toBeLessThanOrEqual(Math.ceil(size / 40) + 2);
      },
    ),
  );
});

test("an empty list shows nothing", () => {
  expect(between(new Heights(60), 0, 0, 900)).toBeNull();
  expect(lay(new Heights(60), 0, [0], 0)).toEqual({ shown: [], rest: 0 });
});

test("what has been seen guesses the rest", () => {
  const heights = someHeights([
    [0, 300],
    [1, 500],
  ]);
  expect(heights.of(7)).toBe(400);
  expect(heights.take(0, 300.2)).toBe(false);
});

test("step by step everything wanted comes, each step makes one stretch at most, and then it rests", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 20 }), fc.nat(50), fc.nat(10), (start, first, more) => {
      const wanted = [first, first + more] as const;
      let made: readonly number[] = [...start].sort((one, other) => one - other);
      for (let step = 0; step <= more + 1; step += 1) {
        const next = nearer(made, wanted, first);
        expect(next.filter((stretch) => !made.includes(stretch)).length).toBeLessThanOrEqual(1);
        made = next;
      }
      expect(made).toEqual(Array.from({ length: more + 1 }, (_, at) => first + at));
      expect(nearer(made, wanted, first)).toBe(made);
    }),
  );
});
