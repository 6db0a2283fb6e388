import { phrase } from "../../platform/languages/words.ts";
import type { Language } from "../words.ts";
import { say } from "../words.ts";

/** What the server's dry run says, as far as it is printed. */
export interface Run {
  run: {
    layout: string;
    sheet: string;
    counts: Record<"rows" | "planned" | "wrong" | "doubtful" | "leftOut" | "blank", number>;
    cases: Record<string, number>;
    people: Record<string, number>;
    events: Record<string, number>;
    issues: Issue[];
    issueCounts: Record<string, number>;
    fileIssues: { severity: string; code: string; column: number | null; header: string | null; params: Params }[];
    columns: { column: number; header: string; target: Target; filled: number }[];
  };
  notHeld: string[];
  refusal: { code: string; count: number } | null;
}
type Params = Record<string, string | number>;
export type Target = { to: "field"; field: string; choice: string | null } | { to: "keep" } | { to: "leave-out" };
interface Issue {
  severity: "wrong" | "doubtful" | "note";
  code: string;
  line: number;
  cell: string | null;
  header: string | null;
  given: string | null;
  right: string[];
  params: Params;
}

/** As many as fit on some screens; the rest is counted. */
const shown = 200;

/** The dry run in lines: what each column becomes, what would come of the file, then what is wrong and what is doubtful, with line, column and reason. */
export function reportLines({ run, notHeld }: Run, language: Language): string[] {
  const words = (key: string, values: Params = {}) => phrase(language, "cases/imports", key, values);
  const number = (n: number) => n.toLocaleString(language === "hi" ? "hi-IN" : "en");
  const counted = (of: Record<string, number>, group: string) =>
    Object.entries(of)
      .filter(([, n]) => n > 0)
      .map(([code, n]) => `  ${number(n)}  ${words(`${group}.${code}`)}`);
  const lines = [`${words(`layouts.${run.layout}`)}${run.sheet ? ` · ${run.sheet}` : ""}`, "", say("import.columns")];
  for (const { header, target, filled } of run.columns) {
    if (filled > 0) lines.push(`  ${header || "—"}  →  ${targetInWords(target, language)}`);
  }
  lines.push("", say("import.becomes"));
  lines.push(...counted(run.cases, "standings"));
  lines.push(...counted(run.people, "counted"));
  lines.push(...counted(run.events, "events"));
  if (run.counts.leftOut > 0) lines.push(`  ${say("import.left-out", { count: number(run.counts.leftOut) })}`);
  if (notHeld.length > 0) {
    const sections = notHeld.map((section) => words(`sections.${section}`)).join(", ");
    lines.push("", say("import.not-held", { sections }));
  }
  const aboutFile = run.fileIssues.map(
    (issue) => `  ${issue.header ? `${issue.header}: ` : ""}${words(`columns.${issue.code}.title`, issue.params)}`,
  );
  if (aboutFile.length > 0) lines.push("", say("import.about-columns"), ...aboutFile);
  for (const severity of ["wrong", "doubtful"] as const) {
    const these = run.issues.filter((issue) => issue.severity === severity);
    if (these.length === 0) continue;
    const rows = severity === "wrong" ? run.counts.wrong : run.counts.doubtful;
    lines.push("", say(severity === "wrong" ? "import.wrong-rows" : "import.doubtful-rows", { count: number(rows) }));
    lines.push(...these.slice(0, shown).map((issue) => `  ${issueInWords(issue, language)}`));
    if (these.length > shown) lines.push(`  ${say("import.more", { count: number(these.length - shown) })}`);
  }
  return lines;
}

function targetInWords(target: Target, language: Language): string {
  if (target.to !== "field") return phrase(language, "cases/imports", `targets.${target.to}`);
  const field = phrase(language, "cases/imports/facts", `fields.${target.field}`);
  // With the code in which --mapping speaks of it.
  return target.choice === null ? `${field} (${target.field})` : `${field} (${target.field}=${target.choice})`;
}

/** "line 12, Age (C12): This cannot be read as an age. Right: Years: 14, or 14-16, or about 15." */
function issueInWords({ code, line, cell, header, given, right, params }: Issue, language: Language): string {
  const words = (part: string) => phrase(language, "cases/imports", `issues.${code}.${part}`, params);
  const where = say("import.line", { line }) + (header ? `, ${header}` : "") + (cell ? ` (${cell})` : "");
  const what = given === null ? "" : ` “${given}”`;
  const would = right.length > 0 ? right.slice(0, 4).join(", ") : words("right");
  return `${where}:${what} ${words("title")} ${say("import.right", { right: would })}`;
}
