import { z } from "zod";
import { Instant } from "../model.ts";

/** A place to record: a home, which thereby comes onto the case until it is looked at again, or anywhere else under the name that is written. */
export const NewPlace = z
  .object({
    since: Instant,
    home: z.object({ unitId: z.uuid(), reviewAt: Instant }).nullable().default(null),
    name: z.string().trim().max(300).default(""),
    address: z.string().trim().max(2000).default(""),
    note: z.string().trim().max(2000).default(""),
  })
  .refine((place) => place.home !== null || place.name !== "", { path: ["name"] });

/** One of the child's places, as the list has it: when, and whether it is a home that can see the case. What it is called is sealed. */
export const PlaceView = z.object({
  id: z.uuid(),
  since: Instant,
  until: Instant.nullable(),
  /** When the placement is looked at again; null for a place that is no home. */
  reviewAt: Instant.nullable(),
  inHome: z.boolean(),
  /** Whether the home is on the case now: whoever manages the case may have withdrawn it. */
  homeOnCase: z.boolean(),
});
export type PlaceView = z.infer<typeof PlaceView>;

const Names = z.record(z.string(), z.string());
/** A home that a child could sleep in; offered only to whoever holds the location section. */
export const HomeView = z.object({
  unitId: z.uuid(),
  agency: Names,
  unit: Names,
  sameDistrict: z.boolean(),
  sameState: z.boolean(),
});
export type HomeView = z.infer<typeof HomeView>;
