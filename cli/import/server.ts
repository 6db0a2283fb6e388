import { exitCodes, Failure, messageOf } from "../failure.ts";
import { say } from "../words.ts";

/** The running installation, as this command speaks with it: over HTTP, as somebody who is signed in. */
export interface Server {
  /** @throws Failure with the server's own sentences where it refuses */
  ask<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown, revision?: number): Promise<T>;
}

/** What a refusal looks like (RFC 9457). */
interface Problem {
  code?: string;
  title?: string;
  next?: string;
}

/**
 * @param address as it was printed by demo or start
 * @param language in which refusals are worded
 */
export function serverAt(address: string, language: string): Server & { signedIn(): boolean } {
  let cookie: string | null = process.env["HOMEWARD_TOKEN"] ? `hw_session=${process.env["HOMEWARD_TOKEN"]}` : null;
  return {
    signedIn: () => cookie !== null,
    async ask<T>(method: string, path: string, body?: unknown, revision?: number): Promise<T> {
      const bytes = body instanceof Uint8Array;
      const answer = await fetch(new URL(path, address), {
        method,
        redirect: "error",
        headers: {
          accept: "application/json, application/problem+json",
          "accept-language": language,
          ...(cookie === null ? {} : { cookie }),
          ...(body === undefined ? {} : { "content-type": bytes ? "application/octet-stream" : "application/json" }),
          ...(revision === undefined ? {} : { "if-match": `"${revision}"` }),
        },
        ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      }).catch((error: unknown) => {
        throw new Failure(say("import.not-reached", { address, reason: messageOf(error) }));
      });
      for (const one of answer.headers.getSetCookie())
        if (one.startsWith("hw_session=")) cookie = one.split(";")[0] ?? null;
      const read = answer.status === 204 ? null : ((await answer.json().catch(() => null)) as unknown);
      if (answer.ok) return read as T;
      const { code, title, next } = (read ?? {}) as Problem;
      const sentences = title
        ? [title, next ?? ""].join("\n").trim()
        : say("import.odd-answer", { status: answer.status });
      throw new Failure(sentences, code === "import-refused" ? exitCodes.data : exitCodes.failed);
    },
  };
}
