/**
 * The public pages of reports, as a Fastify plugin: `app.register(publicReportPages, { reports, pack })`.
 *
 * Promises:
 * - No cookie is set, nothing is stored on the device, no page may be kept by a cache, and no address ever holds an answer or a word.
 * - Nothing of a request is logged: these routes have no log of their own, and an error is told to `onTrouble` by name only, because a
 *   message may quote what was typed.
 * - GET and HEAD change nothing. Everything else is a form sent to the address it came from.
 * - What was typed comes back in the next page, also when something was wrong, too long or could not be kept.
 */
import { randomBytes } from "node:crypto";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import type {} from "../../../platform/http/server.ts";
import { LANGUAGES, type Language, languageOf } from "../../../platform/languages/words.ts";
import { wordsPage } from "./again.ts";
import { type Fields, last } from "./carried.ts";
import { type Answer, type Desk, forget } from "./desk.ts";
import { lostPage, noSuchPage } from "./endings.ts";
import { readIncoming } from "./incoming.ts";
import { leftPage, PATHS, type PageContext, script, styled, styleHash } from "./layout.ts";
import { createLeavings } from "./leavings.ts";
import { LIMITS } from "./model.ts";
import type { PublicPack, PublicReports } from "./public-reports.ts";
import { addToReport, openReport } from "./returning.ts";
import { startPage } from "./start.ts";
import { takeStep } from "./stepping.ts";
import { speak } from "./words.ts";

export type PublicPagesOptions = {
  reports: PublicReports;
  pack: PublicPack;
  /** Told the name of an error (such as "TypeError" or a database code), never its message. */
  onTrouble?: (name: string) => void;
};

const headers = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "content-security-policy": `default-src 'none'; script-src 'self'; style-src '${styleHash}'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
} as const;

/** Neither Fastify nor the routes write a line about a request here. */
const quiet = { logLevel: "silent", config: { audience: "public", verb: null } } as const;

export const publicReportPages: FastifyPluginAsync<PublicPagesOptions> = async (
  app,
  { reports, pack, onTrouble = () => {} },
) => {
  if (pack.awayTo !== undefined && !pack.awayTo.startsWith("https://"))
    throw new Error("The pack's `awayTo` must be an https address.");
  if (!app.hasContentTypeParser("application/x-www-form-urlencoded"))
    await app.register(formbody, { bodyLimit: LIMITS.formBytes });
  if (!app.hasContentTypeParser("multipart/form-data")) await app.register(multipart);

  const desk: Desk = { reports, pack, onTrouble, leavings: createLeavings() };
  const context = (language: Language, visit = reports.newToken()): PageContext => ({
    say: speak(language),
    pack,
    visit,
  });
  /** For pages with nothing to send: they must come even when everything behind them has failed. */
  const bare = (language: Language) => context(language, randomBytes(24).toString("base64url"));
  const inQuery = (request: FastifyRequest): Language =>
    asLanguage((request.query as { lang?: unknown }).lang) ?? languageOf(request);
  const inForm = (request: FastifyRequest, fields: Fields): Language =>
    asLanguage(last(fields, "lang")) ?? languageOf(request);

  app.addHook("onSend", async (_request, reply) => {
    reply.headers(headers);
    reply.removeHeader("set-cookie");
  });
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    onTrouble(error.code ?? error.name);
    const status =
      error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 503;
    return show(reply, lostPage(bare(inQuery(request))), status);
  });

  app.get(PATHS.start, quiet, (request, reply) => show(reply, startPage(context(inQuery(request)))));
  app.get(PATHS.again, quiet, (request, reply) => show(reply, wordsPage(context(inQuery(request)), "", [])));
  app.get(PATHS.left, quiet, (request, reply) => {
    // Asks the browser to forget its pictures of our pages too; over plain http it is ignored.
    reply.header("clear-site-data", '"cache"');
    return show(reply, leftPage(speak(inQuery(request))));
  });
  app.get(PATHS.script, quiet, (_request, reply) => reply.type("text/javascript; charset=utf-8").send(script));

  const form = { ...quiet, bodyLimit: LIMITS.formBytes };
  const forms = { [PATHS.start]: takeStep, [PATHS.again]: openReport, [PATHS.more]: addToReport };
  for (const [path, work] of Object.entries(forms)) {
    app.post(path, form, async (request, reply) => {
      const incoming = await readIncoming(request, reports);
      const language = inForm(request, incoming.fields);
      if (!desk.leavings.hasLeft(incoming.visit)) return answer(reply, await work(desk, incoming, language));
      for (const upload of incoming.staged) await forget(desk, upload);
      return show(reply, leftPage(speak(language)));
    });
  }
  app.post(PATHS.left, form, async (request, reply) => {
    const { fields, visit } = await readIncoming(request, reports);
    desk.leavings.leave(visit);
    return reply.header("clear-site-data", '"cache"').redirect(`${PATHS.left}?lang=${inForm(request, fields)}`, 303);
  });

  // Somebody reloads a page that only a form can reach: back to the beginning, without a word of what it was.
  app.get(PATHS.more, quiet, (_request, reply) => reply.redirect(PATHS.again, 303));
  app.all(`${PATHS.start}/*`, quiet, (request, reply) => show(reply, noSuchPage(bare(inQuery(request))), 404));
};

function asLanguage(wanted: unknown): Language | undefined {
  return LANGUAGES.find((language) => language === wanted);
}

function answer(reply: FastifyReply, { status, page }: Answer): FastifyReply {
  if (status === 503) reply.header("retry-after", "30");
  return show(reply, page, status);
}

function show(reply: FastifyReply, page: string, status = 200): FastifyReply {
  const whole = reply.request.headers["x-step"] === undefined ? styled(page) : page;
  return reply.code(status).type("text/html; charset=utf-8").send(whole);
}
