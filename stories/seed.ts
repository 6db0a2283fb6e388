/**
 * The invented stories, cases and reports of the pack, played in through the running server as the people of the cast would enter them, so that a
 * new demonstration shows something real on each screen. Played once; nobody in it is real.
 */

import type { Pack } from "../packs/index.ts";
import { eventSections } from "../packs/payload.ts";
import type { Cast, Story, StoryReport } from "../packs/story-model.ts";
import type { Web } from "../platform/http/server.ts";
import { handIn } from "./public-form.ts";
import { playCase } from "./seed-case.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
// biome-ignore lint/suspicious/noExplicitAny: whatever the server answered
type Body = any;

/** How a story is played: who does what, and what the pack says of them. */
export interface Player {
  readonly pack: Pack;
  readonly stage: Directory;
  /** One act. Null where it was refused; the refusal is counted, and the story goes on. */
  do(who: string, method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<Body | null>;
  /** May somebody's roles do this? */
  may(who: string, action: string): boolean;
  /** The first of these whose role plans. */
  planner(people: readonly string[]): string | null;
  sectionOf(eventKind: string): number | null;
  /** Has whoever was drawn agree to exactly what was asked. */
  agree(approvalId: string): Promise<boolean>;
  ended(): boolean;
}

export interface Seeded {
  readonly cases: number;
  readonly reports: number;
  /** What was refused, with the reason's code: empty while stories and rules agree. */
  readonly refused: readonly string[];
}

/** Day 0 of each story, in days before today: far enough that something has happened, not so far that all is done. */
const STORY_BEGAN: Readonly<Record<string, number>> = { "domestic-work": 12, family: 5 };

/**
 * Plays the stories in, unless somebody has been there before.
 * @param ending once aborted, the request under way is finished and nothing more is sent
 */
export async function seedDemo(web: Web, pack: Pack, ending?: AbortSignal): Promise<Seeded> {
  const made = { cases: 0, reports: 0, refused: [] as string[] };
  if (pack.stage === null) return made;
  const { stage } = pack;
  const play = playerOf(web, pack, made.refused, ending);
  const before = await play.do("farah", "GET", "/api/reports?which=all&atMost=1");
  if (before?.reports.length !== 0) return made;

  const today = Temporal.Now.plainDateISO(pack.about.timeZone);
  for (const story of stage.stories) {
    const done = await playStory(play, web, story, today.subtract({ days: STORY_BEGAN[story.key] ?? 10 }));
    made.cases += done.cases.size;
    made.reports += done.reports.size;
  }
  for (const told of stage.cases)
    if (await playCase(play, told, today.subtract({ days: told.daysAgo ?? 1 }))) made.cases += 1;
  for (const report of stage.reports) {
    if (play.ended()) return made;
    if (await playReport(play, web, report)) made.reports += 1;
  }
  return made;
}

/** One story of the pack, its reports before its cases. @returns what was made, by the keys of the story */
export async function playStory(
  play: Player,
  web: Web,
  story: Story,
  zero: Temporal.PlainDate,
): Promise<{ cases: Map<string, string>; reports: Map<string, string> }> {
  const made = { cases: new Map<string, string>(), reports: new Map<string, string>() };
  for (const report of story.reports) {
    const id = await playReport(play, web, report);
    if (id !== null) made.reports.set(report.key, id);
  }
  for (const told of story.cases) {
    // A report of another agency lies at the helpline's desk: whoever wrote it opens the case beside it.
    const call = story.reports.some((one) => one.key === told.fromReport && one.channel === "helpline-call");
    const id = await playCase(play, told, zero, call ? (made.reports.get(told.fromReport ?? "") ?? null) : null);
    if (id !== null) made.cases.set(told.key, id);
  }
  return made;
}

/** The cast as players, each with a session and a machine of their own. @param refused told of every act that was refused */
export function playerOf(web: Web, pack: Pack, refused: string[], ending?: AbortSignal): Player {
  if (pack.stage === null) throw new Error("This pack has no cast.");
  const { stage } = pack;
  const workers = stage.cast.workers as Readonly<
    Record<string, { id: string; unit: string; roles: readonly string[] }>
  >;
  const cookies = new Map<string, string>();
  const ask = async (
    who: string,
    method: Method,
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Body }> => {
    // What one person may ask in a minute is not shared by the whole cast.
    const remoteAddress = `127.1.${Object.keys(workers).indexOf(who) + 1}.1`;
    let cookie = cookies.get(who);
    if (cookie === undefined) {
      const sign = await web.inject({
        method: "POST",
        url: "/api/demo/session",
        payload: { workerId: workers[who]?.id },
      });
      cookie = String(sign.headers["set-cookie"] ?? "").split(";")[0] ?? "";
      cookies.set(who, cookie);
    }
    const answer = await web.inject({
      method,
      url,
      remoteAddress,
      headers: { cookie, ...headers },
      ...(payload ? { payload } : {}),
    });
    return { status: answer.statusCode, body: answer.body.startsWith("{") ? (JSON.parse(answer.body) as Body) : {} };
  };
  const sections = eventSections(pack);
  const may = (who: string, action: string) =>
    pack.roles.some(
      (role) => workers[who]?.roles.includes(role.code) && (role.actions as readonly string[]).includes(action),
    );
  return {
    pack,
    stage: directoryOf(stage.cast),
    async do(who, method, url, body, headers) {
      if (ending?.aborted) return null;
      const answer = await ask(who, method, url, body, headers);
      if (answer.status < 300) return answer.body;
      const path = url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id");
      refused.push(`${who} ${method} ${path}: ${answer.status} ${answer.body.code}`);
      return null;
    },
    may,
    planner: (people) => people.find((who) => may(who, "case.plan")) ?? null,
    sectionOf: (kind) => sections[kind] ?? null,
    async agree(approvalId) {
      for (const who of Object.keys(workers)) {
        if (ending?.aborted || !may(who, "approval.decide")) continue;
        const { body } = await ask(who, "GET", "/api/approvals");
        const mine = body.approvals?.find((one: { id: string }) => one.id === approvalId);
        if (mine === undefined) continue;
        const decision = { payloadHash: mine.payloadHash, decision: "approved", code: "in-order" };
        return (await ask(who, "POST", `/api/approvals/${approvalId}/decision`, decision)).status === 204;
      }
      return false;
    },
    ended: () => ending?.aborted === true,
  };
}

/** A report as it comes in: by the public form without a name, by a call, or by another agency; then what the desk has done with it so far. */
async function playReport(play: Player, web: Web, report: StoryReport): Promise<string | null> {
  // Its case is among the cases, and the journey of `demo --once` looks for the one public report with danger now.
  if (report.channel === "public-form" && report.danger === "now") return null;
  const where = report.addresses[0]?.text ?? "";
  let id: string | null = null;
  if (report.channel === "public-form") id = await handedIn(play, web, report, where);
  else {
    const by = report.takenBy ?? "farah";
    const facts = {
      danger: report.danger === "now" ? "now" : report.danger === "no" ? "no" : "not-sure",
      language: report.language === "hi" ? "hi" : "en",
      district: report.district ?? null,
      words: { saw: report.text, where, callerPhone: report.phones[0]?.number ?? "" },
    };
    const call = report.channel === "helpline-call";
    id = (await play.do(by, "POST", call ? "/api/calls" : "/api/reports", facts))?.id ?? null;
    if (id !== null && call && (await play.do(by, "POST", `/api/calls/${id}/report`, {})) === null) return null;
  }
  if (id === null) return null;
  const desk = report.claimedBy;
  // A call stays with whoever took it.
  if (report.takenBy !== undefined && report.takenBy !== desk) return id;
  if (desk === undefined || report.state === "new" || !(await sees(play, desk, id))) return id;
  await play.do(desk, "PUT", `/api/reports/${id}/claim`);
  for (const message of report.messages)
    if (message.from === "desk" && report.channel === "public-form")
      await play.do(desk, "POST", `/api/reports/${id}/messages`, { text: message.text });
  if (report.state === "spam")
    await play.do(desk, "POST", `/api/reports/${id}/setting-aside`, { how: "spam", reason: "Nothing about a child" });
  return id;
}

async function sees(play: Player, who: string, id: string): Promise<boolean> {
  const list = await play.do(who, "GET", "/api/reports?which=all&atMost=200");
  return list?.reports.some((one: { id: string }) => one.id === id) ?? false;
}

/** Fills in the public form, and finds at the desks what has come of it. */
async function handedIn(play: Player, web: Web, report: StoryReport, where: string): Promise<string | null> {
  const desks = ["farah", "ishita"];
  const known = async () => {
    const lists = await Promise.all(desks.map((desk) => play.do(desk, "GET", "/api/reports?which=all&atMost=200")));
    return lists.flatMap((list) => list?.reports.map((one: { id: string }) => one.id) ?? []) as string[];
  };
  const before = new Set(await known());
  const remoteAddress = `127.2.${(before.size % 250) + 1}.1`;
  try {
    await handIn(
      {
        get: async (url) => (await web.inject({ method: "GET", url, remoteAddress })).body,
        post: async (url, form) =>
          (
            await web.inject({
              method: "POST",
              url,
              remoteAddress,
              headers: { "content-type": "application/x-www-form-urlencoded" },
              payload: new URLSearchParams(form).toString(),
            })
          ).body,
      },
      { danger: "no", saw: report.text, where, age: "12-17", company: "unsure", role: "near", reach: "no" },
    );
  } catch {
    return null;
  }
  return (await known()).find((id) => !before.has(id)) ?? null;
}

/** The cast's agencies and units, by their keys in the pack. */
export interface Directory {
  agencyOf(unit: string): { readonly kind: string };
  agencyId(key: string): string | null;
  unitOf(key: string): string | null;
  unitOfWorker(key: string): string | null;
  firstUnit(agency: string): string | null;
}

function directoryOf({ agencies, workers }: Cast): Directory {
  const units = new Map(
    Object.values(agencies).flatMap((agency) =>
      Object.entries(agency.units).map(([key, unit]) => [key, { id: unit.id, kind: agency.kind }] as const),
    ),
  );
  return {
    agencyOf: (unit) => ({ kind: units.get(unit)?.kind ?? "" }),
    agencyId: (key) => agencies[key]?.id ?? null,
    unitOf: (key) => units.get(key)?.id ?? null,
    unitOfWorker: (key) => units.get(workers[key]?.unit ?? "")?.id ?? null,
    firstUnit: (agency) => Object.values(agencies[agency]?.units ?? {})[0]?.id ?? null,
  };
}
