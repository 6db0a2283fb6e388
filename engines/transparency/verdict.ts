/**
 * What checking says. A refusal is a value with one plain sentence; only a caller's mistake (a hash of 31 bytes handed in as a hash)
 * throws. Sentences name what is wrong and never repeat text out of the input, which an attacker may have written.
 */
export type Refused = { readonly ok: false; readonly why: string };

/** The answer to "is this so?" */
export type Verdict = { readonly ok: true } | Refused;

/** The answer to "what does this say?" */
export type Parsed<T> = { readonly ok: true; readonly value: T } | Refused;

export const yes: Verdict = { ok: true };

export function refuse(why: string): Refused {
  return { ok: false, why };
}

export function read<T>(value: T): Parsed<T> {
  return { ok: true, value };
}
