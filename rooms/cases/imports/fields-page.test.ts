import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeLists, importFields } from "./fields.ts";

const path = join(import.meta.dirname, "../../../docs/bringing-in.md");
const heading = "## The fields";

/** The last part of the page: every field that a column can become, with what its cells may say. */
function fieldsPart(): string {
  const rows = importFields.map(({ name, label, source, kind, list, sealed }) => {
    const codes = (codeLists.get(list ?? "") ?? []).map(([code]) => `\`${code}\``);
    const says = codes.length === 0 ? kind : codes.length > 24 ? `one of ${codes.length}` : codes.join(" ");
    return `| \`${name}\` | ${label} | ${source} | ${sealed ? "sealed" : ""} | ${says} |`;
  });
  return [
    heading,
    "",
    "This list is written by a test (`HOMEWARD_WRITE=1 ./homeward test rooms/cases/imports/fields-page`). “sealed”: stands in a sealed record or a",
    "sealed note, and is opened only by who holds its section.",
    "",
    "| code | what | from | | what a cell may say |",
    "|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

test("the page lists every field that --mapping may name; HOMEWARD_WRITE=1 writes it anew", () => {
  const before = readFileSync(path, "utf8");
  const page = before.slice(0, before.indexOf(heading)) + fieldsPart();
  if (process.env["HOMEWARD_WRITE"] === "1") writeFileSync(path, page);
  expect(before).toContain(heading);
  expect(readFileSync(path, "utf8")).toBe(page);
});
