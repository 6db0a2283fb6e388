import { createHash } from "node:crypto";

/** What a slip's hash is made of. */
export interface Slip {
  readonly id: string;
  readonly number: number;
  readonly unitId: string;
  readonly caseId: string;
  readonly writtenAt: string;
  readonly until: string;
  /** The words as they lie in the database: sealed, so that the hash confirms no guess at them. */
  readonly sealed: Uint8Array;
}

/**
 * The hash that a slip carries and that the log repeats when it is written: whoever holds the paper can see later whether number, unit,
 * case, times or words were touched.
 * @returns SHA-256 in hex
 */
export function slipHash(slip: Slip): string {
  const head = [
    "homeward-hand-over/1",
    slip.id,
    slip.number,
    slip.unitId,
    slip.caseId,
    new Date(slip.writtenAt).toISOString(),
    new Date(slip.until).toISOString(),
  ].join("\n");
  return createHash("sha256").update(`${head}\n`, "utf8").update(slip.sealed).digest("hex");
}
