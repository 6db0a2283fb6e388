/**
 * Something about this installation stops us, and a person can mend it. The command line prints `what` and `next` and no stack;
 * a defect of ours is an ordinary Error and keeps its stack.
 */
export class SetupError extends Error {
  /** What is wrong, one or two sentences. */
  readonly what: string;
  /** What the reader can do about it, one or two sentences. */
  readonly next: string;

  constructor(what: string, next: string, options?: { cause?: unknown }) {
    super(`${what} ${next}`, options);
    this.name = "SetupError";
    this.what = what;
    this.next = next;
  }
}
