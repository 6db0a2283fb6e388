/**
 * Thirty thousand rows in the real inbox, in a real browser at a quarter of this machine's speed. Nothing is faked: the rows lie in the
 * database and come over HTTP. The longest task of each step is printed. `HOMEWARD_MEASURE=1` also holds it to 50 ms: on a machine that
 * others use at the same time, a time proves nothing.
 */
import type { AddressInfo } from "node:net";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { expect, test } from "vitest";
import { buildWeb } from "../app.ts";
import { bundleFolder, ensureBundle } from "../cli/bundle.ts";
import { findChromium } from "../cli/chromium.ts";
import { serveBundle } from "../platform/http/bundle.ts";
import { type Person, type World, world } from "./world.ts";

const ROWS = 30_000;
const SLOWER = 4;
/** Milliseconds of one task from which a page feels stuck. */
const STUCK_MS = 50;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

const executablePath = await findChromium(process.env);

test.skipIf(executablePath === null)(
  "thirty thousand reports open, sort, narrow and scroll without holding up a finger",
  async () => {
    await ensureBundle(new AbortController().signal);
    const w = await world();
    const web = await buildWeb(w.house, { publicOrigin: null, secure: false, log: false });
    serveBundle(web, bundleFolder);
    await web.listen({ host: "127.0.0.1", port: 0 });
    const browser = await chromium.launch({ executablePath: executablePath as string, args: FLAGS });
    try {
      const farah = await w.as("farah");
      await fill(w, farah, ROWS);
      const origin = `http://localhost:${(web.server.address() as AddressInfo).port}`;
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
      await context.addCookies([{ name: "hw_session", value: farah.token, url: origin }]);
      const page = await context.newPage();
      await page.addInitScript(
        "window.tasks = []; new PerformanceObserver((list) => { for (const e of list.getEntries()) tasks.push(e.duration); }).observe({ type: 'longtask' });",
      );
      await page.goto(`${origin}/help`);
      await page.waitForSelector("nav");
      const longest = await measure(page, await context.newCDPSession(page), ROWS);
      if (process.env.HOMEWARD_MEASURE === "1") expect(longest).toBeLessThanOrEqual(STUCK_MS);
    } finally {
      await browser.close();
      await web.close();
      await w.stop();
    }
  },
  400_000,
);

/** Reports of one desk, of every danger and state, in three districts; one in ten is closed. */
async function fill(w: World, by: Person, rows: number): Promise<void> {
  await w.db.admin.query(
    `insert into reports.reports (jurisdiction_id, channel, desk_id, supervisors_id, danger, district, status, received_at, first_read_at, codes)
     select a.jurisdiction_id, 1 + n % 3, d.id, s.id, n % 3, (array['IN-DL-south', 'IN-DL-new-delhi', null])[1 + n % 3],
            case when n % 10 = 0 then 7 else 1 end, statement_timestamp() - n * interval '1 minute',
            case when n % 2 = 0 then statement_timestamp() end, jsonb_build_object('about', (array['me', 'worried'])[1 + n % 2])
       from generate_series(1, $3::int) n, agencies.agency a, access.principal d, access.principal s
      where a.id = $2 and d.kind = 2 and d.subject = $1 and s.kind = 4 and s.subject = $2`,
    [by.unitId, by.agencyId, rows],
  );
  await w.db.admin.query("analyze reports.reports");
}

async function measure(page: Page, slow: CDPSession, rows: number): Promise<number> {
  const taken = () => page.evaluate<number[]>("tasks.splice(0)");
  const whole = async () => {
    await page.waitForFunction(`document.querySelector("table")?.getAttribute("aria-busy") === "false"`);
    await page.waitForFunction(`!/…/.test(document.querySelector(".list-count")?.textContent ?? "…")`, null, {
      timeout: 240_000,
    });
  };
  const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      "open the list and read it to its end",
      async () => {
        await page.click("nav a[href='/reports']");
        await page.waitForSelector("table");
        await page.waitForFunction(
          `Number(document.querySelector("table")?.getAttribute("aria-rowcount")) > ${rows * 0.85}`,
          null,
          {
            timeout: 240_000,
          },
        );
        await whole();
      },
    ],
    ["sort by state", () => page.click("th button >> nth=3").then(whole)],
    [
      "find by a word",
      () =>
        page
          .fill("input[type=search]", "agency")
          .then(() => page.waitForTimeout(1500))
          .then(whole),
    ],
    [
      "move down by keys",
      async () => {
        await page.focus("a.row-link >> nth=0");
        for (let at = 0; at < 20; at++) await page.keyboard.press("ArrowDown");
        await page.keyboard.press("End");
        await page.waitForTimeout(500);
      },
    ],
    [
      "scroll through",
      async () => {
        for (let at = 0; at < 40; at++) {
          await page.mouse.wheel(0, -3000);
          await page.waitForTimeout(50);
        }
      },
    ],
  ];
  await taken();
  let worst = 0;
  for (const [name, step] of steps) {
    await slow.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const began = performance.now();
    await step();
    const tasks = await taken();
    const longest = Math.max(0, ...tasks);
    const met = longest <= STUCK_MS;
    worst = Math.max(worst, longest);
    console.log(
      `${met ? "met   " : "missed"} ${name}: longest task ${longest === 0 ? "under 50" : longest.toFixed(0)} ms, ${tasks.length} over ${STUCK_MS} ms, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
  }
  return worst;
}
