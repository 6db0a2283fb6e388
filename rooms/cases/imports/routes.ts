import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Acting, tokenOf } from "../../../platform/http/act.ts";
import {
  declareProblems,
  isRefusal,
  NotVisible,
  problem,
  type Refusal,
  refuse,
  sendRefusal,
} from "../../../platform/http/problems.ts";
import type { Web } from "../../../platform/http/server.ts";
import { seenVersion } from "../../../platform/http/versions.ts";
import { languageOf, phrase } from "../../../platform/languages/words.ts";
import { defaultLimits } from "../../../platform/sheets/limits.ts";
import type { VaultClient } from "../../identities/index.ts";
import { SECTIONS, type SectionName } from "../../identities/model.ts";
import * as actions from "./actions.ts";
import {
  Begun,
  ImportList,
  ImportSummary,
  ImportView,
  LineView,
  Marginals,
  NewMapping,
  NewMends,
  RunView,
  Staging,
} from "./answers.ts";
import { createDesk, type OpenFile } from "./desk.ts";
import { fieldNamed } from "./fields.ts";
import { marginalsOfSums } from "./marginals.ts";
import type { Mapping, Section } from "./model.ts";
import { mayBringIn } from "./rules.ts";
import * as store from "./store.ts";

export type ImportsParts = {
  acting: Acting;
  vault: VaultClient;
  intakeKey: Uint8Array;
  files: string;
  situations: readonly string[];
  timeZone: string;
  callingCode: string | null;
};

declareProblems("cases", {
  "import-refused": 422,
  "import-not-ready": 409,
  "import-is-in": 409,
  "import-elsewhere": 409,
  "import-not-published": 409,
});

const Id = z.object({ id: z.uuid() });
const examplesShown = 3;
/** Files that may be taken in at once: each is in memory whole. */
const atOnce = 3;

