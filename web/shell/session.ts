/** Who is signed in, and how one comes and goes. */
import { type QueryClient, queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { request } from "../kit/client.ts";
import { forgetDrafts, setDraftOwner } from "../kit/draft.ts";
import { nameIn, setPlace } from "../kit/languages/format.ts";
import { type ProblemError, problemOf } from "../kit/problem.ts";
import type { Me, Names } from "./contract.ts";

/** Reads who is signed in without asking anybody to sign in. */
export const readMe = (): Promise<Me> => request<Me>("GET", "/api/me", undefined, { asIs: true });

export const meOptions = queryOptions<Me, ProblemError>({
  queryKey: ["me"],
  queryFn: readMe,
  staleTime: 5 * 60_000,
});

/** The signed-in worker. Only on pages inside the frame, where somebody always is. */
export function useMe(): Me {
  return useSuspenseQuery(meOptions).data;
}

/** Who is signed in, or null. A fault other than "nobody" is thrown on. */
export async function findMe(queries: QueryClient): Promise<Me | null> {
  try {
    const me = await queries.ensureQueryData(meOptions);
    setDraftOwner(me.worker.id);
    setPlace(me.place.country, me.place.timeZone);
    return me;
  } catch (thrown) {
    if (problemOf(thrown).status === 401) return null;
    throw thrown;
  }
}

export type NextStep = { readonly next: "totp" | "done" };

export const enterPassword = (login: string, password: string) =>
  request<NextStep>("POST", "/api/session", { login, password }, { asIs: true });

export const enterCode = (code: string) => request<NextStep>("POST", "/api/session/totp", { code }, { asIs: true });

export const stepUp = (code: string) =>
  request<{ level: number }>("POST", "/api/session/step-up", { code }, { asIs: true });

export interface CastMember {
  readonly workerId: string;
  readonly names: Names;
  readonly unit: Names;
  readonly agency: Names;
  readonly agencyKind: string;
  readonly roles: readonly string[];
  readonly about: Names | null;
  /** The code of the second factor at this moment; in a demonstration it is shown, because everybody is invented. */
  readonly code: string | null;
}

/** The invented people of a demonstration; null in a real installation, where the address does not exist. */
export async function readCast(): Promise<readonly CastMember[] | null> {
  try {
    return (await request<{ cast: CastMember[] }>("GET", "/api/demo/cast", undefined, { asIs: true })).cast;
  } catch (thrown) {
    if (problemOf(thrown).status === 404) return null;
    throw thrown;
  }
}

export const castOptions = queryOptions<readonly CastMember[] | null, ProblemError>({
  queryKey: ["cast"],
  queryFn: readCast,
  staleTime: 10_000,
});

export const enterAs = (workerId: string) =>
  request<NextStep>("POST", "/api/demo/session", { workerId }, { asIs: true });

/**
 * Signs out: the server's session first, then everything this browser still holds. The page is loaded anew, so that nothing of the
 * person before stays in memory.
 */
export async function signOut(): Promise<void> {
  await request("DELETE", "/api/session", undefined, { asIs: true });
  await forgetDrafts();
  location.replace("/sign-in");
}

/** What lies across opened identities: who looks, so that a photograph of the screen tells. */
export const viewerMark = (me: Me, language: string): string =>
  `${nameIn(me.worker.names, language)} ${me.worker.id.slice(-6).toUpperCase()}`;

/** Pages that may follow a sign-in: ours, never another host (`//elsewhere`), never the sign-in itself. */
export function safeNext(next: unknown): string {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}
