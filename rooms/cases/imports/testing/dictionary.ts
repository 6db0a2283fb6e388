import { cellText } from "../../../../platform/sheets/cells.ts";
import { openSheet } from "../../../../platform/sheets/open.ts";
import { ctdcColumns } from "../ctdc.ts";
import type { Marginal } from "../marginals.ts";

const names = ctdcColumns.map((column) => column.name);

/** The figures as the dictionary's sheet prints them. @param dictionary the path of CTDC's workbook */
export async function publishedMarginals(dictionary: string): Promise<Marginal[]> {
  const opened = await openSheet(dictionary);
  if (!opened.ok) throw new Error(opened.code);
  const found: Marginal[] = [];
  let part: "valid" | "missing" | null = null;
  for await (const row of opened.sheets.find((sheet) => sheet.name === "TabStat")?.rows() ?? []) {
    if (!row.ok) throw new Error(row.code);
    const [first = "", second = "", ...figures] = row.cells.map(cellText);
    const [count = 0, percent = 0, validPercent = 0, cumulative = 0] = figures.map(Number);
    if (names.includes(first)) {
      found.push({ column: first, values: [], valid: 0, missing: 0, total: 0 });
      part = null;
      continue;
    }
    const current = found.at(-1);
    if (!current) continue;
    if (first === "Valid") part = "valid";
    if (first === "Missing") {
      part = "missing";
      current.missing = count;
    } else if (first === "Total") current.total = count;
    else if (part === "valid" && second === "Total") current.valid = count;
    else if (part === "valid" && second !== "")
      current.values.push({
        value: second,
        count,
        percent: cents(percent),
        validPercent: cents(validPercent),
        cumulative: cents(cumulative),
      });
  }
  opened.close();
  // Columns with a single value are printed without their own total.
  for (const one of found) if (one.valid === 0) one.valid = one.values.reduce((sum, value) => sum + value.count, 0);
  return found;
}

const cents = (number: number) => Math.round(number * 100) / 100;
