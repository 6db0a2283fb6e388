/** A browser's side of the sign-in for tests: keeps the cookies that the server sets. */
import type { Web } from "../http/server.ts";

export interface Visitor {
  /** A request with the cookies so far. The answer's body is JSON, or text where it is none. */
  send(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Said>;
  cookies: Map<string, string>;
}

export interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  body: any;
  headers: Record<string, unknown>;
}

let machines = 0;

/** Somebody at a browser with nothing in it, on a machine of its own: limits count by address. */
export function visitor(web: Web): Visitor {
  machines += 1;
  const remoteAddress = `10.0.${Math.floor(machines / 250)}.${machines % 250}`;
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, url, body, headers = {}) {
      const answer = await web.inject({
        method,
        url,
        remoteAddress,
        headers: {
          ...(cookies.size > 0 ? { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") } : {}),
          ...headers,
        },
        ...(body ? { payload: body } : {}),
      });
      for (const { name, value } of answer.cookies) {
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      const json = String(answer.headers["content-type"] ?? "").includes("json");
      return {
        status: answer.statusCode,
        body: json && answer.body !== "" ? JSON.parse(answer.body) : answer.body,
        headers: answer.headers,
      };
    },
  };
}
