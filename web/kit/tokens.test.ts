import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

function block(start: string): Record<string, string> {
  const from = css.indexOf(start);
  expect(from, start).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf("{", from + start.length - 1) + 1, css.indexOf("}", from));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] as string, (match[2] as string).trim()]),
  );
}

const light = block(":root {");
const dark = block('[data-theme="dark"] {');

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one = "", other = ""): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test("the device's dark and a person's dark are the same dark", () => {
  expect(block(':not([data-theme="light"]) {')).toEqual(dark);
});

test.each([
  ["light", light],
  ["dark", { ...light, ...dark }],
])("in %s every text reaches 4.5:1 on every ground, every edge 3:1", (_theme, tokens) => {
  for (const ground of ["--paper", "--raised", "--sunk"]) {
    for (const text of ["--ink", "--quiet", "--dusk", "--lamp", "--late", "--safe", "--seal"]) {
      expect(contrast(tokens[text], tokens[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(tokens["--edge"], tokens[ground]), `--edge on ${ground}`).toBeGreaterThanOrEqual(3);
  }
  for (const [text, ground] of [
    ["--paper", "--dusk"],
    ["--paper", "--dusk-deep"],
    ["--ink", "--dusk-wash"],
    ["--quiet", "--dusk-wash"],
    ["--dusk", "--dusk-wash"],
    ["--late", "--late-wash"],
    ["--ink", "--seal-wash"],
    ["--quiet", "--seal-wash"],
    ["--seal", "--seal-wash"],
    ["--paper", "--ink"],
  ]) {
    expect(contrast(tokens[text as string], tokens[ground as string]), `${text} on ${ground}`).toBeGreaterThanOrEqual(
      4.5,
    );
  }
});