/** Bringing existing work in, over HTTP. Whoever goes on with a half-done file calls the same address again. */
export function registerImports(web: Web, parts: ImportsParts): void {
  const { acting, timeZone, callingCode } = parts;
  const today = () => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
  const desk = createDesk({ vault: parts.vault, rules: (assumed) => ({ assumed, today: today(), callingCode }) });
  const house = { ...parts, situations: new Set(parts.situations), desk, today };
  web.addHook("onClose", async () => desk.close());
  const config = (verb: string | null) => ({ audience: "staff", verb, action: "import.run" }) as const;
  let takingIn = 0;

  void web.register(async (scope) => {
    const app = scope as unknown as Web;
    app.addContentTypeParser(
      "application/octet-stream",
      // One more than may be: what is too large is then told with its size.
      { parseAs: "buffer", bodyLimit: defaultLimits.fileBytes + 1 },
      (_request, body, done) => done(null, body),
    );

    app.post(
      "/api/imports",
      {
        schema: { querystring: z.object({ name: z.string().trim().min(1).max(255) }), response: { 201: Begun } },
        config: { ...config("import-begun"), rateLimit: { max: 30, timeWindow: "1 minute" } },
        bodyLimit: defaultLimits.fileBytes + 1,
        // Before a byte of the file is read: who is there, and may they?
        onRequest: async (request: FastifyRequest) => {
          await acting.look(request, async () => null);
        },
      },
      async (request, reply) => {
        if (!Buffer.isBuffer(request.body)) return sendRefusal(request, reply, refuse("body-unreadable"));
        if (takingIn >= atOnce) return sendRefusal(request, reply, refuse("not-now"));
        takingIn += 1;
        try {
          const result = await actions.beginImport(house, request, request.query.name, request.body);
          return answer(request, reply, result, (made) => reply.code(201).send(made));
        } finally {
          takingIn -= 1;
        }
      },
    );

    app.put(
      "/api/imports/:id/form",
      {
        schema: { params: Id, response: { 200: ImportView } },
        config: config("import-decided"),
        bodyLimit: 2_097_152,
        onRequest: async (request: FastifyRequest) => {
          const id = Id.safeParse(request.params);
          const row = await acting.look(request, (tx) => store.oneImport(tx, id.success ? id.data.id : randomUUID()));
          if (row === null) throw new NotVisible();
        },
      },
      async (request, reply) => {
        const seen = seenVersion(request);
        if (isRefusal(seen)) return sendRefusal(request, reply, seen);
        if (!Buffer.isBuffer(request.body)) return sendRefusal(request, reply, refuse("body-unreadable"));
        const form = request.body.toString("utf8");
        return changed(request, reply, await actions.addForm(house, request, request.params.id, seen, form));
      },
    );
  });

  web.get("/api/imports", { schema: { response: { 200: ImportList } }, config: config(null) }, async (request) => ({
    imports: (await acting.look(request, store.myImports)).map(summary),
  }));

  web.get(
    "/api/imports/:id",
    { schema: { params: Id, response: { 200: ImportView } }, config: config(null) },
    async (request, reply) => view(reply, await actions.openImport(house, request, request.params.id)),
  );

  web.put(
    "/api/imports/:id/mapping",
    { schema: { params: Id, body: NewMapping, response: { 200: ImportView } }, config: config("import-decided") },
    async (request, reply) => {
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      return changed(
        request,
        reply,
        await actions.decideColumns(house, request, request.params.id, seen, request.body),
      );
    },
  );

  web.put(
    "/api/imports/:id/mends",
    { schema: { params: Id, body: NewMends, response: { 200: ImportView } }, config: config("import-decided") },
    async (request, reply) => {
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      return changed(
        request,
        reply,
        await actions.mendRows(house, request, request.params.id, seen, request.body.mends),
      );
    },
  );

  web.get(
    "/api/imports/:id/dry-run",
    { schema: { params: Id, response: { 200: RunView } }, config: config(null) },
    async (request, reply) => {
      const { row, file } = await actions.openImport(house, request, request.params.id);
      if (file === null) return sendRefusal(request, reply, refuse("import-is-in"));
      const run = await desk.dryRun(file);
      const held = await acting.look(request, (tx) => store.sectionsOf(tx, row.agency_id));
      const may = mayBringIn(run, false);
      return reply.send({
        run,
        notHeld: sectionsFilled(file.mapping, file).filter((section) => !held.includes(SECTIONS[section])),
        refusal: may.allowed ? null : { code: may.code, count: may.params.count },
      });
    },
  );

  web.get(
    "/api/imports/:id/lines/:line",
    {
      schema: { params: Id.extend({ line: z.coerce.number().int().min(1) }), response: { 200: LineView } },
      config: config(null),
    },
    async (request, reply) => {
      const { file } = await actions.openImport(house, request, request.params.id);
      if (file === null) return sendRefusal(request, reply, refuse("import-is-in"));
      return reply.send(await actions.lineOf(house, file, request.params.line));
    },
  );

  web.post(
    "/api/imports/:id/staging",
    { schema: { params: Id, body: Staging, response: { 200: ImportSummary } }, config: config("import-staged") },
    async (request, reply) => {
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const result = await actions.stageStretch(house, request, request.params.id, seen, request.body.looked);
      return answer(request, reply, result, (row) => reply.send(summary(row)));
    },
  );

  web.post(
    "/api/imports/:id/promotion",
    {
      schema: { params: Id, response: { 200: z.object({ cases: z.int() }) } },
      config: config("import-brought-in"),
    },
    async (request, reply) => {
      const seen = seenVersion(request);
      if (isRefusal(seen)) return sendRefusal(request, reply, seen);
      const result = await actions.promoteImport(house, request, request.params.id, seen);
      return answer(request, reply, result, (done) => reply.send(done));
    },
  );

  web.delete(
    "/api/imports/:id",
    { schema: { params: Id, response: { 204: z.null() } }, config: config("import-dropped") },
    async (request, reply) => {
      const refusal = await actions.dropImport(house, request, request.params.id);
      return refusal ? sendRefusal(request, reply, refusal) : reply.code(204).send(null);
    },
  );

  web.get(
    "/api/imports/:id/marginals",
    { schema: { params: Id, response: { 200: Marginals } }, config: config(null) },
    async (request) => {
      const sums = await acting.look(request, (tx) => store.sums(tx, request.params.id));
      const total = Number(sums.find((sum) => sum.field === null)?.n ?? 0);
      const counted = sums.flatMap(({ field, codes, n }) =>
        field === null || !Array.isArray(codes) ? [] : [{ field, codes: codes.map(String), count: Number(n) }],
      );
      return { total, columns: marginalsOfSums(counted, total) };
    },
  );

  async function changed(
    request: FastifyRequest,
    reply: FastifyReply,
    result: store.ImportRow | actions.NotRight | Refusal,
  ): Promise<FastifyReply> {
    if (isRefusal(result) || actions.isNotRight(result)) return answer(request, reply, result, () => reply);
    const file = await desk.open(tokenOf(request), result.id, result.revision);
    return view(reply, { row: result, file });
  }
}

