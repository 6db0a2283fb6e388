import type { SheetRefusal } from "../../../platform/sheets/refusals.ts";
import type { DryRun, FileIssue, PlannedRow, RowIssue } from "./model.ts";
import { EventKind, Standing } from "./model.ts";
import { type PlanInput, planRows, type RowSource } from "./plan.ts";

/** How many issues a dry run lists one by one; it counts all of them. */
const listedIssues = 2_000;

/**
 * Reads the whole sheet by its mapping and says what it would become, without keeping anything. Memory stays small: rows are handed to
 * `take` one by one and forgotten.
 * @param take is given every planned, wrong and left-out row, in order; the next row waits for it
 * @returns a refusal where the sheet cannot be read to its end: then nothing that `take` was given may be used
 */
export async function dryRun(
  source: RowSource,
  input: PlanInput,
  fileIssues: readonly FileIssue[],
  take: (row: PlannedRow) => void | Promise<void> = () => {},
): Promise<DryRun | SheetRefusal> {
  const tally = startTally(input, fileIssues);
  for await (const row of planRows(source, input)) {
    if ("ok" in row) return row;
    if (row.outcome === "blank") {
      tally.counts.blank++;
      continue;
    }
    count(tally, row);
    const waited = take(row);
    if (waited) await waited;
  }
  return tally;
}

function startTally({ mapping, fileHash, filled }: PlanInput, fileIssues: readonly FileIssue[]): DryRun {
  const zeros = <K extends string>(keys: readonly K[]) =>
    Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  return {
    fileHash,
    layout: mapping.layout,
    sheet: mapping.sheet,
    counts: { rows: 0, planned: 0, wrong: 0, doubtful: 0, leftOut: 0, blank: 0 },
    cases: zeros(Standing.options),
    people: { victims: 0, children: 0, childrenUntilSettled: 0, suspects: 0, caregivers: 0 },
    events: zeros(EventKind.options),
    issueCounts: {},
    issues: [],
    fileIssues: [...fileIssues],
    columns: mapping.columns.map(({ column, header, target }) => ({
      column,
      header,
      target,
      filled: filled[column] ?? 0,
      wrong: 0,
      doubtful: 0,
    })),
  };
}

function count(tally: DryRun, row: PlannedRow): void {
  const { counts } = tally;
  counts.rows++;
  if (row.outcome === "left-out") counts.leftOut++;
  else if (row.outcome === "wrong") counts.wrong++;
  else counts.planned++;
  if (row.outcome === "planned" && row.issues.some((issue) => issue.severity === "doubtful")) counts.doubtful++;
  for (const issue of row.issues) countIssue(tally, issue);
  if (row.case === null) return;
  tally.cases[row.case.standing]++;
  for (const event of row.case.events) tally.events[event.kind]++;
  for (const person of row.case.people) {
    if (person.role === "suspect") tally.people.suspects++;
    else if (person.role === "caregiver") tally.people.caregivers++;
    else {
      tally.people.victims++;
      if (person.childhood === "child") tally.people.children++;
      if (person.childhood === "child-until-settled") tally.people.childrenUntilSettled++;
    }
  }
}

function countIssue(tally: DryRun, issue: RowIssue): void {
  tally.issueCounts[issue.code] = (tally.issueCounts[issue.code] ?? 0) + 1;
  if (tally.issues.length < listedIssues) tally.issues.push(issue);
  const column = issue.column === null ? undefined : tally.columns[issue.column];
  if (!column) return;
  if (issue.severity === "wrong") column.wrong++;
  else if (issue.severity === "doubtful") column.doubtful++;
}
