import { z } from "zod";
import { fileIssueCodes, rowIssueCodes } from "./issues.ts";

/**
 * The words of bringing existing work in. A *file* holds *rows*; a *mapping* says which *field* each column is; a *dry run* reads
 * every row by it and says what would become a *planned case* with its people and events, what is *doubtful* and what is *wrong*.
 * Nothing here is in the database yet.
 */

/** The sections of a case that have their own reading rule. */
export const Section = z.enum([
  "identity",
  "location",
  "contact",
  "health",
  "counselling",
  "statements",
  "suspects",
  "intelligence",
  "own-words",
]);
export type Section = z.infer<typeof Section>;

export const FieldKind = z.enum([
  "text",
  "long-text",
  "date",
  "number",
  "age",
  "choice",
  "choices",
  "country",
  "countries",
  "language",
  "phone",
  "email",
  "document",
  "yes-no",
]);
export type FieldKind = z.infer<typeof FieldKind>;

export const EventKind = z.enum([
  "registration",
  "referral-in",
  "referral-out",
  "rescue",
  "placement",
  "trafficking-event",
  "support-plan",
  "consent",
  "note",
]);
export type EventKind = z.infer<typeof EventKind>;

/** What a field tells about: the case, one of its people, an organisation, or an event. */
export const About = z.enum(["case", "victim", "suspect", "caregiver", "organisation", ...EventKind.options]);
export type About = z.infer<typeof About>;

/** A field that a column can become. */
export const ImportField = z.object({
  /** The HTCDS 2.0 name where the standard has the field ("prs_Gender"; "suspect/prs_Gender" for another person); else our own ("hw_…"). */
  name: z.string(),
  source: z.enum(["HTCDS 2.0", "CTDC", "Homeward"]),
  label: z.string(),
  about: About,
  kind: FieldKind,
  /** Code list of a choice, by the name of the field that owns it. */
  list: z.string().nullable(),
  /** Free text about people, and what points at one person: sealed before it reaches the database. */
  sealed: z.boolean(),
  section: Section.nullable(),
  /** Searchable when sealed, through an exact key of this kind. */
  exactKey: z.enum(["phone", "document"]).nullable(),
  /** May its day lie in the future? */
  future: z.boolean(),
});
export type ImportField = z.infer<typeof ImportField>;

export const LayoutId = z.enum(["htcds-excel", "htcds-xform", "ctdc-victim-perpetrator", "any"]);
export type LayoutId = z.infer<typeof LayoutId>;

/** Why a column is taken for a field. Each has its words. */
export const GuessReason = z.enum([
  "machine-name",
  "label",
  "other-name",
  "form-label",
  "close-spelling",
  "same-words",
  "values",
  "technical",
  "row-number",
  "empty",
  "nothing-known",
]);
export type GuessReason = z.infer<typeof GuessReason>;

export const Guess = z.object({
  field: z.string().nullable(),
  /** The column is one choice of a field with several (yes where it applies). */
  choice: z.string().nullable(),
  /** From 0 to 1: how sure. */
  score: z.number().min(0).max(1),
  reason: GuessReason,
  /** The name or words that it was recognised by. */
  matched: z.string().nullable(),
  /** Close seconds, best first. */
  others: z.array(z.object({ field: z.string(), score: z.number() })),
});
export type Guess = z.infer<typeof Guess>;

export const ColumnTarget = z.discriminatedUnion("to", [
  z.object({ to: z.literal("field"), field: z.string(), choice: z.string().nullable() }),
  /** No field, but nothing is lost: kept as a sealed note on the case. */
  z.object({ to: z.literal("keep") }),
  z.object({ to: z.literal("leave-out") }),
]);
export type ColumnTarget = z.infer<typeof ColumnTarget>;

export const DateOrder = z.enum(["day-first", "month-first"]);
export type DateOrder = z.infer<typeof DateOrder>;

export const MappedColumn = z.object({
  /** From 0. */
  column: z.int(),
  header: z.string(),
  target: ColumnTarget,
  /** How 03/04/2020 is read in this column; null where nothing in it says. */
  dateOrder: DateOrder.nullable(),
  guess: Guess,
  /** A person has looked at it and decided. */
  confirmed: z.boolean(),
});
export type MappedColumn = z.infer<typeof MappedColumn>;

export const Mapping = z.object({
  layout: LayoutId,
  sheet: z.string(),
  /** The line that names the columns; null where none does. */
  headerLine: z.int(),
  /** A second line of names that people read, where the file has both. */
  labelLine: z.int().nullable(),
  firstLine: z.int(),
  columns: z.array(MappedColumn),
});
export type Mapping = z.infer<typeof Mapping>;

/** A day as far as it is known: from its first to its last possible day. */
export const PlannedDate = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  precision: z.enum(["day", "month", "year", "span"]),
  /** "About", "before", "after Chhath": the true day may even lie a little outside. */
  about: z.boolean(),
});
export type PlannedDate = z.infer<typeof PlannedDate>;

