/** Reading and writing as TanStack Query knows them, with Homeward's manners. */
import { QueryClient, queryOptions, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { type Method, request } from "./client.ts";
import { ProblemError, problemOf } from "./problem.ts";

/** One cache for the app. It lives in memory only and is emptied when a person signs out. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // The client has already tried again where the outcome was unknown; a refusal does not change by asking.
        retry: false,
        throwOnError: false,
      },
      mutations: { retry: false },
    },
  });
}

/** The key of everything under a path: `useSubmit({ …, makesOld: ["/api/cases"] })`. */
export const keyOf = (path: string): string[] => path.split(/[/?]/).filter((part) => part !== "" && part !== "api");

/** What a screen reads: `useQuery(reading<Case>(`/api/cases/${id}`))`. The path is the key, so a write can say what it made old. */
export function reading<T>(path: string) {
  return queryOptions<T, ProblemError>({
    queryKey: keyOf(path),
    queryFn: ({ signal }) => request<T>("GET", path, undefined, { signal }),
  });
}

export interface Submission<Body> {
  readonly method?: Exclude<Method, "GET">;
  readonly path: string | ((body: Body) => string);
  /** The version that was looked at; asked at the moment of sending where it is a function. */
  readonly ifMatch?: number | string | (() => number | string);
  /** Paths whose readings are old after this write. */
  readonly makesOld?: readonly string[];
}

/**
 * Keeps one idempotency key for one act: the same body sent again after a cut line or a refusal that the client made itself is the
 * same act; another body, or a new try after the server has answered, is a new one.
 */
export class ActKey {
  #key: string | null = null;
  #body: unknown = null;

  /** The key for this body: the last one while its outcome is unknown and the body is the same. */
  for(body: unknown): string {
    // Files cannot be compared by content here: the same form object is the same act.
    const written = body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body);
    if (this.#key === null || this.#body !== written) {
      this.#key = crypto.randomUUID();
      this.#body = written;
    }
    return this.#key;
  }

  /** The server has decided: what follows is another act. */
  settled(): void {
    this.#key = null;
    this.#body = null;
  }
}

/** No answer, or one that says nothing about the act. A sign-in that failed on the way is unknown as well: the act was never judged. */
const undecided = (thrown: unknown) => {
  const { status } = problemOf(thrown);
  return status === 0 || status === 401 || status >= 500;
};

/** A write from a screen. `submit.mutate(body)`; the problem, if any, is `submit.error?.problem`. */
export function useSubmit<Body, Answer>(what: Submission<Body>): UseMutationResult<Answer, ProblemError, Body> {
  const queries = useQueryClient();
  const act = useRef<ActKey | null>(null);
  act.current ??= new ActKey();
  const key = act.current;
  return useMutation<Answer, ProblemError, Body>({
    mutationFn: async (body) => {
      const path = typeof what.path === "function" ? what.path(body) : what.path;
      try {
        const answer = await request<Answer>(what.method ?? "POST", path, body, {
          idempotencyKey: key.for(body),
          ...(what.ifMatch === undefined
            ? {}
            : { ifMatch: typeof what.ifMatch === "function" ? what.ifMatch() : what.ifMatch }),
        });
        key.settled();
        return answer;
      } catch (thrown) {
        if (!undecided(thrown)) key.settled();
        throw thrown instanceof ProblemError ? thrown : new ProblemError(problemOf(thrown));
      }
    },
    onSuccess: () =>
      Promise.all((what.makesOld ?? []).map((path) => queries.invalidateQueries({ queryKey: keyOf(path) }))),
  });
}
