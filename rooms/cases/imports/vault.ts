import { sql } from "kysely";
import { z } from "zod";
import { openOriginal } from "../../../platform/files/index.ts";
import type { VaultCaller, VaultRoutes } from "../../../platform/keys/vault.ts";
import { DatabaseRefusal } from "../../../platform/postgres/transaction.ts";
import type { VaultClient } from "../../identities/index.ts";
import { type KeptWork, mappingBox, workBox } from "./sealing.ts";

const Token = z.string().max(200);
const Open = z.object({ token: Token, importId: z.uuid() });
const Kept = z.object({ token: Token, signature: z.hash("sha256") });

/** The imports' calls on the vault. @param files where sealed files lie */
export function importVaultRoutes(files: string): VaultRoutes {
  return (vault, context) => {
    // The entry commits in `as`; only then is anything opened. The answer: four bytes of length, what is kept as JSON, the file.
    vault.post("/imports/open", async (request, reply) => {
      const { token, importId } = Open.parse(request.body);
      const found = await context.as(token, (tx) =>
        tx.maybe<{ file_id: string; sealed_key: Buffer; sealed: Buffer }>(
          sql`select * from cases.open_import(${importId}::uuid)`,
        ),
      );
      if (found === null) throw new DatabaseRefusal("HW404", "not visible", null);
      const work = context.openIntake(workBox(importId), found.sealed);
      const file = await openOriginal(
        files,
        found.file_id,
        (box, key) => context.openIntake(box, key),
        found.sealed_key,
      );
      const length = Buffer.alloc(4);
      length.writeUInt32BE(work.length);
      return reply.type("application/octet-stream").send(Buffer.concat([length, work, file]));
    });

    vault.post("/imports/kept-mapping", async (request) => {
      const { token, signature } = Kept.parse(request.body);
      const { sealed } = await context.as(token, (tx) =>
        tx.one<{ sealed: Buffer | null }>(sql`select cases.kept_mapping(${Buffer.from(signature, "hex")}) as sealed`),
      );
      return { mapping: sealed === null ? null : context.openIntake(mappingBox(signature), sealed).toString("utf8") };
    });
  };
}

/** A file and what is kept of it. @throws DatabaseRefusal HW404 for whoever may not see the import, and where it is in already */
export async function openWork(
  vault: VaultClient,
  token: string,
  importId: string,
): Promise<{ work: KeptWork; file: Buffer }> {
  const all = await vault.bytes("/imports/open", { token, importId });
  const end = 4 + all.readUInt32BE(0);
  return { work: JSON.parse(all.subarray(4, end).toString("utf8")) as KeptWork, file: all.subarray(end) };
}

/** What this agency decided for the last file with these columns; null where there was none. */
export async function keptMapping(vault: VaultCaller, token: string, signature: Buffer): Promise<string | null> {
  const { mapping } = await vault.call<{ mapping: string | null }>("/imports/kept-mapping", {
    token,
    signature: signature.toString("hex"),
  });
  return mapping;
}
