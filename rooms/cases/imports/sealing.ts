import { createHash } from "node:crypto";
import { sealTo } from "../../../platform/keys/sealed-box.ts";
import type { DateOrder, MappedColumn, Mapping, Mend } from "./model.ts";

/** What is kept of a file between its first look and the day it comes in; sealed to the vault, because headers and cells may name people. */
export type KeptWork = {
  /** As its sender called it. */
  name: string;
  /** What the agency decided for an earlier file with these columns. */
  kept: Mapping | null;
  /** Decided columns only; the rest is guessed again, and the same. */
  decisions: Pick<MappedColumn, "column" | "target" | "dateOrder">[];
  mends: Mend[];
  /** How a day is read where nothing in the file says. */
  assumed: DateOrder;
  /** The definition of the form that the file is an export of, as it came. */
  form: string | null;
};

/** Contexts bind a box to its use: what is kept of one file does not open as another's. */
export const workBox = (importId: string): string => `homeward/import/1/${importId}`;
export const mappingBox = (signature: string): string => `homeward/import-mapping/1/${signature}`;

export function sealJson(intakeKey: Uint8Array, box: string, what: unknown): Buffer {
  return sealTo(intakeKey, box, Buffer.from(JSON.stringify(what), "utf8"));
}

/** By this a mapping is found again. Hashed, because a table without names has people where its headers should be. */
export function signatureHash(signature: string): Buffer {
  return createHash("sha256").update(`homeward/import-signature/1\n${signature}`).digest();
}
