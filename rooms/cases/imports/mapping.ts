import { guessColumns, sureEnough, targetOf } from "./columns.ts";
import { ctdcColumnNamed } from "./ctdc.ts";
import { codeLists, fieldNamed, importFields, isField } from "./fields.ts";
import { fileIssue, type Layout } from "./layouts.ts";
import type { ColumnTarget, DateOrder, FileIssue, Guess, MappedColumn, Mapping } from "./model.ts";
import type { ColumnProfile } from "./profiles.ts";
import { editDistance, keyOf } from "./text.ts";

/**
 * Proposes what each column becomes. A kept mapping of an earlier file speaks first, column by column and by name, in whatever order
 * they now stand; the rest is guessed.
 */
export function proposeMapping(
  layout: Layout,
  profiles: readonly ColumnProfile[],
  kept: Mapping | null,
): { mapping: Mapping; issues: FileIssue[] } {
  const width = widthOf(layout, profiles);
  const seen = Array.from({ length: width }, (_, column) => ({
    header: layout.names[column]?.header ?? "",
    label: layout.names[column]?.label ?? null,
    profile: profiles[column] ?? emptyProfile,
  }));
  const guesses =
    layout.id === "ctdc-victim-perpetrator" ? seen.map(({ header }) => ctdcGuess(header)) : guessColumns(seen);
  const issues: FileIssue[] = [];
  const earlier = new Map(kept?.columns.map((column) => [columnKey(column.header), column]));
  const columns = seen.map(({ header, profile }, column): MappedColumn => {
    const guess = guesses[column] ?? ctdcGuess("");
    const before = header === "" ? undefined : earlier.get(columnKey(header));
    const known = before && mayBecome(before.target, layout.id) === null ? before : null;
    const target = known?.target ?? decided(layout, guess, guesses, profile);
    return {
      column,
      header,
      target,
      dateOrder: dateOrder(profile, known),
      guess,
      confirmed: known?.confirmed ?? false,
    };
  });
  for (const column of columns) issues.push(...columnIssues(column, profiles[column.column] ?? emptyProfile, layout));
  const { id, sheet, headerLine, labelLine, firstLine } = layout;
  return { mapping: { layout: id, sheet, headerLine, labelLine, firstLine, columns }, issues };
}

/**
 * How many columns the table has. Cells to the right of the last name are a column only where many rows have them; a few are rows with
 * a separator too many, in which every cell behind it stands under the wrong name, and such a row must not come in.
 */
function widthOf(layout: Layout, profiles: readonly ColumnProfile[]): number {
  const named = layout.names.findLastIndex(({ header }) => header !== "") + 1;
  const most = Math.max(0, ...profiles.map((profile) => profile.filled));
  const used = profiles.findLastIndex((profile) => profile.filled > 1 && profile.filled >= most / 5) + 1;
  return Math.max(named, used);
}

const emptyProfile: ColumnProfile = {
  filled: 0,
  sample: [],
  days: 0,
  running: false,
  dateOrder: null,
  ambiguousDates: 0,
};

/** By this a kept mapping is found again: the same columns in any order. */
export function headerSignature(headers: readonly string[]): string {
  return headers
    .map(columnKey)
    .filter((key) => key !== "")
    .sort()
    .join("|");
}

/** Marks count here: "a/b" and "a b" may be two columns of one form. */
function columnKey(header: string): string {
  return `${keyOf(header)}${/[/:]/.test(header) ? `#${header.trim().toLowerCase()}` : ""}`;
}

/** What a person decided about one column. */
export type ColumnDecision = Pick<MappedColumn, "column" | "target" | "dateOrder">;

export type DecisionRefusal = {
  allowed: false;
  code: "column-unknown" | "field-unknown" | "stays-without-names";
  /** `given` is what was asked for, `nearest` the field or answer most like it; both empty where the code is about something else. */
  params: { column: number; given: string; nearest: string };
  legalBasis: null;
};

/**
 * The proposed mapping with what a person decided. Only columns that are there can be decided, and only for fields that exist; a
 * published file without names takes no field that could hold one, whoever asks for it.
 */
export function withDecisions(proposed: Mapping, decisions: readonly ColumnDecision[]): Mapping | DecisionRefusal {
  const columns = [...proposed.columns];
  for (const { column, target, dateOrder } of decisions) {
    const before = columns[column];
    const code = before ? mayBecome(target, proposed.layout) : "column-unknown";
    if (!before || code !== null) {
      const params = { column, ...(code === "field-unknown" ? nearTo(target) : { given: "", nearest: "" }) };
      return { allowed: false, code: code ?? "column-unknown", params, legalBasis: null };
    }
    columns[column] = { ...before, target, dateOrder, confirmed: true };
  }
  return { ...proposed, columns };
}

