import { z } from "zod";
import { DOMAIN_CODES } from "../domains.ts";
import { Instant } from "../model.ts";

/** What kind of look it was, with the section that the whole of it stands in. Null: everybody on the case. */
export const ASSESSMENT_KINDS = {
  first: null,
  full: null,
  "best-interests": null,
  "before-return": null,
  "after-return": null,
  health: 4,
  mind: 5,
} as const;
export type AssessmentKind = keyof typeof ASSESSMENT_KINDS;
export const ASSESSMENT_KIND_CODES = Object.keys(ASSESSMENT_KINDS) as [AssessmentKind, ...AssessmentKind[]];

/** What was found in one part of life. "Not known" is an answer. */
export const LEVELS = ["safe", "concern", "danger", "not-known"] as const;
export const HEARD = ["alone", "with-others", "not-heard"] as const;

const Day = z.iso.date();

export const NewAssessment = z.object({
  kind: z.enum(ASSESSMENT_KIND_CODES),
  madeOn: Day,
  /** The one that this looks at again. */
  follows: z.uuid().nullable().default(null),
  childHeard: z.enum(HEARD),
  reviewOn: Day.nullable().default(null),
  findings: z
    .array(
      z.object({ domain: z.enum(DOMAIN_CODES), level: z.enum(LEVELS), text: z.string().trim().max(4000).default("") }),
    )
    .max(DOMAIN_CODES.length),
  /** What is best for the child, and why. */
  bestInterests: z.string().trim().min(3).max(8000),
  /** What the child said about it, in the child's own words. */
  childView: z.string().trim().max(4000).default(""),
});
export type NewAssessment = z.infer<typeof NewAssessment>;

export const Assessment = z.object({
  id: z.uuid(),
  kind: z.enum(ASSESSMENT_KIND_CODES),
  section: z.int().nullable(),
  madeOn: Day,
  recordedAt: Instant,
  agency: z.record(z.string(), z.string()).nullable(),
  fromHome: z.boolean(),
  follows: z.uuid().nullable(),
  childHeard: z.enum(HEARD),
  reviewOn: Day.nullable(),
  bestInterests: z.string().nullable(),
  /** Null also where the reader is not among those the child chose. */
  childView: z.string().nullable(),
  findings: z.array(z.object({ domain: z.enum(DOMAIN_CODES), level: z.enum(LEVELS), text: z.string().nullable() })),
});
export type Assessment = z.infer<typeof Assessment>;
