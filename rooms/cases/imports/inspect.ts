import type { OpenedSheets, Sheet } from "../../../platform/sheets/open.ts";
import type { SheetRefusal } from "../../../platform/sheets/refusals.ts";
import type { Form } from "../../../platform/sheets/xform.ts";
import { headRows, type Layout, type LayoutRefusal, recogniseLayout, type SheetHead } from "./layouts.ts";
import { proposeMapping } from "./mapping.ts";
import type { FileIssue, Mapping, Mend } from "./model.ts";
import type { PlanInput, RowSource } from "./plan.ts";
import { type ColumnProfile, profiler } from "./profiles.ts";
import type { ReadingRules } from "./rows.ts";

/** What one look through a file has found. Everything a mapping screen shows, and what planning needs. */
export type Inspection = {
  ok: true;
  layout: Layout;
  mapping: Mapping;
  profiles: readonly ColumnProfile[];
  fileIssues: FileIssue[];
  source: RowSource;
  /** Puts together what planning needs. @param mapping as a person has changed it; without, as proposed */
  input(rules: ReadingRules, more?: { mapping?: Mapping; mends?: readonly Mend[] }): PlanInput;
};

export type InspectOptions = {
  /** The definition of the form that this is an export of. */
  form?: Form | null;
  /** The mapping of an earlier file with the same columns. */
  kept?: Mapping | null;
};

/**
 * Looks through an opened file: recognises its layout, reads every row once to learn what each column holds, and proposes a mapping.
 * A file that is a form, or holds no table, is refused.
 */
export async function inspectFile(
  opened: OpenedSheets,
  { form = null, kept = null }: InspectOptions = {},
): Promise<Inspection | SheetRefusal | LayoutRefusal> {
  if (opened.form) return { ok: false, code: "form-not-answers" };
  const heads: SheetHead[] = [];
  for (const sheet of opened.sheets) {
    const head = await headOf(sheet);
    if ("ok" in head) {
      // A look-up sheet may hold formulas; only the sheet with the records must not.
      if (opened.sheets.length === 1 || head.code !== "formula-cell") return head;
      heads.push({ name: sheet.name, hidden: sheet.hidden, rows: [] });
    } else heads.push(head);
  }
  const layout = recogniseLayout(heads, form);
  if (!layout.ok) return (await formulaInstead(opened, layout)) ?? layout;
  const sheet = opened.sheets.find((one) => one.name === layout.sheet);
  if (!sheet) throw new Error("the layout names a sheet that is not there");
  const columns = profiler();
  for await (const row of sheet.rows()) {
    if (!row.ok) return row;
    if (row.line >= layout.firstLine) columns.add(row.cells);
  }
  const profiles = columns.read();
  const proposed = proposeMapping(layout, profiles, kept);
  return {
    ok: true,
    layout,
    mapping: proposed.mapping,
    profiles,
    fileIssues: [...layout.issues, ...proposed.issues],
    source: sheet,
    input: (rules, more = {}) => ({
      fileHash: opened.hash,
      mapping: more.mapping ?? proposed.mapping,
      mixedDates: profiles.flatMap((profile, column) => (profile.dateOrder === "mixed" ? [column] : [])),
      filled: profiles.map((profile) => profile.filled),
      mends: more.mends ?? [],
      rules,
    }),
  };
}

async function headOf(sheet: Sheet): Promise<SheetHead | SheetRefusal> {
  const rows: { line: number; cells: SheetHead["rows"][number]["cells"] }[] = [];
  for await (const row of sheet.rows()) {
    if (!row.ok) return row;
    rows.push({ line: row.line, cells: row.cells });
    if (rows.length === headRows) break;
  }
  return { name: sheet.name, hidden: sheet.hidden, rows };
}

/** Where no table was found and one sheet could not be read for its formulas, those are the reason to tell. */
async function formulaInstead(opened: OpenedSheets, refusal: LayoutRefusal): Promise<SheetRefusal | null> {
  if (refusal.code === "form-not-answers") return null;
  for (const sheet of opened.sheets) {
    const head = await headOf(sheet);
    if ("ok" in head) return head;
  }
  return null;
}
