import type { FastifyReply, FastifyRequest } from "fastify";
import { type Language, languageOf, phrase } from "../languages/words.ts";
import { DatabaseRefusal } from "../postgres/transaction.ts";

/**
 * A refusal is a value: what happened, on which law, and where the words for it stand (`problems.<code>` in the room's words file:
 * `title` and `next`).
 */
export interface Refusal {
  allowed: false;
  code: string;
  /** Null: a plain fact, no law. */
  legalBasis: string | null;
  /** Values for the words, such as a name of a field. Never anything that the reader may not know. */
  values?: Record<string, string | number>;
  /** For changed-since: what the record holds now, as the reader may see it, so that both versions can be shown. */
  current?: unknown;
}

/** Makes a refusal. */
export function refuse(
  code: string,
  legalBasis: string | null = null,
  values?: Record<string, string | number>,
): Refusal {
  return values ? { allowed: false, code, legalBasis, values } : { allowed: false, code, legalBasis };
}

export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === "object" && value !== null && "allowed" in value && value.allowed === false && "code" in value
  );
}

/** Thrown for what a person may not know exists, and for what does not exist: one answer for both. */
export class NotVisible extends Error {
  override readonly name = "NotVisible";
}

/** Thrown where a refusal cannot be returned: the role does not allow this act. */
export class Forbidden extends Error {
  override readonly name = "Forbidden";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A field of the request that is wrong: where, and what would be right. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a parameter. */
  at: string;
  problem: string;
}

/** Every problem code, its status, and the room whose words tell of it. Filled by each room at start; docs/error-codes.md is checked against it. */
const known = new Map<string, { status: number; room: string }>();

/** Declares the codes of one room. @throws Error when two rooms claim one code with different meaning. */
export function declareProblems(room: string, codes: Record<string, number>): void {
  for (const [code, status] of Object.entries(codes)) {
    const before = known.get(code);
    if (before && (before.room !== room || before.status !== status))
      throw new Error(`The problem ${code} is declared twice.`);
    known.set(code, { status, room });
  }
}

export function problemCodes(): { code: string; status: number; room: string }[] {
  return [...known]
    .map(([code, { status, room }]) => ({ code, status, room }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

declareProblems("platform", {
  "signed-out": 401,
  "not-found": 404,
  "body-invalid": 422,
  "body-too-large": 413,
  "body-unreadable": 400,
  "method-unknown": 405,
  "changed-since": 412,
  "version-missing": 428,
  "idempotency-key-missing": 400,
  "idempotency-other-body": 409,
  "step-up-needed": 403,
  "role-not-enough": 403,
  "other-origin": 403,
  "too-many-requests": 429,
  "not-now": 503,
  unexpected: 500,
});

/** RFC 9457 problem details, in the reader's language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  next: string;
  legalBasis: string | null;
  errors?: FieldError[];
  current?: unknown;
}

export function problem(
  code: string,
  language: Language,
  more: Partial<Pick<Problem, "legalBasis" | "errors" | "current">> & { values?: Record<string, string | number> } = {},
): Problem {
  const found = known.get(code);
  if (!found) throw new Error(`The problem ${code} was never declared.`);
  const { values, ...rest } = more;
  return {
    type: `/problems/${code}`,
    title: phrase(language, found.room, `problems.${code}.title`, values),
    status: found.status,
    code,
    next: phrase(language, found.room, `problems.${code}.next`, values),
    legalBasis: null,
    ...rest,
  };
}

/** Sends a problem. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  more: Parameters<typeof problem>[2] = {},
): FastifyReply {
  const body = problem(code, languageOf(request), more);
  return reply
    .code(body.status)
    .type("application/problem+json")
    .header("cache-control", "no-store")
    .send(JSON.stringify(body));
}

/** Sends a refusal that an action returned. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  return sendProblem(request, reply, refusal.code, {
    legalBasis: refusal.legalBasis,
    ...(refusal.values ? { values: refusal.values } : {}),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
  });
}

/** Which problem stands behind a throw; null when it is a bug. */
export function codeOf(error: unknown): { code: string; outcome: "refused" | "not-visible" | "failed" } | null {
  if (error instanceof NotVisible) return { code: "not-found", outcome: "not-visible" };
  if (error instanceof Forbidden) return { code: error.refusal.code, outcome: "refused" };
  if (!(error instanceof DatabaseRefusal)) return null;
  switch (error.sqlstate) {
    case "HW401":
      return { code: "signed-out", outcome: "failed" };
    case "HW404":
      return { code: "not-found", outcome: "not-visible" };
    case "HW409":
    case "HW422":
      return {
        code: error.detail !== null && known.has(error.detail) ? error.detail : "unexpected",
        outcome: "refused",
      };
    case "HW412":
      return { code: "changed-since", outcome: "refused" };
    default:
      return null;
  }
}
