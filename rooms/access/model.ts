import { z } from "zod";

/** Why somebody is let onto a case, is kept longer, or goes: codes, since the log keeps them. */
export const BASES = [
  "joint-work",
  "urgent-protection",
  "referral",
  "court-order",
  "statutory-duty",
  "support-person",
  "longer-needed",
  "work-done",
  "wrong-person",
  "child-asked",
] as const;
export const Basis = z.enum(BASES);
const Instant = z.iso.datetime({ offset: true });
const Section = z.int().min(1).max(9);

export const NewMember = z.object({
  kind: z.enum(["unit", "worker"]),
  subjectId: z.uuid(),
  purpose: z.int().min(1).max(99),
  until: Instant,
  sections: z.array(Section).max(9).default([]),
  basis: Basis,
});
export const MemberEnd = z.object({ until: Instant, basis: Basis });
export const SectionEnd = z.object({ until: Instant, basis: Basis });

/** Why a member holds a section, since when and until when; null: as long as it owns the case. */
export const SectionReason = z.object({
  member: z.int(),
  section: z.int(),
  basis: z.string(),
  since: Instant,
  until: Instant.nullable(),
});
export type SectionReason = z.infer<typeof SectionReason>;

/** What was asked of a second person, for whoever may act on the answer. Never says who was drawn. */
export const AskedApproval = z.object({
  id: z.uuid(),
  action: z.string(),
  payload: z.record(z.string(), z.unknown()),
  askedAt: Instant,
  expiresAt: Instant,
  decision: z.enum(["approved", "declined"]).nullable(),
  decisionCode: z.string().nullable(),
  decidedAt: Instant.nullable(),
  usedAt: Instant.nullable(),
});
export type AskedApproval = z.infer<typeof AskedApproval>;

/** Why a second person agrees or declines: codes, since the log keeps them. */
export const DECISION_CODES = [
  "in-order",
  "outcome-not-shown",
  "open-questions",
  "not-in-the-childs-interest",
  "reason-not-enough",
  "i-know-somebody",
] as const;

export const ApprovalView = z.object({
  id: z.uuid(),
  action: z.string(),
  payload: z.record(z.string(), z.unknown()),
  payloadHash: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  askedBy: z.record(z.string(), z.string()).nullable(),
  /** Whether it is about a case; otherwise the payload says all. */
  onCase: z.boolean(),
});
export type ApprovalView = z.infer<typeof ApprovalView>;
