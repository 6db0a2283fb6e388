import type { FastifyRequest } from "fastify";
import { type Refusal, refuse } from "./problems.ts";

/** The version that the writer saw, from `If-Match: "3"`. */
export function seenVersion(request: FastifyRequest): number | Refusal {
  const header = request.headers["if-match"];
  const found = /^"(\d{1,9})"$/.exec(typeof header === "string" ? header : "");
  return found ? Number(found[1]) : refuse("version-missing");
}
