import { randomUUID } from "node:crypto";
import multipart from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import { dropFile, type KeptFile, keepFile } from "../../../platform/files/index.ts";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import { declareProblems, isRefusal, type Refusal, refuse, sendRefusal } from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import type { VaultClient } from "../../identities/index.ts";
import * as cases from "../actions.ts";
import { openTexts, sealText } from "../narrative.ts";
import { oneCase } from "../store.ts";
import { viewed } from "../viewing.ts";
import { AboutDocument, Document, type DocumentKind, MOST_BYTES } from "./model.ts";

declareProblems("cases", {
  "document-missing": 422,
  "document-too-large": 413,
  "document-kind": 422,
  "document-no-space": 503,
  "document-blocked": 409,
  "document-not-shown": 422,
});

export interface DocumentsHouse {
  acting: Acting;
  vault: VaultClient;
  /** Files are sealed to it as they stream in; only the vault holds the other half. */
  intakeKey: Uint8Array;
  files: string;
}

const Id = z.object({ id: z.uuid() });
const DocumentId = z.object({ id: z.uuid(), document: z.uuid() });
const place = (row: string, section: number | null) => ({ table: "cases.documents", column: "sealed", row, section });

interface DocumentRow {
  id: string;
  section: number | null;
  kind: DocumentKind;
  media: string;
  bytes: string;
  sha256: string;
  added_at: string;
  agency: Record<string, string> | null;
  from_home: boolean;
  first_read_at: string | null;
  blocked: boolean;
  sealed: Buffer | null;
}

