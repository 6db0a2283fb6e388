/**
 * What the server says when it refuses (RFC 9457), as a value the screens can show. A refusal is a page with a next step, so every
 * problem carries one; where the server could not be reached at all, the client makes the problem itself and the kit has its words.
 */

export interface FieldError {
  /** Path of the field in the body, with dots: `child.age`. */
  readonly path: string;
  readonly message: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  /** What the reader can do now. */
  readonly next: string | null;
  /** The law behind the refusal; null for a plain fact. */
  readonly legalBasis: string | null;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before another try, where the server asked for a pause. */
  readonly retryAfter: number | null;
  /** Only for 412: what the record holds now, and what was sent. */
  readonly conflict: { readonly current: unknown; readonly sent: unknown } | null;
}

/** Thrown by the client, so that queries and mutations carry the problem to the screen. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/**
 * Codes the client gives by itself; the kit's words hold title and next step for each. `not-found` is among them, so that what does not
 * exist, what is closed to the reader and a mistyped address have one and the same wording.
 */
export const OWN_CODES = ["not-found", "no-connection", "unreadable-answer", "signed-out", "unexpected"] as const;
export type OwnCode = (typeof OWN_CODES)[number];

export function ownProblem(code: OwnCode, status = 0): Problem {
  return {
    type: `/problems/${code}`,
    title: "",
    status,
    code,
    next: null,
    legalBasis: null,
    errors: [],
    retryAfter: null,
    conflict: null,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** The server points into the body (`/child/age`, a JSON pointer); forms name their fields with dots. */
function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((error) => {
    const at = text(error["at"]);
    const message = text(error["problem"]);
    if (at === null || message === null) return [];
    return [{ path: at.replace(/^#?\//, "").replaceAll("/", "."), message }];
  });
}

/**
 * Reads a refusal. Never throws: a body that is no problem document (a proxy's page) becomes `unreadable-answer`.
 * @param body the parsed answer, or undefined where it could not be parsed
 * @param sent what was sent, kept for a 412 so that both versions can be shown
 */
export function readProblem(status: number, body: unknown, retryAfter: string | null, sent?: unknown): Problem {
  if (!isRecord(body) || text(body["code"]) === null) return ownProblem("unreadable-answer", status);
  const pause = retryAfter === null ? Number.NaN : Number(retryAfter);
  return {
    type: text(body["type"]) ?? "about:blank",
    title: text(body["title"]) ?? "",
    status,
    code: text(body["code"]) ?? "unexpected",
    next: text(body["next"]),
    legalBasis: text(body["legalBasis"]),
    errors: fieldErrors(body["errors"]),
    retryAfter: Number.isFinite(pause) && pause >= 0 ? pause : null,
    conflict: status === 412 ? { current: body["current"] ?? null, sent: sent ?? null } : null,
  };
}

/** The problem in whatever was thrown. A bug is not a refusal: it becomes `unexpected` and says so. */
export function problemOf(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : ownProblem("unexpected");
}