/** Why a column may not become this; null where it may. */
function mayBecome(target: ColumnTarget, layout: Mapping["layout"]): "field-unknown" | "stays-without-names" | null {
  const published = layout === "ctdc-victim-perpetrator";
  if (target.to === "leave-out") return null;
  if (target.to === "keep") return published ? "stays-without-names" : null;
  if (!isField(target.field)) return "field-unknown";
  const field = fieldNamed(target.field);
  const listed =
    target.choice === null || (codeLists.get(field.list ?? "") ?? []).some(([code]) => code === target.choice);
  if (!listed) return "field-unknown";
  return published && field.sealed ? "stays-without-names" : null;
}

/** What a person may have meant who names a field, or an answer of one, that does not exist. */
function nearTo(target: ColumnTarget): { given: string; nearest: string } {
  if (target.to !== "field") return { given: "", nearest: "" };
  const { field, choice } = target;
  if (!isField(field)) {
    return {
      given: field,
      nearest: closest(
        field,
        importFields.map(({ name }) => name),
      ),
    };
  }
  const codes = (codeLists.get(fieldNamed(field).list ?? "") ?? []).map(([code]) => code);
  const near = codes.length === 0 ? field : `${field}=${closest(choice ?? "", codes)}`;
  return { given: `${field}=${choice}`, nearest: near };
}

function closest(given: string, known: readonly string[]): string {
  const [best] = known
    .map((one) => [one, editDistance(given.toLowerCase(), one.toLowerCase(), 99)] as const)
    .sort(([, a], [, b]) => a - b);
  return best?.[0] ?? "";
}

function ctdcGuess(header: string): Guess {
  const found = ctdcColumnNamed(header);
  const none = { choice: null, matched: null, others: [] };
  if (!found) return { field: null, score: 0, reason: "nothing-known", ...none };
  return { ...none, field: found.field, choice: found.choice, score: 1, reason: "machine-name", matched: found.name };
}

function decided(layout: Layout, guess: Guess, all: readonly Guess[], profile: ColumnProfile): ColumnTarget {
  // A de-identified file stays so: what nobody knows in it may name somebody.
  if (layout.id === "ctdc-victim-perpetrator" && guess.field === null) return { to: "leave-out" };
  // Survey tools write several answers both together and one by one; together says it all.
  const together = guess.choice !== null && layout.id !== "ctdc-victim-perpetrator";
  if (together && all.some((other) => other.field === guess.field && other.choice === null)) return { to: "leave-out" };
  return targetOf(guess, profile);
}

function dateOrder(profile: ColumnProfile, known: MappedColumn | null): DateOrder | null {
  if (profile.dateOrder === "mixed") return null;
  return profile.dateOrder ?? known?.dateOrder ?? null;
}

function columnIssues(column: MappedColumn, profile: ColumnProfile, layout: Layout): FileIssue[] {
  const { target, guess, header, column: at } = column;
  const about = (severity: FileIssue["severity"], code: FileIssue["code"], params: FileIssue["params"] = {}) =>
    fileIssue(severity, code, at, header, params);
  if (profile.filled === 0) return [];
  const found: FileIssue[] = [];
  if (header === "" && target.to === "keep") found.push(about("doubtful", "header-missing", { count: profile.filled }));
  else if (target.to === "keep") found.push(about("note", "column-kept", { count: profile.filled }));
  if (target.to === "leave-out" && guess.field === null && guess.reason === "nothing-known") {
    const code = layout.id === "ctdc-victim-perpetrator" ? "column-not-published" : "column-left-out";
    found.push(about("note", code, { count: profile.filled }));
  }
  if (target.to === "field" && !column.confirmed && guess.score < sureEnough + 0.15) {
    found.push(about("doubtful", "column-unsure", { field: target.field }));
  }
  if (target.to === "field" && profile.ambiguousDates > 0) {
    if (profile.dateOrder === "mixed")
      found.push(about("doubtful", "date-order-mixed", { count: profile.ambiguousDates }));
    else if (column.dateOrder === null)
      found.push(about("doubtful", "date-order-assumed", { count: profile.ambiguousDates }));
  }
  return found;
}
