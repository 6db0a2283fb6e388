/**
 * Every screen that a worker can open, in both languages: axe finds nothing, nothing has to be scrolled sideways at 320 px, and the dark theme is
 * as readable. A route without a row fails.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonKey } from "../../packs/cast.ts";
import { type Person, upload } from "../world.ts";
import { type Story, wholeStory } from "./girl.ts";
import { axeFinds, CHROMIUM, goTo, LANGUAGES, open, openStage, type Stage, sticksOut } from "./stage.ts";

const root = join(import.meta.dirname, "..", "..");

/** What the addresses name. */
interface Things extends Story {
  readonly newReport: string;
  readonly call: string;
  readonly importId: string;
  readonly approvalId: string;
  readonly reportScreening: string;
}

interface Row {
  /** Who opens it; nobody for the pages before signing in. */
  readonly as: PersonKey | "desk" | null;
  readonly at: string | ((all: Things) => string);
  /** What must stand there, so that an empty page or a refusal is not praised. */
  readonly shows: string;
}

/** A row for each route of the shell and of the rooms. */
const ROWS: Readonly<Record<string, Row>> = {
  "/sign-in": { as: null, at: "/sign-in", shows: ".cast-enter" },
  "/set-up": { as: null, at: "/set-up#none", shows: "h1" },
  "/": { as: "desk", at: "/", shows: "main h1" },
  "/help": { as: "desk", at: "/help", shows: "main h2" },
  "/sessions": { as: "desk", at: "/sessions", shows: "main h2" },
  "/cast": { as: "desk", at: "/cast", shows: ".cast-one" },
  $: { as: "desk", at: "/nowhere", shows: "main h1" },
  "/reports": { as: "desk", at: "/reports", shows: "[role=row] a" },
  "/reports/call": { as: "desk", at: "/reports/call", shows: "textarea[name=saw]" },
  "/reports/call/$callId": { as: "desk", at: (all) => `/reports/call/${all.call}`, shows: "textarea[name=saw]" },
  "/reports/new": { as: "vikram", at: "/reports/new", shows: "textarea" },
  "/reports/second-reads": { as: "desk", at: "/reports/second-reads", shows: "main form, main textarea, main button" },
  "/reports/$reportId": { as: "desk", at: (all) => `/reports/${all.reportId}`, shows: ".report-said" },
  "/reports/$reportId/case": { as: "desk", at: (all) => `/reports/${all.newReport}/case`, shows: "main form" },
  "/cases": { as: "desk", at: "/cases", shows: "[role=row] a" },
  "/cases/new": { as: "desk", at: "/cases/new", shows: "main form" },
  "/cases/import": { as: "pooja", at: "/cases/import", shows: "main input[type=file]" },
  "/cases/import/$importId": { as: "pooja", at: (all) => `/cases/import/${all.importId}`, shows: "main h2" },
  "/cases/$caseId": { as: "asha-rao", at: (all) => `/cases/${all.caseId}`, shows: ".own-words" },
  "/cases/$caseId/facts": { as: "desk", at: (all) => `/cases/${all.caseId}/facts`, shows: "main form" },
  "/cases/$caseId/history": { as: "desk", at: (all) => `/cases/${all.caseId}/history`, shows: "main h1" },
  "/cases/$caseId/access": { as: "desk", at: (all) => `/cases/${all.caseId}/access`, shows: "main h2" },
  "/cases/$caseId/plan": { as: "asha-rao", at: (all) => `/cases/${all.caseId}/plan`, shows: "main h2" },
  "/cases/$caseId/consent": { as: "asha-rao", at: (all) => `/cases/${all.caseId}/consent`, shows: "main h2" },
  "/cases/$caseId/documents": { as: "asha-rao", at: (all) => `/cases/${all.caseId}/documents`, shows: "main h2" },
  "/cases/$caseId/hand-over": { as: "asha-rao", at: (all) => `/cases/${all.caseId}/hand-over`, shows: "main form" },
  "/cases/$caseId/assessments": { as: "asha-rao", at: (all) => `/cases/${all.caseId}/assessments`, shows: "main h1" },
  ...Object.fromEntries(
    (["/cases/$caseId", "/reports/$reportId"] as const).flatMap((under): [string, Row][] => {
      const home = (all: Things) => (under === "/cases/$caseId" ? `/cases/${all.caseId}` : `/reports/${all.newReport}`);
      const kept = (all: Things) => (under === "/cases/$caseId" ? all.screening : all.reportScreening);
      return [
        [`${under}/screening`, { as: "desk", at: (all) => `${home(all)}/screening`, shows: "main h2" }],
        [
          `${under}/screening/questions`,
          { as: "desk", at: (all) => `${home(all)}/screening/questions`, shows: ".asking" },
        ],
        [`${under}/screening/sheet`, { as: "desk", at: (all) => `${home(all)}/screening/sheet`, shows: "main input" }],
        [
          `${under}/screening/$screeningId`,
          { as: "desk", at: (all) => `${home(all)}/screening/${kept(all)}`, shows: "main h2" },
        ],
      ];
    }),
  ),
  "/cases/$caseId/erasure": { as: "kavita", at: (all) => `/cases/${all.caseId}/erasure`, shows: "main .row" },
  "/people": { as: "desk", at: "/people", shows: "main input" },
  "/approvals": { as: "alka", at: "/approvals", shows: "main a[href^='/approvals/']" },
  "/approvals/$approvalId": { as: "alka", at: (all) => `/approvals/${all.approvalId}`, shows: "main button" },
  "/oversight": { as: "meher", at: "/oversight", shows: "main [role=tab]" },
  "/colleagues": { as: "tushar", at: "/colleagues", shows: "main h2" },
  "/colleagues/$workerId": { as: "tushar", at: (all) => `/colleagues/${all.desk.workerId}`, shows: "main form" },
  "/units": { as: "tushar", at: "/units", shows: "main .row" },
  "/agencies": { as: "tushar", at: "/agencies", shows: "main .row" },
  "/overseers": { as: "tushar", at: "/overseers", shows: "main .notice" },
};

