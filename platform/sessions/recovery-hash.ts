import { slowHash } from "../keys/slow-hash.ts";

/** Spoken recovery words as they are kept: slow to guess, salted with the recovery's id. */
export function recoveryHash(words: string, recoveryId: string): Promise<Buffer> {
  return slowHash(words, Buffer.from(recoveryId.replaceAll("-", ""), "hex"));
}
