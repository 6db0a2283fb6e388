import type { Values } from "../words.ts";

/**
 * What one look found. A finding is told in three sentences, the words `doctor.NAME.what`, `.why` and `.next`; what is fine in one, the
 * word `doctor.fine.NAME`. A notice is worth knowing and nothing wrong.
 */
export type Outcome =
  | { kind: "fine"; name: string; values: Values }
  | { kind: "problem" | "notice"; name: string; values: Values };

export const fine = (name: string, values: Values = {}): Outcome => ({ kind: "fine", name, values });
export const problem = (name: string, values: Values = {}): Outcome => ({ kind: "problem", name, values });
export const notice = (name: string, values: Values = {}): Outcome => ({ kind: "notice", name, values });

/** One look at the installation. It changes nothing; what it throws becomes a finding of its own. */
export type Look = { name: string; look: () => Promise<Outcome[]> };
