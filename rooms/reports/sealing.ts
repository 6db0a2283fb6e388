import { hkdfSync } from "node:crypto";
import { sealTo } from "../../platform/keys/sealed-box.ts";
import type { VaultCaller } from "../../platform/keys/vault.ts";
import { Words } from "./model.ts";

/** Contexts bind a box to its use; a message cannot be opened as a report. Boxes are padded, so that a length tells little. */
export const REPORT_BOX = "homeward/report/1";
export const MESSAGE_BOX = "homeward/report-message/1";
export const SCREENING_BOX = "homeward/report-screening/1";

/** Seals text to the intake key: the web process can write it and never read it again. */
export function sealIntake(intakeKey: Uint8Array, context: string, text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const padded = Buffer.alloc(Math.ceil((bytes.length + 4) / 256) * 256);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, 4);
  return sealTo(intakeKey, context, padded);
}

export function unpadIntake(bytes: Buffer): string {
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString("utf8");
}

/** The receipt's 56 bits out of a form's token: the same token always gives the same words, and words do not give the token back. */
export function receiptBytes(token: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", token, "", "homeward/receipt/1", 7));
}

/** Opens a report's words and messages at the vault. The report-viewed entry of this session must be committed. */
export async function openReport(
  vault: VaultCaller,
  token: string,
  call: { reportId: string; words: Buffer | null; messages: Buffer[] },
): Promise<{ words: Words | null; messages: (string | null)[] }> {
  const answer = await vault.call<{ words: string | null; messages: (string | null)[] }>("/reports/open", {
    token,
    reportId: call.reportId,
    words: call.words?.toString("base64") ?? null,
    messages: call.messages.map((m) => m.toString("base64")),
  });
  return { words: answer.words === null ? null : Words.parse(JSON.parse(answer.words)), messages: answer.messages };
}

/** Opens the notes of a report's screenings at the vault; null where there is none. The report-viewed entry of this session must be committed. */
export async function openNotes(
  vault: VaultCaller,
  token: string,
  reportId: string,
  sealed: (Buffer | null)[],
): Promise<(string | null)[]> {
  const given = sealed.filter((box) => box !== null);
  if (given.length === 0) return sealed.map(() => null);
  const { notes } = await vault.call<{ notes: (string | null)[] }>("/reports/screening-notes", {
    token,
    reportId,
    notes: given.map((box) => box.toString("base64")),
  });
  let next = 0;
  return sealed.map((box) => (box === null ? null : (notes[next++] ?? null)));
}
