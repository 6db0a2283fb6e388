import { z } from "zod";
import { Instant } from "../model.ts";

const Names = z.record(z.string(), z.string()).nullable();

export const NewHandOver = z.object({
  /** The unit whose next shift reads it. */
  unitId: z.uuid(),
  until: Instant,
  text: z.string().trim().min(1).max(8000),
});
export type NewHandOver = z.infer<typeof NewHandOver>;

export const HandOver = z.object({
  id: z.uuid(),
  /** The unit's running number: a gap shows. */
  number: z.int(),
  /** What the slip and the log both carry, in hex. */
  hash: z.string(),
  unitId: z.uuid(),
  unit: Names,
  writtenAt: Instant,
  writer: Names,
  mine: z.boolean(),
  until: Instant,
  reader: Names,
  readAt: Instant.nullable(),
  text: z.string().nullable(),
});
export type HandOver = z.infer<typeof HandOver>;

export const MyHandOver = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  ref: z.string(),
  sex: z.string(),
  age: z.int().nullable(),
  ageBasis: z.string(),
  situation: z.string(),
  district: z.string().nullable(),
  number: z.int(),
  writtenAt: Instant,
  writer: Names,
  until: Instant,
});
export type MyHandOver = z.infer<typeof MyHandOver>;