/** Papers of a case: sealed as they stream in, shown as a copy without metadata, the original kept with its hash. */
export function registerDocuments(app: Web, { acting, vault, intakeKey, files }: DocumentsHouse): void {
  app.get(
    "/api/cases/:id/documents",
    {
      schema: {
        params: Id,
        response: { 200: z.object({ ref: z.string(), sections: z.array(z.int()), documents: z.array(Document) }) },
      },
      config: { audience: "staff", verb: "case-viewed", action: "case.read" },
    },
    async (request, reply) => {
      const { id } = request.params;
      const read = await acting.act(
        request,
        { verb: "case-viewed", subject: { kind: "case", id }, caseId: id },
        async (tx) => ({
          facts: await viewed(tx, id),
          sections: await tx.rows<{ section: number }>(
            sql`select distinct section from access.my_sections where case_id = ${id}::uuid order by section`,
          ),
          rows: await tx.rows<DocumentRow>(sql`select * from cases.documents_of(${id}::uuid)`),
        }),
      );
      if (isRefusal(read)) return sendRefusal(request, reply, read);
      const titles = await openTexts(
        vault,
        tokenOf(request),
        id,
        read.rows.map((row) => ({ ...place(row.id, row.section), sealed: row.sealed })),
      );
      return reply.send({
        ref: read.facts.ref,
        sections: read.sections.map((one) => one.section),
        documents: read.rows.map((row, i) => ({
          id: row.id,
          section: row.section,
          kind: row.kind,
          media: row.media,
          bytes: Number(row.bytes),
          sha256: row.sha256,
          addedAt: row.added_at,
          agency: row.agency,
          fromHome: row.from_home,
          firstReadAt: row.first_read_at,
          blocked: row.blocked,
          title: titles[i] ?? null,
        })),
      });
    },
  );

  // A scope of its own: nothing else of the server takes files.
  void app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 1, fieldSize: 10_000, fileSize: MOST_BYTES + 1 } });
    (scope as unknown as Web).post(
      "/api/cases/:id/documents",
      {
        schema: { params: Id, response: { 201: Id } },
        bodyLimit: MOST_BYTES + 100_000,
        config: { audience: "staff", verb: "document-added", action: "file.add" },
      },
      async (request, reply) => {
        const { id } = request.params;
        const doing = { verb: "document-added", subject: { kind: "case", id }, caseId: id, status: 201 };
        // Asked before a byte is kept: a stranger's file never reaches the disk, and the door answers as for no case.
        await acting.attempt(request, doing, () =>
          acting.look(request, (tx) => oneCase(tx, id)).then((facts) => cases.mustExist(facts)),
        );
        const came = await takeFile(request, files, intakeKey);
        if (isRefusal(came)) return sendRefusal(request, reply, came);
        const { about, file } = came;
        const row = randomUUID();
        const keep = async () => {
          const title =
            about.title === ""
              ? null
              : await sealText(vault, tokenOf(request), id, { ...place(row, about.section), text: about.title });
          return acting.act(request, doing, async (tx) => {
            await tx.rows(sql`select cases.keep_document(${row}::uuid, ${id}::uuid, ${about.section}::smallint, ${about.kind}, ${title},
              ${file.id}::uuid, ${file.kind}, ${file.bytes}::bigint, ${file.sha256}, ${file.sealedKey})`);
            return { id: row };
          });
        };
        const result = await keep().catch(async (error: unknown) => {
          await dropFile(files, file.id);
          throw error;
        });
        if (isRefusal(result)) {
          await dropFile(files, file.id);
          return sendRefusal(request, reply, result);
        }
        // A retry that was answered before has brought the same file once more.
        if (result.id !== row) await dropFile(files, file.id);
        return reply.code(201).send(result);
      },
    );
  });

  for (const [which, original] of [
    ["copy", false],
    ["original", true],
  ] as const) {
    app.get(
      `/api/cases/:id/documents/:document/${which}`,
      {
        schema: { params: DocumentId },
        config: {
          audience: "staff",
          verb: original ? "document-downloaded" : "document-opened",
          action: "file.open",
        },
      },
      async (request, reply) => {
        const { id, document } = request.params;
        const opened = await acting.attempt(
          request,
          {
            verb: original ? "document-downloaded" : "document-opened",
            subject: { kind: "document", id: document },
            caseId: id,
          },
          () =>
            vault.call<{ kind: string; base64: string }>("/cases/documents", {
              token: tokenOf(request),
              caseId: id,
              documentId: document,
              original,
            }),
        );
        const inline = !original && opened.kind.startsWith("image/");
        return reply
          .type(opened.kind)
          .header(
            "content-disposition",
            `${inline ? "inline" : "attachment"}; filename="${document}.${ending(opened.kind)}"`,
          )
          .send(Buffer.from(opened.base64, "base64"));
      },
    );
  }

  app.post(
    "/api/cases/:id/documents/:document/block",
    {
      schema: { params: DocumentId, response: { 204: z.null() } },
      config: { audience: "staff", verb: "document-blocked", action: "file.block" },
    },
    async (request, reply) => {
      const { id, document } = request.params;
      const result = await acting.act(
        request,
        { verb: "document-blocked", subject: { kind: "document", id: document }, caseId: id, status: 204 },
        async (tx) => {
          await tx.rows(sql`select cases.block_document(${document}::uuid, ${id}::uuid)`);
          return null;
        },
      );
      return isRefusal(result) ? sendRefusal(request, reply, result) : reply.code(204).send(null);
    },
  );
}

/** Reads the two parts, first what it is and then the file, straight into a sealed file on disk. */
async function takeFile(
  request: FastifyRequest,
  dir: string,
  publicKey: Uint8Array,
): Promise<{ about: AboutDocument; file: KeptFile } | Refusal> {
  if (!request.isMultipart()) return refuse("document-missing");
  let about: AboutDocument | null = null;
  for await (const part of request.parts()) {
    if (part.type === "field") {
      about = part.fieldname === "about" ? readAbout(part.value) : about;
      continue;
    }
    if (about === null) {
      part.file.resume();
      return refuse("document-missing");
    }
    const kept = await keepFile(dir, part.file, { maxBytes: MOST_BYTES, publicKey });
    if (!("refused" in kept)) return { about, file: kept };
    return refuse(
      { "too-large": "document-too-large", "no-space": "document-no-space", "kind-not-taken": "document-kind" }[
        kept.refused
      ],
    );
  }
  return refuse("document-missing");
}

function readAbout(value: unknown): AboutDocument | null {
  try {
    return AboutDocument.parse(JSON.parse(String(value)));
  } catch {
    return null;
  }
}

/** A file that leaves is named by its number alone: a name on a desk tells. */
function ending(media: string): string {
  const known: Record<string, string> = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    "video/mp4": "mp4",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
  };
  return known[media] ?? "bin";
}
