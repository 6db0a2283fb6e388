import type { Place } from "../../platform/keys/seal.ts";
import type { VaultClient } from "../identities/index.ts";

/** A sealed text as a row holds it, on its way to be opened. */
export interface SealedText {
  table: string;
  column: string;
  row: string;
  section: number | null;
  sealed: Uint8Array | null;
}

/** Seals one text of a case under the case's own key. Call it before the transaction: the vault makes the key at first need. */
export async function sealText(
  vault: VaultClient,
  token: string,
  caseId: string,
  text: Omit<SealedText, "sealed"> & { text: string },
): Promise<Buffer> {
  const [sealed] = await vault.seal(token, "case", caseId, [{ place: placeOf(text), text: text.text }]);
  if (!sealed) throw new Error("The vault sealed nothing.");
  return sealed;
}

/**
 * Opens a case's texts at once; null where there is none, where the reader does not hold the section, or where the bytes belong elsewhere.
 * The case-viewed entry of this session must be committed before.
 */
export async function openTexts(
  vault: VaultClient,
  token: string,
  caseId: string,
  texts: SealedText[],
): Promise<(string | null)[]> {
  const asked = texts.flatMap((text, index) =>
    text.sealed === null ? [] : [{ index, place: placeOf(text), sealed: text.sealed }],
  );
  const opened = await vault.openNarratives(token, caseId, asked);
  const all: (string | null)[] = texts.map(() => null);
  asked.forEach(({ index }, nth) => {
    all[index] = opened[nth] ?? null;
  });
  return all;
}

function placeOf(text: Omit<SealedText, "sealed">): Place {
  return { table: text.table, column: text.column, row: text.row, section: text.section ?? 0 };
}