/** The paths of the shell's own pages, read from its source, and those that the rooms bring. */
async function everyPath(): Promise<string[]> {
  const shell = readFileSync(join(root, "web/shell/router.tsx"), "utf8");
  const own = [...shell.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path ?? "");
  const brought: string[] = [];
  for (const room of readdirSync(join(root, "rooms"))) {
    const file = join(root, "rooms", room, "screens", "routes.tsx");
    const found = (await import(file).catch(() => null)) as { screens: readonly { path: string }[] } | null;
    brought.push(...(found?.screens.map(({ path }) => path) ?? []));
  }
  expect(own.length).toBeGreaterThan(4);
  expect(brought.length).toBeGreaterThan(20);
  return [...own, ...brought];
}

test("every screen has its row, and every row its screen", async () => {
  const paths = await everyPath();
  expect(paths.filter((path) => !(path in ROWS))).toEqual([]);
  expect(Object.keys(ROWS).filter((path) => !paths.includes(path))).toEqual([]);
});

describe.skipIf(CHROMIUM === null)("in a browser", { timeout: 300_000 }, () => {
  let stage: Stage;
  let all: Things;
  const people = new Map<string, Person>();

  beforeAll(async () => {
    stage = await openStage();
    all = await prepare(stage);
    people.set("desk", all.desk);
    for (const { as } of Object.values(ROWS))
      if (as !== null && !people.has(as) && as !== "desk") people.set(as, await stage.w.as(as));
  }, 240_000);
  afterAll(() => stage.stop());

  test.each(LANGUAGES)(
    "axe finds nothing, nothing sticks out, and the dark theme reads as well (%s)",
    async (language) => {
      const faults: string[] = [];
      const pages = new Map<string, Page>();
      for (const [path, row] of Object.entries(ROWS)) {
        const whose = row.as ?? "nobody";
        let page = pages.get(whose);
        if (page === undefined) {
          const person = row.as === null ? null : people.get(row.as);
          page = person
            ? await stage.pageOf(person, { width: 360, height: 740, language })
            : await (await stage.context({ width: 360, height: 740, language })).newPage();
          page.on("pageerror", (error) => faults.push(`${whose}: ${error.message}`));
          page.on("console", (line) => {
            if (line.text().startsWith("No words for")) faults.push(`${whose}: ${line.text()}`);
          });
          pages.set(whose, page);
        }
        const say = (found: readonly string[]) => faults.push(...found.map((one) => `${path} ${one}`));
        const at = typeof row.at === "string" ? row.at : row.at(all);
        if (row.as === null || page.url() === "about:blank") await open(page, stage.origin + at);
        else await goTo(page, at);
        const there = await page.waitForSelector(row.shows, { state: "attached", timeout: 6000 }).catch(() => null);
        if (there === null) say([`does not show ${row.shows}: ${(await page.textContent("body"))?.slice(0, 300)}`]);
        say(await axeFinds(page));
        await page.emulateMedia({ colorScheme: "dark" });
        say((await axeFinds(page, true)).map((one) => `dark ${one}`));
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize({ width: 320, height: 740 });
        say((await sticksOut(page)).map((one) => `at 320 px sticks out: ${one}`));
        await page.setViewportSize({ width: 360, height: 740 });
      }
      for (const page of pages.values()) await page.context().close();
      expect(faults).toEqual([]);
    },
  );
});

