import type { CaseRow } from "../../model.ts";

export const FIELDS = ["sex", "age", "ageBasis", "isChild", "situation", "district"] as const;
/** The facts of a case that a worker changes by hand. */
export type Facts = Pick<CaseRow, (typeof FIELDS)[number]>;

export const factsOf = (row: CaseRow): Facts => ({
  sex: row.sex,
  age: row.age,
  ageBasis: row.ageBasis,
  isChild: row.isChild,
  situation: row.situation,
  district: row.district,
});

/** Only what differs is sent, so that history names nothing that nobody changed. */
export function changesOf(before: Facts, after: Facts): Partial<Facts> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (before[field] === after[field] ? [] : [[field, after[field]]])),
  ) as Partial<Facts>;
}
