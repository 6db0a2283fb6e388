import { z } from "zod";
import { Instant } from "../model.ts";

/** What a paper is, as a code; each with the section it usually stands in. Null: everybody on the case. */
export const DOCUMENT_KINDS = {
  "committee-order": null,
  "first-information-report": null,
  "court-paper": null,
  "identity-paper": 1,
  photograph: 1,
  "school-paper": null,
  "medical-report": 4,
  "counselling-report": 5,
  statement: 6,
  "social-report": null,
  letter: null,
  "wage-paper": null,
  other: null,
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;
export const DOCUMENT_KIND_CODES = Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]];

/** The largest file that is taken, in bytes. */
export const MOST_BYTES = 25 * 1_048_576;

/** What comes beside the file, as JSON in the part named `about`, which stands before the file. */
export const AboutDocument = z.object({
  kind: z.enum(DOCUMENT_KIND_CODES),
  section: z.int().min(1).max(9).nullable(),
  title: z.string().trim().max(300).default(""),
});
export type AboutDocument = z.infer<typeof AboutDocument>;

export const Document = z.object({
  id: z.uuid(),
  section: z.int().nullable(),
  kind: z.enum(DOCUMENT_KIND_CODES),
  /** By content, never by name. */
  media: z.string(),
  bytes: z.int(),
  /** Of the original, in hex. */
  sha256: z.string(),
  addedAt: Instant,
  agency: z.record(z.string(), z.string()).nullable(),
  fromHome: z.boolean(),
  firstReadAt: Instant.nullable(),
  blocked: z.boolean(),
  title: z.string().nullable(),
});
export type Document = z.infer<typeof Document>;
