/** Three pages about the interface, for whoever builds on it: what it offers, what its refusals mean, and the same for machines. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {} from "@fastify/swagger";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { LANGUAGES, type Language, languageOf, openPhrase, phrase } from "../../languages/words.ts";
import { type Html, html, htmlDocument } from "../html.ts";
import { problemCodes, sendProblem } from "../problems.ts";
import type { Web } from "../server.ts";

interface Operation {
  operationId: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  "x-audience": string;
  "x-act": string | null;
  "x-log-verb": string | null;
}

const style = readFileSync(join(import.meta.dirname, "interface.css"));
const styleAddress = "/interface/style.css";
const Asked = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) });

/** Registers /interface, /interface/openapi.json, /problems and /problems/:code. They tell nothing that the source does not tell. */
export function registerInterface(app: Web): void {
  const open = { config: { audience: "public", verb: null } } as const;

  app.get("/interface/openapi.json", open, async () => app.swagger());

  app.get(styleAddress, open, (_request, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "public, max-age=3600").send(style),
  );

  app.get("/interface", { ...open, schema: { querystring: Asked } }, (request, reply) => {
    const say = speaker(request, request.query.lang);
    const paths = (app.swagger() as unknown as { paths?: Record<string, Record<string, Operation>> }).paths ?? {};
    return show(reply, say, "/interface", say.word("title"), interfaceBody(say, paths));
  });

  app.get("/problems", { ...open, schema: { querystring: Asked } }, (request, reply) => {
    const say = speaker(request, request.query.lang);
    return show(reply, say, "/problems", say.word("problems-title"), problemsBody(say, problemCodes()));
  });

  app.get(
    "/problems/:code",
    { ...open, schema: { params: z.object({ code: z.string().max(80) }), querystring: Asked } },
    (request, reply) => {
      const { code } = request.params;
      const found = problemCodes().filter((p) => p.code === code);
      if (found.length === 0) return sendProblem(request, reply, "not-found");
      const say = speaker(request, request.query.lang);
      return show(reply, say, `/problems/${code}`, code, problemsBody(say, found));
    },
  );
}

interface Say {
  language: Language;
  word(key: string, values?: Record<string, string | number>): string;
}

function speaker(request: FastifyRequest, asked: Language | undefined): Say {
  const language = asked ?? languageOf(request);
  return { language, word: (key, values) => phrase(language, "platform", `interface.${key}`, values) };
}

function show(reply: FastifyReply, say: Say, path: string, title: string, body: Html): FastifyReply {
  const page = html`<html lang="${say.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Homeward</title>
<link rel="stylesheet" href="${styleAddress}"></head>
<body><header><p>Homeward</p><nav aria-label="${say.word("pages")}"><a href="/interface">${say.word("title")}</a> <a href="/problems">${say.word("problems-title")}</a>
${LANGUAGES.filter((l) => l !== say.language).map((l) => html`<a href="${path}?lang=${l}" lang="${l}" hreflang="${l}">${phrase(l, "platform", "interface.this-language")}</a>`)}</nav></header>
<main><h1>${title}</h1>${body}</main></body></html>`;
  return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(htmlDocument(page));
}

function interfaceBody(say: Say, paths: Record<string, Record<string, Operation>>): Html {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const rooms = [...new Set(all.map(({ operation }) => operation.tags?.[0] ?? ""))].sort();
  return html`<p>${say.word("lead")}</p><p><a href="/interface/openapi.json">${say.word("machine")}</a></p>
<nav aria-label="${say.word("subjects")}"><ul class="subjects">${rooms.map((room) => html`<li><a href="#${room}">${room}</a></li>`)}</ul></nav>
${rooms.map(
  (room) => html`<section aria-labelledby="${room}"><h2 id="${room}">${room}</h2>
${all.filter(({ operation }) => (operation.tags?.[0] ?? "") === room).map((o) => operationBody(say, o.method, o.path, o.operation))}</section>`,
)}`;
}

function operationBody(say: Say, method: string, path: string, operation: Operation): Html {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const facts: [string, string][] = [
    [say.word("who"), say.word(`audience.${operation["x-audience"]}`)],
    ...(operation["x-act"] === null ? [] : [[say.word("act"), operation["x-act"]] as [string, string]]),
    ...(operation["x-log-verb"] === null ? [] : [[say.word("log"), operation["x-log-verb"]] as [string, string]]),
    ...(operation.parameters ?? []).map((p): [string, string] => [
      say.word(`in.${p.in}`),
      `${p.name}${p.required ? "" : ` ${say.word("optional")}`}: ${shape(p.schema)}`,
    ]),
  ];
  return html`<details id="${operation.operationId}"><summary><b>${method}</b> <code>${path}</code></summary>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${body === undefined ? null : html`<h3>${say.word("body")}</h3><pre>${shape(body)}</pre>`}
${Object.entries(operation.responses)
  .filter(([status]) => status !== "default")
  .map(([status, { content }]) => {
    const answer = Object.values(content ?? {})[0]?.schema;
    return html`<h3>${say.word("answer", { status })}</h3>${answer === undefined ? html`<p>${say.word("no-body")}</p>` : html`<pre>${shape(answer)}</pre>`}`;
  })}
<p>${say.word("refusals")} <a href="/problems">${say.word("problems-title")}</a></p></details>`;
}

interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
}

/** A JSON schema as somebody would write it down: names, kinds, choices. */
export function shape(schema: Schema | undefined, indent = ""): string {
  if (schema === undefined) return "any";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => shape(choice, indent)).join(" | ");
  if (schema.properties) {
    const inner = `${indent}  `;
    const lines = Object.entries(schema.properties).map(
      ([name, value]) => `${inner}${name}${schema.required?.includes(name) ? "" : "?"}: ${shape(value, inner)}`,
    );
    return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
  }
  if (schema.items) return `list of ${shape(schema.items, indent)}`;
  if (typeof schema.additionalProperties === "object") return `by name: ${shape(schema.additionalProperties, indent)}`;
  const kind = [schema.type ?? "any"].flat().join(" | ");
  return schema.format ? `${kind} (${schema.format})` : kind;
}

function problemsBody(say: Say, codes: { code: string; status: number; room: string }[]): Html {
  return html`<p>${say.word("problems-lead")}</p><table><thead><tr><th scope="col">${say.word("code")}</th><th scope="col">${say.word("status")}</th>
<th scope="col">${say.word("happened")}</th><th scope="col">${say.word("next")}</th></tr></thead><tbody>${codes.map(
    ({ code, status, room }) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td>
<td>${sentence(say, room, code, "title")}</td><td>${sentence(say, room, code, "next")}</td></tr>`,
  )}</tbody></table>`;
}

/** A code's sentence with its places left open: a page about all codes has no values for them. */
function sentence(say: Say, room: string, code: string, part: "title" | "next"): string {
  return openPhrase(say.language, room, `problems.${code}.${part}`).replaceAll(/\{\{\w+\}\}/g, "…");
}
