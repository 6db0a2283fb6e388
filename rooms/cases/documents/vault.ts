import { sql } from "kysely";
import { z } from "zod";
import { openFile, openOriginal } from "../../../platform/files/index.ts";
import type { VaultRoutes } from "../../../platform/keys/vault.ts";
import { DatabaseRefusal } from "../../../platform/postgres/transaction.ts";

const Call = z.object({ token: z.string().max(200), caseId: z.uuid(), documentId: z.uuid(), original: z.boolean() });

/** The documents' call on the vault: the entry commits first, then the file opens against it. @param files where sealed files lie */
export function documentVaultRoutes(files: string): VaultRoutes {
  return (vault, context) => {
    vault.post("/cases/documents", async (request, reply) => {
      const { token, caseId, documentId, original } = Call.parse(request.body);
      const found = await context.as(token, (tx) =>
        tx.maybe<{ file_id: string; media: string; sealed_key: Buffer }>(
          sql`select * from cases.open_document(${documentId}::uuid, ${caseId}::uuid, ${original})`,
        ),
      );
      if (found === null) throw new DatabaseRefusal("HW404", "not visible", null);
      const openKey = (where: string, box: Uint8Array) => context.openIntake(where, box);
      const opened = original
        ? { kind: found.media, bytes: await openOriginal(files, found.file_id, openKey, found.sealed_key) }
        : await openFile(files, found.file_id, found.media, openKey, found.sealed_key).catch((error: unknown) => {
            // A picture that is broken, or of a kind that cannot be drawn anew, is never shown as it came: its metadata would come along.
            if (found.media.startsWith("image/"))
              throw new DatabaseRefusal("HW422", "cannot be shown", "document-not-shown");
            throw error;
          });
      return reply.send({ kind: opened.kind, base64: opened.bytes.toString("base64") });
    });
  };
}
