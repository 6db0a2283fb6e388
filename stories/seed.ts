/**
 * The invented stories, cases and reports of the pack, played in through the running server as the people of the cast would enter them, so that a
 * new demonstration shows something real on each screen. Played once; nobody in it is real.
 */

import type { Pack } from "../packs/index.ts";
import type { Story, StoryReport } from "../packs/story-model.ts";
import type { Web } from "../platform/http/server.ts";
import { handIn } from "./public-form.ts";
import { playCase } from "./seed-case.ts";
import { type Player, playerOf } from "./seed-player.ts";

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
