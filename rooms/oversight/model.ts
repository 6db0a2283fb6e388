import { z } from "zod";

const Instant = z.iso.datetime({ offset: true });
const Names = z.record(z.string(), z.string());

export const Opening = z.object({
  entryId: z.uuid(),
  at: Instant,
  outcome: z.string(),
  reason: z.string().nullable(),
  worker: Names,
  agency: Names.nullable(),
  agencyKind: z.string().nullable(),
  /** A random reference; it is no case number. */
  oversightRef: z.uuid(),
  section: z.int().nullable(),
  refusedBecause: z.string().nullable(),
  /** Its place in the log, once it has one. */
  seq: z.int().nullable(),
});
export const CaseOfOversight = z.object({
  oversightRef: z.uuid(),
  jurisdiction: z.string(),
  sex: z.int(),
  ageBand: z.string().nullable(),
  situation: z.string(),
  risk: z.int().nullable(),
  respondBy: Instant.nullable(),
  isOpen: z.boolean(),
  openedAt: Instant,
  origin: z.string(),
  lastEventAt: Instant.nullable(),
  openings: z.int(),
});
export const RefusalOfOversight = z.object({
  entryId: z.uuid(),
  at: Instant,
  verb: z.string(),
  outcome: z.string(),
  code: z.string().nullable(),
  worker: Names,
  agency: Names.nullable(),
  agencyKind: z.string(),
});
/** A report or a second reading that waits too long. Nothing of what it says. */
export const UnreadOfOversight = z.object({
  /** Tells the rows of this list apart, and is nobody's id. */
  key: z.uuid(),
  kind: z.enum(["unread", "unclaimed", "second-reading"]),
  since: Instant,
  hours: z.int(),
  channel: z.enum(["public-form", "helpline", "agency"]),
  danger: z.enum(["now", "no", "not-sure"]),
  /** How many let a second reading pass. */
  missed: z.int(),
  jurisdiction: z.string(),
  agency: Names.nullable(),
  agencyKind: z.string(),
});
