import { sql } from "kysely";
import { z } from "zod";
import { open } from "../../platform/keys/seal.ts";
import type { VaultRoutes } from "../../platform/keys/vault.ts";

const ReasonCall = z.object({ token: z.string().max(200), approvalId: z.uuid() });

/**
 * What access asks of the vault: the reason that somebody gave to a second person, opened for the drawn person only. It is sealed under the
 * case's key, which that person otherwise has no way to: only this text, only while it waits, only against an entry that stands in the log.
 */
export const approvalVaultRoutes: VaultRoutes = (vault, context) => {
  vault.post("/approval-reasons", async (request) => {
    const { token, approvalId } = ReasonCall.parse(request.body);
    const found = await context.as(token, (tx) =>
      tx.one<{ case_id: string; reason_sealed: Buffer | null }>(
        sql`select * from access.approval_reason(${approvalId}::uuid)`,
      ),
    );
    const key = context.store.find("case", found.case_id);
    if (key === null || found.reason_sealed === null) return { reason: null };
    const place = { table: "access.approval", column: "reason_sealed", row: found.case_id, section: 0 };
    return { reason: open(key, place, 1, found.reason_sealed) };
  });
};
