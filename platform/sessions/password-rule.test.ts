import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordWeakness } from "./password-rule.ts";

test.each([
  ["password-short", "tiny"],
  ["password-short", "elevenchars"],
  ["password-common", "password1234"],
  ["password-common", "P@$$w0rd2026!"],
  ["password-common", "JaiShriRam@108"],
  ["password-common", "qwertyuiopas"],
  ["password-common", "123456789012"],
  ["password-common", "abcabcabcabc"],
  ["password-common", "aaaaaaaaaaaaaaa"],
  ["password-common", "welcomeindia1"],
  ["password-common", "20261124202611"],
])("%s: %s", (code, password) => {
  expect(passwordWeakness(password)).toBe(code);
});

test("names are no password, in any script", () => {
  expect(passwordWeakness("asha.rao-2026", ["asha", "Asha Rao"])).toBe("password-like-name");
  expect(passwordWeakness("आशाराव२०२६११", ["आशा राव"])).toBe("password-like-name");
  expect(passwordWeakness("asha sells yellow kites", ["Asha Rao"])).toBeNull();
});

test("words that do not belong together will do, without signs and capitals", () => {
  for (const good of ["plum carriage lantern", "चार पीली पतंगें नदी पर", "kursi neela chammach bandar"])
    expect(passwordWeakness(good)).toBeNull();
});

test("whatever one types, the rule answers, and a longer good password never becomes short", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200, unit: "grapheme" }),
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 4 }),
      (password, names) => {
        const found = passwordWeakness(password, names);
        expect([null, "password-short", "password-common", "password-like-name"]).toContain(found);
        if (found !== "password-short") expect(passwordWeakness(`${password}x`, names)).not.toBe("password-short");
      },
    ),
    { numRuns: 500 },
  );
});
