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

export const ApprovalView = z.object({
  id: z.uuid(),
  action: z.string(),
  payload: z.record(z.string(), z.unknown()),
  payloadHash: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  askedBy: z.record(z.string(), z.string()).nullable(),
});
