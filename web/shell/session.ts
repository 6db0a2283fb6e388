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

/** What a sign-in still owes: a code, a passkey, a second factor that is not there yet, or nothing. */
export type NextStep = { readonly next: "totp" | "passkey" | "enrol" | "done" };

export const enterPassword = (login: string, password: string) =>
  request<NextStep>("POST", "/api/session", { login, password }, { asIs: true });

export const enterCode = (code: string) => request<NextStep>("POST", "/api/session/totp", { code }, { asIs: true });

/** Can this page use passkeys at all? Not at a bare address: they are bound to a name. */
export const passkeysHere = (): boolean =>
  typeof PublicKeyCredential !== "undefined" && !/^[\d.]+$|:/.test(location.hostname);

type Options = Parameters<typeof import("@simplewebauthn/browser").startAuthentication>[0]["optionsJSON"];

/** Asks this device for a passkey and signs in with it. @throws Error where the person turned away */
export async function enterByPasskey(): Promise<NextStep> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { options } = await request<{ options: Options }>("POST", "/api/session/passkey/options", undefined, {
    asIs: true,
  });
  const answer = await startAuthentication({ optionsJSON: options });
  return request<NextStep>("POST", "/api/session/passkey", { answer }, { asIs: true });
}

export async function stepUpByPasskey(): Promise<void> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { challengeId, options } = await request<{ challengeId: string; options: Options }>(
    "POST",
    "/api/session/step-up/passkey/options",
    undefined,
    { asIs: true },
  );
  const answer = await startAuthentication({ optionsJSON: options });
  await request("POST", "/api/session/step-up/passkey", { challengeId, answer }, { asIs: true });
}

/** Makes a passkey on this device and keeps it under a name; asks for a step-up where one is due. */
export async function addPasskey(label: string): Promise<void> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  type Making = Parameters<typeof startRegistration>[0]["optionsJSON"];
  const { challengeId, options } = await request<{ challengeId: string; options: Making }>(
    "POST",
    "/api/passkeys/options",
  );
  const answer = await startRegistration({ optionsJSON: options });
  await request("POST", "/api/passkeys", { challengeId, label, answer });
}

/** Somebody turned the device's question away, or it ran out of time: no fault, and nothing to say about it. */
export const turnedAway = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === "NotAllowedError" || thrown.name === "AbortError");

export type Lost = "factor" | "password";

export const askToRecover = (login: string, lost: Lost) =>
  request<{ asked: true }>("POST", "/api/recoveries", { login, lost }, { asIs: true });

/** The words that a colleague said, and a new password in place of the forgotten one. */
export const enterAnew = (login: string, words: string, password: string) =>
  request<NextStep>("POST", "/api/session/forgotten-password", { login, words, password }, { asIs: true });

export const enterWords = (words: string) =>
  request<NextStep>("POST", "/api/session/recovery", { words }, { asIs: true });

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
