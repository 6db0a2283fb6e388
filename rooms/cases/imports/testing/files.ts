import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvLine } from "../../../../platform/sheets/making.ts";
import { type OpenedSheets, openSheet } from "../../../../platform/sheets/open.ts";
import { dryRun } from "../dry-run.ts";
import { type Inspection, type InspectOptions, inspectFile } from "../inspect.ts";
import type { DryRun, Mapping, Mend, PlannedRow } from "../model.ts";

/** Files made in a test, and read as the product reads them. */

export const rules = { assumed: "day-first" as const, today: "2026-11-24", callingCode: "91" };

/** Where the published files lie, if they are there. */
export function published(file: string): string {
  return new URL(`../../../../../shared/data/${file}`, import.meta.url).pathname;
}

/** Writes the bytes, opens and inspects them, and hands them on; cleans up behind. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  use: (inspection: Inspection, opened: OpenedSheets) => Promise<T>,
  options: InspectOptions = {},
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "homeward-import-"));
  try {
    await writeFile(join(folder, name), content);
    return await withPath(join(folder, name), use, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function withPath<T>(
  path: string,
  use: (inspection: Inspection, opened: OpenedSheets) => Promise<T>,
  options: InspectOptions = {},
): Promise<T> {
  const opened = await openSheet(path);
  if (!opened.ok) throw new Error(`refused: ${opened.code}`);
  try {
    const inspection = await inspectFile(opened, options);
    if (!inspection.ok) throw new Error(`refused: ${inspection.code}`);
    return await use(inspection, opened);
  } finally {
    opened.close();
  }
}

export type Ran = { run: DryRun; rows: PlannedRow[]; mapping: Mapping; inspection: Inspection };

/** Runs a file dry and keeps its rows. */
export async function runFile(
  name: string,
  content: string | Uint8Array,
  { mends = [], ...options }: InspectOptions & { mends?: readonly Mend[] } = {},
): Promise<Ran> {
  return withFile(name, content, (inspection) => runInspected(inspection, mends), options);
}

export async function runInspected(inspection: Inspection, mends: readonly Mend[] = []): Promise<Ran> {
  const rows: PlannedRow[] = [];
  const run = await dryRun(inspection.source, inspection.input(rules, { mends }), inspection.fileIssues, (row) => {
    rows.push(row);
  });
  if ("ok" in run) throw new Error(`refused: ${run.code}`);
  return { run, rows, mapping: inspection.mapping, inspection };
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => csvLine(row)).join("");
}
