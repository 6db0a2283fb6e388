import { z } from "zod";
import {
  ColumnTarget,
  DateOrder,
  DryRun,
  FileIssue,
  Guess,
  LayoutId,
  MappedColumn,
  Mend,
  RowIssue,
  Section,
} from "./model.ts";

/** What the server answers about imports; screens and the command line read it. */

const Instant = z.iso.datetime({ offset: true });
export const ImportStateCode = z.enum(["open", "staging", "staged", "in"]);

export const ImportSummary = z.object({
  id: z.uuid(),
  state: ImportStateCode,
  revision: z.int(),
  layout: LayoutId,
  bytes: z.int(),
  begunAt: Instant,
  changedAt: Instant,
  inAt: Instant.nullable(),
  rowsPlanned: z.int(),
  rowsStaged: z.int(),
  /** How many cases came in; null before. */
  rowsIn: z.int().nullable(),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

export const ImportList = z.object({ imports: z.array(ImportSummary) });

export const ImportColumn = z.object({
  column: z.int(),
  header: z.string(),
  target: ColumnTarget,
  dateOrder: DateOrder.nullable(),
  guess: Guess,
  confirmed: z.boolean(),
  filled: z.int(),
  /** The first different texts in it. They may name people, like the file itself. */
  examples: z.array(z.string()),
  /** Days in it can be read either way. */
  ambiguousDates: z.int(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

export const ImportWork = z.object({
  name: z.string(),
  sheet: z.string(),
  hasForm: z.boolean(),
  assumed: DateOrder,
  /** The columns were decided for an earlier file of this agency. */
  fromEarlier: z.boolean(),
  columns: z.array(ImportColumn),
  fileIssues: z.array(FileIssue),
  mends: z.array(Mend),
});

/** `work` is null once the file is in: then nothing of it is kept but the cases. */
export const ImportView = ImportSummary.extend({ work: ImportWork.nullable() });
export type ImportView = z.infer<typeof ImportView>;

export const Begun = z.object({ id: z.uuid(), fresh: z.boolean(), state: ImportStateCode });

export const NewMapping = z.object({
  decisions: z.array(MappedColumn.pick({ column: true, target: true, dateOrder: true })).max(1_024),
  assumed: DateOrder,
});

export const NewMends = z.object({ mends: z.array(Mend).max(10_000) });

export const RunView = z.object({
  run: DryRun,
  /** Sections that the file fills and that this agency will not hold on its own cases. */
  notHeld: z.array(Section),
  /** Null: it may come in. */
  refusal: z.object({ code: z.string(), count: z.int() }).nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** One line of the file as it is read now, with its corrections. */
export const LineView = z.object({
  line: z.int(),
  outcome: z.enum(["planned", "wrong", "left-out", "blank", "none"]),
  issues: z.array(RowIssue),
  cells: z.array(z.object({ column: z.int(), text: z.string() })),
});
export type LineView = z.infer<typeof LineView>;

export const Staging = z.object({ looked: z.boolean() });

export const Marginals = z.object({
  total: z.int(),
  columns: z.array(
    z.object({
      column: z.string(),
      values: z.array(
        z.object({
          value: z.string(),
          count: z.int(),
          percent: z.number(),
          validPercent: z.number(),
          cumulative: z.number(),
        }),
      ),
      valid: z.int(),
      missing: z.int(),
      total: z.int(),
    }),
  ),
});