/** Something of everything that a screen shows. */
async function prepare({ w }: Stage): Promise<Things> {
  const story = await wholeStory(w);
  const { desk, asha, caseId, girl } = story;
  const made = async (who: Person, path: string, body: object) => {
    const answer = await who.call("POST", path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, string>;
  };
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const goal = await made(asha, `/api/cases/${caseId}/goals`, {
    domain: "school",
    text: "School again",
    reviewOn: later.slice(0, 10),
  });
  await made(asha, `/api/cases/${caseId}/tasks`, {
    goalId: goal.id,
    kind: "school",
    text: "Ask the school",
    unitId: asha.unitId,
    dueAt: later,
  });
  await made(asha, `/api/cases/${caseId}/consents`, {
    personId: girl,
    giver: "child",
    purpose: "services",
    answer: "yes",
    how: ["words"],
    language: "hi",
    interpreter: false,
    present: ["support-person"],
    toPlease: "no",
    mark: "spoken",
    givenAt: new Date().toISOString(),
    endsAt: later,
  });
  await made(asha, `/api/cases/${caseId}/contact-rules`, { channel: "letter", allowed: false, household: true });
  await made(asha, `/api/cases/${caseId}/hand-overs`, {
    unitId: asha.unitId,
    until: new Date(Date.now() + 40_000_000).toISOString(),
    text: "Look in at night",
  });
  await upload(w, asha, caseId, { kind: "letter", section: null }, Buffer.from("%PDF-1.7\nA letter"));
  await desk.call("POST", `/api/identities/${girl}/openings`, { reason: "interview" });
  await story.vikram.call("POST", `/api/identities/${story.placeId}/openings`, { reason: "interview" });

  const newReport = (await made(desk, "/api/calls", { danger: "not-sure", words: { saw: "A boy who serves tea." } }))
    .id;
  await made(desk, `/api/calls/${newReport}/report`, {});
  await desk.call("PUT", `/api/reports/${newReport}/claim`);
  const reportScreening = (
    await made(desk, `/api/reports/${newReport}/screenings`, { answers: { "act.harbouring": { value: "yes" } } })
  ).id;
  const call = (await made(desk, "/api/calls", { words: { saw: "Begun" } })).id;

  const aside = (await made(desk, "/api/calls", { words: { saw: "Nothing in it" } })).id;
  await made(desk, `/api/calls/${aside}/report`, {});
  const { secondReadId } = await made(desk, `/api/reports/${aside}/setting-aside`, {
    how: "spam",
    reason: "Nothing in it",
  });
  const other = await w.as("tomas");
  await w.db.admin.query("update reports.second_reads set acted_by = $2, reader = $3 where id = $1", [
    secondReadId,
    other.workerId,
    desk.workerId,
  ]);

  const alka = await w.as("alka");
  const asked = await made(asha, `/api/cases/${caseId}/tracks/care/closing`, {
    outcome: "safe-with-relatives",
    reason: "The aunt was visited twice",
  }).catch(async () => {
    const anil = await w.as("anil");
    const { caseId: another } = await w.aCase(anil);
    return made(anil, `/api/cases/${another}/tracks/care/closing`, {
      outcome: "safe-with-relatives",
      reason: "The aunt was visited twice",
    });
  });
  await w.db.admin.query("update access.approval set second = $2 where id = $1", [asked.approvalId, alka.workerId]);

  const pooja = await w.as("pooja");
  const begun = await pooja.send("POST", "/api/imports?name=register.csv", "First Name,Age\nInvented,12\nNobody,x\n");
  return {
    ...story,
    newReport: newReport as string,
    call: call as string,
    reportScreening: reportScreening as string,
    approvalId: asked.approvalId as string,
    importId: begun.body.id as string,
  };
}
