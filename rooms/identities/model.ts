import { z } from "zod";

/** The sections of a case, fixed: what a member may see of it is granted section by section. */
export const SECTIONS = {
  identity: 1,
  location: 2,
  contact: 3,
  health: 4,
  counselling: 5,
  statements: 6,
  suspects: 7,
  intelligence: 8,
  "own-words": 9,
} as const;
export type SectionName = keyof typeof SECTIONS;

/** Why an identity is opened: a live duty fills it with one tap; `other` needs typed words. */
export const OPENING_REASONS = [
  "hearing",
  "interview",
  "medical-care",
  "production-before-committee",
  "search-for-family",
  "placement",
  "court-paper",
  "review",
  "other",
] as const;

export const OpeningRequest = z
  .object({
    reason: z.enum(OPENING_REASONS),
    words: z.string().trim().max(500).optional(),
  })
  .refine((r) => r.reason !== "other" || (r.words ?? "").length >= 8, {
    path: ["words"],
    message: "Say in a few words why.",
  });
export type OpeningRequest = z.infer<typeof OpeningRequest>;

/** A person as sealed. Field names follow HTCDS 2.0 where it has the field. Every part may be unknown. */
export const Identity = z.object({
  givenName: z.string().trim().max(200).optional(),
  familyName: z.string().trim().max(200).optional(),
  nickname: z.string().trim().max(200).optional(),
  fatherName: z.string().trim().max(200).optional(),
  motherName: z.string().trim().max(200).optional(),
  birthDate: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  languages: z.array(z.string().max(20)).max(10).optional(),
  address: z.string().trim().max(1000).optional(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .optional(),
  documentNumber: z.string().trim().max(60).optional(),
  marks: z.string().trim().max(500).optional(),
});
export type Identity = z.infer<typeof Identity>;

/** The identity that an opening released, with what the reader must know about having read it. */
export const OpenedIdentity = z.object({
  identity: z.record(z.string(), z.unknown()),
  version: z.int(),
  entryId: z.uuid(),
  openedAt: z.iso.datetime({ offset: true }),
});
export type OpenedIdentity = z.infer<typeof OpenedIdentity>;
