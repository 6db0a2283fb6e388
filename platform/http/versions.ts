import type { FastifyRequest } from "fastify";
import { DatabaseRefusal, type Statement, type Tx } from "../postgres/transaction.ts";
import { type Refusal, refuse } from "./problems.ts";

/** The version that the writer saw, from `If-Match: "3"`. */
export function seenVersion(request: FastifyRequest): number | Refusal {
  const header = request.headers["if-match"];
  const found = /^"(\d{1,9})"$/.exec(typeof header === "string" ? header : "");
  return found ? Number(found[1]) : refuse("version-missing");
}

/**
 * Runs an update that stands under `where version = <the seen one> returning version`, and returns the new version. Reading the version first
 * is not enough: two who read the same one at the same moment would both write, and the second over the first.
 * @throws DatabaseRefusal HW412 when somebody was faster by that moment
 */
export async function newVersion(tx: Tx, update: Statement<{ version: number }>): Promise<number> {
  const changed = await tx.maybe(update);
  if (changed === null) throw new DatabaseRefusal("HW412", "somebody changed this since", null);
  return changed.version;
}