export const PlannedContent = z.discriminatedUnion("is", [
  z.object({ is: z.literal("text"), text: z.string() }),
  /** Codes of the field's list; ISO 3166-1 alpha-2 for countries, BCP 47 for languages. */
  z.object({ is: z.literal("codes"), codes: z.array(z.string()).min(1) }),
  z.object({ is: z.literal("date"), date: PlannedDate }),
  z.object({ is: z.literal("number"), number: z.number() }),
  /** Years of age, both ends included; null: open. */
  z.object({ is: z.literal("age"), from: z.int().nullable(), to: z.int().nullable(), about: z.boolean() }),
  z.object({ is: z.literal("yes-no"), yes: z.boolean() }),
]);
export type PlannedContent = z.infer<typeof PlannedContent>;

export const PlannedValue = z.object({
  field: z.string(),
  sealed: z.boolean(),
  section: Section.nullable(),
  /** The column's own header, for values that are kept without a field. */
  header: z.string().nullable(),
  content: PlannedContent,
});
export type PlannedValue = z.infer<typeof PlannedValue>;

/** As the law of the house counts: unknown or near eighteen is a child until papers or a doctor settle it. */
export const Childhood = z.enum(["child", "child-until-settled", "adult"]);
export type Childhood = z.infer<typeof Childhood>;

export const PlannedPerson = z.object({
  role: z.enum(["victim", "suspect", "caregiver"]),
  childhood: Childhood.nullable(),
  /** One record stands for several people of whom only the group is known. */
  group: z.boolean(),
  values: z.array(PlannedValue),
});
export type PlannedPerson = z.infer<typeof PlannedPerson>;

export const PlannedEvent = z.object({
  kind: EventKind,
  on: PlannedDate.nullable(),
  values: z.array(PlannedValue),
});
export type PlannedEvent = z.infer<typeof PlannedEvent>;

/** How a case comes in. A past one was closed elsewhere, and is no closure of ours; a de-identified one names nobody and never will. */
export const Standing = z.enum(["open", "follow-up", "past", "past-de-identified"]);
export type Standing = z.infer<typeof Standing>;

export const RowKey = z.object({ fileHash: z.string().regex(/^[0-9a-f]{64}$/), line: z.int().min(1) });
export type RowKey = z.infer<typeof RowKey>;

export const PlannedCase = z.object({
  key: RowKey,
  standing: Standing,
  values: z.array(PlannedValue),
  people: z.array(PlannedPerson),
  events: z.array(PlannedEvent),
});
export type PlannedCase = z.infer<typeof PlannedCase>;

export const Severity = z.enum(["wrong", "doubtful", "note"]);
export type Severity = z.infer<typeof Severity>;

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something about one row, mostly one cell of it. Its words are `issues.<code>`: `title`, and `right` for what would be right. */
export const RowIssue = z.object({
  severity: Severity,
  code: z.enum(rowIssueCodes),
  line: z.int(),
  column: z.int().nullable(),
  header: z.string().nullable(),
  /** "C5". */
  cell: z.string().nullable(),
  field: z.string().nullable(),
  /** What the cell holds; null where the field is sealed, so that no list of issues names a child. */
  given: z.string().nullable(),
  /** What would be right, best first: codes or texts that the cell may hold instead. */
  right: z.array(z.string()),
  params: Params,
});
export type RowIssue = z.infer<typeof RowIssue>;

/** Something about a whole column, or about the file. */
export const FileIssue = z.object({
  severity: Severity,
  code: z.enum(fileIssueCodes),
  column: z.int().nullable(),
  header: z.string().nullable(),
  params: Params,
});
export type FileIssue = z.infer<typeof FileIssue>;

/** A correction made in the browser: another text for a cell, or a row left out. */
export const Mend = z.discriminatedUnion("do", [
  z.object({ do: z.literal("replace"), line: z.int(), column: z.int(), text: z.string() }),
  z.object({ do: z.literal("leave-out"), line: z.int() }),
  /** A person has looked at the doubts of a row and takes it as it is read. */
  z.object({ do: z.literal("accept"), line: z.int() }),
]);
export type Mend = z.infer<typeof Mend>;

export const PlannedRow = z.object({
  line: z.int(),
  outcome: z.enum(["planned", "wrong", "left-out"]),
  case: PlannedCase.nullable(),
  issues: z.array(RowIssue),
});
export type PlannedRow = z.infer<typeof PlannedRow>;

const Count = z.int().min(0);

/** What a file would become. */
export const DryRun = z.object({
  fileHash: z.string(),
  layout: LayoutId,
  sheet: z.string(),
  counts: z.object({
    rows: Count,
    planned: Count,
    wrong: Count,
    doubtful: Count,
    leftOut: Count,
    /** Lines that hold nothing but a running number. */
    blank: Count,
  }),
  cases: z.record(Standing, Count),
  people: z.object({
    victims: Count,
    children: Count,
    childrenUntilSettled: Count,
    suspects: Count,
    caregivers: Count,
  }),
  events: z.record(EventKind, Count),
  /** How often each issue came, also beyond those listed. */
  issueCounts: z.record(z.string(), Count),
  /** The first of them; `issueCounts` counts all. */
  issues: z.array(RowIssue),
  fileIssues: z.array(FileIssue),
  columns: z.array(
    z.object({
      column: z.int(),
      header: z.string(),
      target: ColumnTarget,
      filled: Count,
      wrong: Count,
      doubtful: Count,
    }),
  ),
});
export type DryRun = z.infer<typeof DryRun>;
