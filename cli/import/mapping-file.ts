import { readFile } from "node:fs/promises";
import { z } from "zod";
import { exitCodes, Failure, messageOf } from "../failure.ts";
import { say } from "../words.ts";

/** What `--mapping FILE` holds: for each column, by its header, a field's name, `keep` or `leave-out`; and how days are read. */
const MappingFile = z.strictObject({
  columns: z.record(z.string(), z.string()),
  /** Columns whose days are written month first, or day first, whatever the rest of the file does. */
  dates: z.record(z.string(), z.enum(["day-first", "month-first"])).default({}),
  assumed: z.enum(["day-first", "month-first"]).default("day-first"),
});

export interface Column {
  column: number;
  header: string;
  target: unknown;
  dateOrder: "day-first" | "month-first" | null;
}

/**
 * What was decided in a file, for the columns that are there.
 * @throws Failure where it cannot be read, or names a column that the table has not
 */
export async function decisionsFrom(path: string, columns: readonly Column[]) {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Failure(say("import.no-mapping", { file: path, reason: messageOf(error) }), exitCodes.usage);
  });
  const read = MappingFile.safeParse(parsed(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = issue?.path.join(".") || "/";
    throw new Failure(say("import.bad-mapping", { file: path, at, reason: issue?.message ?? "" }), exitCodes.data);
  }
  const { columns: wanted, dates, assumed } = read.data;
  const named = (header: string) => columns.find((column) => column.header === header);
  const unknown = [...Object.keys(wanted), ...Object.keys(dates)].find((header) => !named(header));
  if (unknown !== undefined) {
    const known = columns.map((column) => column.header).join(", ");
    throw new Failure(say("import.mapping-column", { file: path, column: unknown, known }), exitCodes.data);
  }
  const decisions = columns.flatMap(({ column, header, target, dateOrder }) => {
    const wish = wanted[header];
    const order = dates[header] ?? null;
    if (wish === undefined && order === null) return [];
    return [{ column, target: wish === undefined ? target : targetOf(wish), dateOrder: order ?? dateOrder }];
  });
  return { decisions, assumed };
}

/** `vic_TypeOfExploitation=ForcedLabour`: the column is one answer of a field. */
function targetOf(wish: string): unknown {
  if (wish === "keep" || wish === "leave-out") return { to: wish };
  const [field = "", choice] = wish.split("=");
  return { to: "field", field, choice: choice ?? null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
