import fc from "fast-check";
import { expect, test } from "vitest";
import { type Json, pathText, readLocated } from "./located-json.ts";

/** JSON as JSON.parse would have it, without the key that is refused here. */
const json = fc
  .jsonValue({ maxDepth: 4, noUnicodeString: false })
  .filter((value) => !JSON.stringify(value).includes("__proto__"))
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

test("reads what JSON.parse reads, whatever the spacing", () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, 2, "\t"), (value, indent) => {
      const read = readLocated(JSON.stringify(value, null, indent));
      expect(read.ok && read.json.value).toEqual(value);
    }),
  );
});

test("refuses exactly what JSON.parse refuses, but for a key that comes twice", () => {
  fc.assert(
    fc.property(json, fc.nat(), fc.constantFrom("", ",", "]", "}", '"', "x", "1", "\\", "\n"), (value, at, spoil) => {
      const whole = JSON.stringify(value, null, 1);
      const text = whole.slice(0, at % (whole.length + 1)) + spoil + whole.slice((at + 1) % (whole.length + 1));
      let parsed: { value: unknown } | null = null;
      try {
        parsed = { value: JSON.parse(text) };
      } catch {}
      const read = readLocated(text);
      if (!read.ok && read.fault.what === "key-twice") return;
      expect(read.ok).toBe(parsed !== null);
      if (read.ok) expect(read.json.value).toEqual(parsed?.value);
    }),
    { numRuns: 500 },
  );
});

test("tells the line of each value, and of the nearest around one that is not there", () => {
  const read = readLocated('{\n  "a": [\n    1,\n    { "b": 2 }\n  ]\n}');
  if (!read.ok) throw new Error("should be read");
  expect([[], ["a"], ["a", 0], ["a", 1, "b"], ["a", 1, "none"], ["z"]].map(read.json.lineOf)).toEqual([
    1, 2, 3, 4, 4, 1,
  ]);
  expect(read.json.has(["a", 1, "none"])).toBe(false);
});

test("a key that comes twice is refused with its place", () => {
  expect(readLocated('{ "a": 1,\n "a": 2 }')).toEqual({
    ok: false,
    fault: { line: 2, column: 2, what: "key-twice", found: "a" },
  });
});

test("text nested without end is refused, not followed", () => {
  expect(readLocated("[".repeat(100_000)).ok).toBe(false);
});

test("a path reads as people write it", () => {
  expect(pathText(["roles", 3, "names", "hi"])).toBe("roles[3].names.hi");
});