/** Sends what came, or why not, in the words of whichever it is. */
function answer<T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  result: T | actions.NotRight | Refusal,
  send: (value: T) => FastifyReply,
): FastifyReply {
  if (isRefusal(result)) return sendRefusal(request, reply, result);
  if (!actions.isNotRight(result)) return send(result);
  const { refusal } = result;
  const language = languageOf(request);
  const params = "params" in refusal ? refusal.params : {};
  const say = (part: string) => phrase(language, "cases/imports", `refusals.${refusal.code}.${part}`, params);
  const place = "sheet" in refusal ? placeOf(refusal, language) : "";
  const body = {
    ...problem("import-refused", language),
    title: place === "" ? say("title") : `${place} ${say("title")}`,
    next: say("next"),
    refusal: refusal.code,
  };
  return reply
    .code(body.status)
    .type("application/problem+json")
    .header("cache-control", "no-store")
    .send(JSON.stringify(body));
}

function placeOf(
  { sheet, cell, line }: { sheet: string | null; cell: string | null; line: number | null },
  language: "en" | "hi",
): string {
  const parts = [
    sheet ? phrase(language, "cases/imports", "places.sheet", { sheet }) : "",
    cell
      ? phrase(language, "cases/imports", "places.cell", { cell })
      : line
        ? phrase(language, "cases/imports", "places.line", { line })
        : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join(", ")}:`;
}

function summary(row: store.ImportRow): z.input<typeof ImportSummary> {
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    layout: row.layout,
    bytes: Number(row.bytes),
    begunAt: row.begun_at,
    changedAt: row.changed_at,
    inAt: row.in_at,
    rowsPlanned: row.rows_planned,
    rowsStaged: row.rows_staged,
    rowsIn: row.rows_in,
  };
}

function view(reply: FastifyReply, { row, file }: { row: store.ImportRow; file: OpenFile | null }): FastifyReply {
  const work = file === null ? null : workOf(file);
  return reply.header("etag", `"${row.revision}"`).send({ ...summary(row), work });
}

function workOf({ work, mapping, inspection }: OpenFile): z.input<typeof ImportView>["work"] {
  return {
    name: work.name,
    sheet: mapping.sheet,
    hasForm: work.form !== null,
    assumed: work.assumed,
    fromEarlier: work.kept !== null,
    columns: mapping.columns.map((column) => {
      const profile = inspection.profiles[column.column];
      return {
        ...column,
        filled: profile?.filled ?? 0,
        examples: (profile?.sample ?? []).slice(0, examplesShown).map((text) => text.slice(0, 120)),
        ambiguousDates: profile?.ambiguousDates ?? 0,
      };
    }),
    fileIssues: inspection.fileIssues,
    mends: work.mends,
  };
}

/** The sections in which something of this file will stand. */
function sectionsFilled(mapping: Mapping, file: OpenFile): SectionName[] {
  const filled = mapping.columns.flatMap(({ column, target }): (Section | null)[] => {
    if ((file.inspection.profiles[column]?.filled ?? 0) === 0 || target.to === "leave-out") return [];
    return [target.to === "keep" ? "statements" : fieldNamed(target.field).section];
  });
  return [...new Set(filled)].filter((section) => section !== null);
}
