/**
 * The one way from a screen to the server.
 *
 * Promises: a write that is sent again is the same write (`Idempotency-Key`); a refusal arrives as a `Problem`; an expired session or a
 * missing step-up asks the person over the page, then the same request goes on, so that nothing typed or sent is lost.
 */
import type { Address, Answer, Sent } from "./api.ts";
import { ownProblem, type Problem, ProblemError, readProblem } from "./problem.ts";
import { turn } from "./turn.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RequestOptions {
  /** The version the writer looked at. Sent as If-Match; another one in the meantime answers 412 with both. */
  readonly ifMatch?: number | string;
  /** Keep one key for all tries of one act; without it each call is an act of its own (its automatic retries share a key). */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Answer 401 and step-up as they are, without asking the person: for the sign-in itself. */
  readonly asIs?: boolean;
  /** The answer is a file: it comes as a Blob. */
  readonly file?: boolean;
}

/** `again`: the same person is signed in and the request may go on. `gone`: somebody else, or nobody. */
export type Asked = "again" | "gone";

interface Doors {
  /** Shows the sign-in over the page; resolves when that is settled. */
  signIn: () => Promise<Asked>;
  /** Asks for the second factor over the page. */
  stepUp: () => Promise<Asked>;
}

let doors: Doors = { signIn: async () => "gone", stepUp: async () => "gone" };
let language = "en";
const waiting: { signIn: Promise<Asked> | null; stepUp: Promise<Asked> | null } = { signIn: null, stepUp: null };

/** The shell says how a person is asked; the kit knows no screen. */
export function setDoors(next: Doors): void {
  doors = next;
}

/** The language in which the server words its refusals. */
export function setAnswerLanguage(next: string): void {
  language = next;
}

/** Ten requests that fail together ask the person once. */
async function askOnce(door: keyof Doors): Promise<Asked> {
  waiting[door] ??= doors[door]().finally(() => {
    waiting[door] = null;
  });
  return waiting[door];
}

/** Code of a refusal that a fresh second factor lifts. */
const STEP_UP = "step-up-needed";
/** Waits before the next try of a request whose outcome is unknown, in milliseconds. */
const PAUSES = [400, 1500];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function encode(body: unknown): { payload?: BodyInit; type?: string } {
  if (body === undefined) return {};
  if (body instanceof FormData) return { payload: body };
  if (body instanceof Blob) return { payload: body, type: body.type || "application/octet-stream" };
  return { payload: JSON.stringify(body), type: "application/json" };
}

function init(method: Method, body: unknown, options: RequestOptions, key: string | null): RequestInit {
  const { payload, type } = encode(body);
  const headers = new Headers({
    accept: "application/json, application/problem+json",
    "accept-language": language,
  });
  if (type !== undefined) headers.set("content-type", type);
  if (key !== null) headers.set("idempotency-key", key);
  if (options.ifMatch !== undefined) headers.set("if-match", `"${options.ifMatch}"`);
  return {
    method,
    headers,
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
    ...(payload === undefined ? {} : { body: payload }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  };
}

/** A proxy's "try later" and a cut line leave the outcome unknown; the same key makes asking again safe. */
const unknownOutcome = (status: number) => status === 502 || status === 503 || status === 504;

async function reach(path: string, request: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const pause = PAUSES[attempt];
    try {
      const response = await fetch(path, request);
      if (!unknownOutcome(response.status) || pause === undefined) return response;
      // A server that asks for a longer pause than ours has said something; the screen shows it.
      if (Number(response.headers.get("retry-after") ?? 0) * 1000 > pause) return response;
    } catch (error) {
      if (signal?.aborted) throw error;
      if (pause === undefined) throw new ProblemError(ownProblem("no-connection"));
    }
    await wait(pause);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

async function refusal(response: Response, sent: unknown): Promise<Problem> {
  return readProblem(response.status, await bodyOf(response), response.headers.get("retry-after"), sent);
}

/**
 * Sends one request and returns the answer's body.
 * @param path absolute path on this server, such as `/api/cases`
 * @throws ProblemError for every refusal and where no answer came; the caller's AbortError where it gave up itself
 */
export function request<M extends Method, const P extends string>(
  method: M,
  path: Address<M, P>,
  body?: Sent<M, P> | FormData | Blob,
  options?: RequestOptions,
): Promise<Answer<M, P>>;
/** The same where the address is put together elsewhere and the caller names the answer's type. */
export function request<T>(method: Method, path: string, body?: unknown, options?: RequestOptions): Promise<T>;
export async function request(
  method: Method,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<unknown> {
  const key = method === "GET" ? null : (options.idempotencyKey ?? crypto.randomUUID());
  // A page that opens asks several things at once; each leaves in a turn of its own, not all of them in the press that opened it. A write
  // leaves at once: the tab may be closing.
  if (method === "GET") await turn();
  for (let asked = 0; ; asked += 1) {
    const response = await reach(path, init(method, body, options, key), options.signal);
    if (response.ok) {
      if (options.file === true) return await response.blob();
      const answer = await bodyOf(response);
      if (answer === undefined && response.status !== 204) {
        throw new ProblemError(ownProblem("unreadable-answer", response.status));
      }
      return answer; // by the schema that the types above were generated from
    }
    const problem = await refusal(response, body);
    const door = response.status === 401 ? "signIn" : problem.code === STEP_UP ? "stepUp" : null;
    // Twice at most (a sign-in, then a step-up): a server that never accepts must not loop.
    if (door === null || options.asIs === true || asked >= 2) throw new ProblemError(problem);
    if ((await askOnce(door)) === "gone") {
      throw new ProblemError(door === "signIn" ? ownProblem("signed-out", 401) : problem);
    }
  }
}
