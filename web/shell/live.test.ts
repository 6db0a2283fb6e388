import { expect, test } from "vitest";
import { concerns } from "./live.ts";

const one = "0199e811-7a40-7d33-8c1e-2f3a4b5c6d7e";
const other = "0199e811-7a40-7d33-8c1e-2f3a4b5c6d7f";

test("a case that changed makes its own page and every list of cases old, and no other case's page", () => {
  expect(concerns(["cases", one, "places"], "case", one)).toBe(true);
  expect(concerns(["cases", "atMost=50"], "case", one)).toBe(true);
  expect(concerns(["cases"], "case", one)).toBe(true);
  expect(concerns(["cases", other], "case", one)).toBe(false);
  expect(concerns(["reports", one], "case", one)).toBe(false);
});

test("without an id all of the kind is old; an unknown kind changes nothing", () => {
  expect(concerns(["cases", other], "case")).toBe(true);
  expect(concerns(["second-reads"], "second-read")).toBe(true);
  expect(concerns(["cases", other], "weather")).toBe(false);
});
