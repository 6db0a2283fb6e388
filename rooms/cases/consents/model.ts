import { z } from "zod";
import { Code, Instant } from "../model.ts";

/** How it was explained. */
export const EXPLAINED = ["words", "pictures", "read-aloud", "sign-language", "play"] as const;
/** Who was in the room, as codes: a name here would be free text about people. */
export const PRESENT = [
  "alone",
  "caregiver",
  "relative",
  "support-person",
  "counsellor",
  "police-in-uniform",
  "police-without-uniform",
  "committee",
  "doctor",
  "lawyer",
  "interpreter",
  "home-staff",
  "employer-side",
  "other-children",
  "somebody-else",
] as const;
/** "Would they say yes to please us?" */
export const TO_PLEASE = ["no", "perhaps", "yes"] as const;
export const MARKS = ["signature", "thumb", "voice", "spoken"] as const;
export const ANSWERS = ["yes", "no", "not-asked-danger"] as const;
/** Whose word it is: the child's, a caregiver's, or the committee's where the caregiver may be the danger. */
export const GIVERS = ["child", "caregiver", "committee"] as const;

/** BCP 47, with a dialect's own code where it has one: `hi`, `bho`, `sat`. */
const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Names = z.record(z.string(), z.string()).nullable();

export const NewConsent = z.object({
  /** Whose data or person it is about: the child. */
  personId: z.uuid(),
  giver: z.enum(GIVERS),
  /** Which caregiver, where one gave it. */
  caregiverId: z.uuid().nullable().default(null),
  purpose: Code,
  receiverAgency: z.uuid().nullable().default(null),
  channel: Code.nullable().default(null),
  answer: z.enum(ANSWERS),
  how: z.array(z.enum(EXPLAINED)).min(1),
  language: Language,
  interpreter: z.boolean(),
  present: z.array(z.enum(PRESENT)).min(1),
  toPlease: z.enum(TO_PLEASE),
  mark: z.enum(MARKS),
  givenAt: Instant,
  endsAt: Instant,
  /** As spoken, in the language they were spoken in. */
  words: z.string().trim().max(4000).default(""),
});
export type NewConsent = z.infer<typeof NewConsent>;

export const STANDING = ["yes", "no", "ended", "withdrawn", "never-asked"] as const;
export type Standing = (typeof STANDING)[number];

export const Consent = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  giver: z.enum(GIVERS),
  caregiverId: z.uuid().nullable(),
  isAssent: z.boolean(),
  purpose: z.string(),
  receiver: Names,
  /** A receiver that the reader may not know of: "a care home". */
  receiverHidden: z.boolean(),
  receiverAgency: z.uuid().nullable(),
  channel: z.string().nullable(),
  answer: z.enum(ANSWERS),
  how: z.array(z.string()),
  language: z.string(),
  interpreter: z.boolean(),
  present: z.array(z.string()),
  toPlease: z.enum(TO_PLEASE),
  mark: z.enum(MARKS),
  givenAt: Instant,
  endsAt: Instant,
  withdrawnAt: Instant.nullable(),
  words: z.string().nullable(),
});
export type Consent = z.infer<typeof Consent>;

export const Stands = z.object({
  personId: z.uuid(),
  purpose: z.string(),
  receiverAgency: z.uuid().nullable(),
  receiver: Names,
  receiverHidden: z.boolean(),
  channel: z.string().nullable(),
  state: z.enum(STANDING),
  /** Whose word decides this state, or is still missing. */
  by: z.enum(GIVERS).nullable(),
  until: Instant.nullable(),
  /** "Perhaps", or "yes": it was given to please somebody, and wants asking again. */
  doubtful: z.boolean(),
});

export const NewContactRule = z.object({
  channel: Code,
  /** Whom it reaches; null: the child. */
  personId: z.uuid().nullable().default(null),
  allowed: z.boolean(),
  /** Somebody of the household may hear, read or answer. */
  household: z.boolean(),
  text: z.string().trim().max(2000).default(""),
});
export type NewContactRule = z.infer<typeof NewContactRule>;

export const ContactRule = z.object({
  id: z.uuid(),
  channel: z.string(),
  personId: z.uuid().nullable(),
  allowed: z.boolean(),
  household: z.boolean(),
  text: z.string().nullable(),
  setAt: Instant,
  endedAt: Instant.nullable(),
});
export type ContactRule = z.infer<typeof ContactRule>;
