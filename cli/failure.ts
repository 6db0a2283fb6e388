/**
 * Exit codes of `./homeward`: 0 done · 1 it did not work · 2 asked in the wrong way · 65 the data in a file is wrong · 130 broken off by
 * Ctrl-C before it was up.
 */
export const exitCodes = { done: 0, failed: 1, usage: 2, data: 65, interrupted: 130 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * Something a person can act on: whole sentences in their language, and an exit code. Any other error is a bug of ours; its stack
 * is shown with `--verbose` only.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: ExitCode;

  constructor(sentences: string, code: ExitCode = exitCodes.failed, options?: { cause?: unknown }) {
    super(sentences, options);
    this.code = code;
  }
}

/** The message of whatever was thrown, without its stack. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of an error (`ENOENT`, `EADDRINUSE`), or null. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
