import fc from "fast-check";
import { expect, test } from "vitest";
import { commands } from "./commands.ts";
import { nearest, slipsBetween } from "./nearest.ts";

const word = fc.string({ unit: fc.constantFrom(..."abcde"), maxLength: 8 });

test("the number of slips is the same both ways, and nothing only for the same word", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
      expect(slipsBetween(a, b) === 0).toBe(a === b);
      expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test("one slip in a command's name still names that command", () => {
  const names = commands.map(({ name }) => name);
  const slip = fc.tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom("left out", "swapped", "doubled"));
  fc.assert(
    fc.property(slip, ([name, place, kind]) => {
      const at = place % (name.length - 1);
      const typed = {
        "left out": name.slice(0, at) + name.slice(at + 1),
        swapped: name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
        doubled: name.slice(0, at) + name.charAt(at) + name.slice(at),
      }[kind];
      expect(nearest(typed ?? "", names)).toBe(name);
    }),
  );
});

test("what resembles nothing has no nearest word", () => {
  expect(nearest("xylophone", ["demo", "start", "test"])).toBeNull();
  expect(nearest("DEMO", ["demo"])).toBe("demo");
});
