import { expect, test } from "vitest";
import { readAge } from "./age.ts";

test("an age is a number in any figures, nothing, or wrong; never dropped in silence", () => {
  expect(["14", " १४ ", "۱۴"].map((typed) => readAge(typed, 23))).toEqual([14, 14, 14]);
  expect(readAge("  ", 23)).toBeNull();
  expect(["fourteen", "14-15", "24", "-1", "1.5"].map((typed) => readAge(typed, 23))).toEqual(Array(5).fill("wrong"));
});
