import { sql } from "kysely";
import { z } from "zod";
import { openFile } from "../../platform/files/index.ts";
import type { VaultContext, VaultRoutes } from "../../platform/keys/vault.ts";
import { DatabaseRefusal } from "../../platform/postgres/transaction.ts";
import { Words } from "./model.ts";
import { MESSAGE_BOX, REPORT_BOX, SCREENING_BOX, unpadIntake } from "./sealing.ts";

// Any text: whether a session stands behind it is for the database to say, with its own code.
const Token = z.string().max(200);
const Open = z.object({
  token: Token,
  reportId: z.uuid(),
  words: z.base64().nullable(),
  messages: z.array(z.base64()).max(1000),
});
const Notes = z.object({ token: Token, reportId: z.uuid(), notes: z.array(z.base64()).max(100) });
const Receipt = z.object({ receipt: z.base64() });
const Caller = z.object({ token: Token, phone: z.string().max(40) });
const File = z.object({ token: Token, reportId: z.uuid(), fileId: z.uuid() });

/** The reports room's calls on the vault. @param files where sealed files lie */
export function reportVaultRoutes(files: string): VaultRoutes {
  return (vault, context) => {
    vault.post("/reports/open", async (request) => {
      const { token, reportId, words, messages } = Open.parse(request.body);
      await context.as(token, (tx) => tx.rows(sql`select reports.may_open(${reportId}::uuid)`));
      const opened = words === null ? null : text(context, REPORT_BOX, words);
      // The place becomes a keyed hash once somebody has read it: the same place again brings back what was set aside.
      const place = opened === null ? "" : Words.parse(JSON.parse(opened)).where;
      if (place !== "")
        await context.as(token, (tx) =>
          tx.rows(
            sql`select reports.keep_place(${reportId}::uuid, ${context.ring.blind("report-place", plainPlace(place))})`,
          ),
        );
      return { words: opened, messages: messages.map((m) => text(context, MESSAGE_BOX, m)) };
    });

    vault.post("/reports/screening-notes", async (request) => {
      const { token, reportId, notes } = Notes.parse(request.body);
      await context.as(token, (tx) => tx.rows(sql`select reports.may_open(${reportId}::uuid)`));
      return { notes: notes.map((note) => text(context, SCREENING_BOX, note)) };
    });

    // For whoever proves the words of a receipt: no session, the hash is the proof.
    vault.post("/reports/receipt", async (request) => {
      const receipt = Buffer.from(Receipt.parse(request.body).receipt, "base64");
      const rows = await context.as(null, (tx) =>
        tx.rows<{
          report_id: string;
          state: string;
          about: string;
          instead: string | null;
          message_id: string | null;
          from_us: boolean | null;
          sent_at: string | null;
          sealed: Buffer | null;
        }>(sql`select * from reports.by_receipt(${receipt})`),
      );
      return {
        found: rows[0] ? { state: rows[0].state, about: rows[0].about, instead: rows[0].instead } : null,
        messages: rows.flatMap((row) =>
          row.sealed === null
            ? []
            : [
                {
                  fromUs: row.from_us,
                  at: row.sent_at,
                  text: text(context, MESSAGE_BOX, row.sealed.toString("base64")),
                },
              ],
        ),
      };
    });

    vault.post("/reports/caller", async (request) => {
      const { token, phone } = Caller.parse(request.body);
      const me = await context.as(token, (tx) =>
        tx.one<{ agency_id: string | null }>(sql`select agency_id from identities.vault_actor()`),
      );
      return { key: context.ring.blind(`caller/${me.agency_id}`, phone.replace(/[^\d+]/g, "")).toString("hex") };
    });

    vault.post("/reports/files", async (request, reply) => {
      const { token, reportId, fileId } = File.parse(request.body);
      const file = await context.as(token, (tx) =>
        tx.maybe<{ kind: string; bytes: string; sealed_key: Buffer }>(
          sql`select * from reports.open_file(${fileId}::uuid, ${reportId}::uuid)`,
        ),
      );
      if (file === null) throw new DatabaseRefusal("HW404", "not visible", null);
      const copy = await openFile(
        files,
        fileId,
        file.kind,
        (context_, box) => context.openIntake(context_, box),
        file.sealed_key,
      ).catch((error: unknown) => {
        // A picture that is broken, or of a kind that cannot be drawn anew, is never shown as it came: its metadata would come along.
        if (file.kind.startsWith("image/")) throw new DatabaseRefusal("HW422", "cannot be shown", "file-not-shown");
        throw error;
      });
      return reply.send({ kind: copy.kind, base64: copy.bytes.toString("base64") });
    });
  };
}

function text(context: VaultContext, box: string, sealed: string): string | null {
  try {
    return unpadIntake(context.openIntake(box, Buffer.from(sealed, "base64")));
  } catch {
    return null;
  }
}

/** Two spellings of one address should meet: case, spaces and signs do not count. */
function plainPlace(place: string): string {
  return place
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, "");
}
