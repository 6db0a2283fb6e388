import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { qrOf } from "./qr.ts";

const told = (text: string): string =>
  qrOf(text)
    .map((row) => row.map((dark) => (dark ? "1" : "0")).join(""))
    .join("\n");
const hash = (text: string): string => createHash("sha256").update(told(text)).digest("hex").slice(0, 16);

test("an authenticator's address is a code of 41 squares, as an independent reader read it", () => {
  const address = "otpauth://totp/Homeward:nandini?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Homeward";
  expect(qrOf(address)).toHaveLength(41);
  // These codes were read back once with another program, letter for letter; a changed square changes the hash.
  expect([hash(address), hash("a"), hash("r".repeat(213)), hash("नमस्ते दुनिया")]).toEqual([
    "3f2452b7b9773332",
    "e8ab680854e4019c",
    "4f2a0eab7d05c297",
    "d689cb3015e6de76",
  ]);
});

test("up to 213 bytes; one more is refused", () => {
  expect(qrOf("r".repeat(213))).toHaveLength(57);
  expect(() => qrOf("r".repeat(214))).toThrow(RangeError);
});

test("whatever it says, it is square, with three corner marks", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const squares = qrOf(text);
      const size = squares.length;
      expect(squares.every((row) => row.length === size)).toBe(true);
      for (const [row, column] of [
        [0, 0],
        [0, size - 7],
        [size - 7, 0],
      ] as const) {
        expect(
          squares.slice(row, row + 7).map((line) =>
            line
              .slice(column, column + 7)
              .map(Number)
              .join(""),
          ),
        ).toEqual(["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]);
      }
    }),
    { numRuns: 40 },
  );
});
