/**
 * What a reporter may answer, and what becomes of it. Every answer may be left out; "not sure" is an answer of its own.
 *
 * Forgiving on purpose: a value that no page of ours offers (an old page, a broken phone, somebody playing) is read as left out.
 * Only the length of text is refused, and then the text comes back to be shortened.
 */
import { z } from "zod";

export const LIMITS = {
  /** Characters (UTF-16 units, as a browser counts them) in one text. */
  text: 20_000,
  files: 10,
  fileBytes: 25 * 1024 * 1024,
  /** A form without its files: 20,000 Devanagari letters are 180 kB when encoded for sending, and there are three texts. */
  formBytes: 1024 * 1024,
} as const;

/** "worried": about another. "me": a child about itself. */
export const Door = z.enum(["worried", "me"]);
export type Door = z.infer<typeof Door>;

export const AGES = ["under-6", "6-11", "12-17", "under-12", "12-14", "15-17", "18-or-more", "not-sure"] as const;
export const COMPANY = ["harm", "safe", "alone", "not-sure"] as const;
export const ROLES = ["near", "family", "chance", "work", "unsaid"] as const;
export const REACH = ["no", "call", "message", "yes", "sometimes", "not-sure"] as const;
const YES_NO = ["yes", "no", "not-sure"] as const;

function choice<const T extends readonly string[]>(options: T) {
  return z
    .enum(options as unknown as [T[number], ...T[number][]])
    .nullable()
    .catch(null)
    .default(null);
}
const text = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, "\n").replaceAll("\0", ""))
  .catch("")
  .default("");

export const Answers = z.object({
  danger: choice(YES_NO),
  /** Asked of a child only: can somebody see this screen? */
  screen: choice(YES_NO),
  saw: text,
  age: choice(AGES),
  where: text,
  company: choice(COMPANY),
  /** Asked of a worried person only. */
  role: choice(ROLES),
  reach: choice(REACH),
  /** A number, an address, safe times: identity, like the other texts. */
  reachHow: text,
});
export type Answers = z.infer<typeof Answers>;

export const TEXT_FIELDS = ["saw", "where", "reachHow"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export const CHOICE_FIELDS = ["danger", "screen", "age", "company", "role", "reach"] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];

/** How many characters of this text are too many; 0 where none. */
export function tooManyCharacters(typed: string): number {
  return Math.max(0, typed.length - LIMITS.text);
}

export const FILE_KINDS = ["picture", "video", "sound", "document"] as const;

/**
 * A file that the server keeps, sealed, until a report or an addition claims it; unclaimed, it is destroyed.
 * The page carries it between steps, so `ticket` must be unguessable, and whoever accepts it must look kind and size up again.
 */
export const StagedUpload = z.object({
  ticket: z.string().regex(/^[A-Za-z0-9_-]{16,200}$/),
  kind: z.enum(FILE_KINDS),
  bytes: z.int().min(0),
});
export type StagedUpload = z.infer<typeof StagedUpload>;

/** The words of a report: sealed to the intake key before it reaches the database. Empty texts are left out as "". */
export const SealedInput = z.object({
  saw: z.string().max(LIMITS.text),
  where: z.string().max(LIMITS.text),
  reachHow: z.string().max(LIMITS.text),
});
export type SealedInput = z.infer<typeof SealedInput>;

/** The codes of a report, which order the inbox. They hold nothing typed. `null`: not answered, or not asked at this door. */
export const Triage = z.object({
  about: Door,
  danger: z.enum(YES_NO).nullable(),
  screenSeen: z.enum(YES_NO).nullable(),
  age: z.enum(AGES).nullable(),
  company: z.enum(COMPANY).nullable(),
  role: z.enum(ROLES).nullable(),
  /** What the reporter said about being reached. Only "call", "message", "yes" and "sometimes" permit it, and only as `reachHow` says. */
  reach: z.enum(REACH).nullable(),
  files: z.int().min(0).max(LIMITS.files),
});
export type Triage = z.infer<typeof Triage>;

/** True where there is nothing at all to send. */
export function isEmpty(answers: Answers, uploads: readonly StagedUpload[]): boolean {
  return (
    uploads.length === 0 &&
    TEXT_FIELDS.every((field) => answers[field].trim() === "") &&
    CHOICE_FIELDS.every((field) => field === "screen" || answers[field] === null)
  );
}

export function sealedInput(answers: Answers): SealedInput {
  return { saw: answers.saw.trim(), where: answers.where.trim(), reachHow: answers.reachHow.trim() };
}

export function triage(door: Door, answers: Answers, uploads: readonly StagedUpload[]): Triage {
  return {
    about: door,
    danger: answers.danger,
    screenSeen: door === "me" ? answers.screen : null,
    age: answers.age,
    company: answers.company,
    role: door === "worried" ? answers.role : null,
    reach: answers.reach,
    files: uploads.length,
  };
}
