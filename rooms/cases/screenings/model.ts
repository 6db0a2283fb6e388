import { z } from "zod";
import { SOURCES, VALUES } from "../../../engines/screening/index.ts";
import { Instant } from "../model.ts";

const ItemId = z.string().regex(/^[a-z-]+\.[a-z0-9-]+$/);

/** An answer is codes; notes to it are sealed together and never stand among the codes. */
export const GivenAnswers = z.record(ItemId, z.object({ value: z.enum(VALUES), source: z.enum(SOURCES).optional() }));
export type GivenAnswers = z.infer<typeof GivenAnswers>;

/** What is written beside single questions: the words of an assent, how somebody knows. */
export const ItemNotes = z.record(ItemId, z.string().trim().min(1).max(2000));

/** A screening as it is handed in, on a report or a case. */
export const NewScreening = z.object({
  answers: GivenAnswers,
  notes: z.string().trim().max(20_000).optional(),
  itemNotes: ItemNotes.refine((notes) => Object.keys(notes).length <= 200, "Too many notes.").optional(),
});
export type NewScreening = z.infer<typeof NewScreening>;

/** The engine's advice as it was kept; later rules never change it. */
export const KeptAdvice = z.record(z.string(), z.unknown());
const Names = z.record(z.string(), z.string());
export const DECISIONS = ["trafficking", "not-trafficking", "not-yet"] as const;

/** One kept screening. Names and agencies are null where a home's name would tell a place. */
export const ScreeningView = z.object({
  id: z.uuid(),
  madeAt: Instant,
  agency: Names.nullable(),
  madeBy: Names.nullable(),
  rules: KeptAdvice,
  answers: GivenAnswers,
  advice: KeptAdvice,
  notes: z.string().nullable(),
  itemNotes: z.record(z.string(), z.string()),
  /** Made while there was only a report, and carried over when the case was opened. */
  onReport: z.boolean(),
  decision: z.enum(DECISIONS).nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: Names.nullable(),
  decidedByMe: z.boolean(),
  reason: z.string().nullable(),
  countersigned: z.boolean(),
  countersignedAt: Instant.nullable(),
  countersignedBy: Names.nullable(),
  /** "Not trafficking" of a child stands only once another person has signed it as well. */
  countersignatureNeeded: z.boolean(),
  reviewOn: z.iso.date().nullable(),
});
export type ScreeningView = z.infer<typeof ScreeningView>;

/** What a named worker decides, and why. The advice never decides. */
export const NewDecision = z.object({
  decision: z.enum(DECISIONS),
  reason: z.string().trim().min(8).max(5000),
  reviewOn: z.iso.date().nullable().default(null),
});
export type NewDecision = z.infer<typeof NewDecision>;

/** A screening of a report: what a case's has, made where there is no case yet. */
export const ReportScreeningView = ScreeningView.omit({ onReport: true });
export type ReportScreeningView = z.infer<typeof ReportScreeningView>;
