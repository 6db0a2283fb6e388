/**
 * A whole screening with the keyboard alone, on a report: one question at a time to its end, decided with a reason; then again on the sheet, and both
 * are kept. The focus can always be seen, and is never lost.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import engine from "../../engines/screening/words/en.json" with { type: "json" };
import screenings from "../../rooms/cases/screenings/words/en.json" with { type: "json" };
import reports from "../../rooms/reports/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { deskOf, neighbourReports } from "./girl.ts";
import { type Keys, keysOf } from "./keys.ts";
import { CHROMIUM, open, openStage, type Stage, settled, textOf } from "./stage.ts";

const REASON = "Locked in, unpaid, never at school; the neighbour saw the burns.";

describe.skipIf(CHROMIUM === null)("screening with the keyboard alone", { timeout: 360_000 }, () => {
  let stage: Stage;
  let page: Page;
  let keys: Keys;
  let reportId: string;
  const title = () => page.locator("h1").textContent();
  const asked = () => page.locator(".asking").count();

  beforeAll(async () => {
    stage = await openStage();
    await neighbourReports(stage.w);
    const { desk, reportId: report } = await deskOf(stage.w);
    reportId = report;
    await desk.call("PUT", `/api/reports/${reportId}/claim`);
    page = await stage.pageOf(desk);
    keys = keysOf(page);
    await open(page, `${stage.origin}/reports/${reportId}`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("one question at a time: 1, 2 and 3 answer, Enter goes on, S skips, B goes back, Tab reaches everything", async () => {
    await keys.to(reports.page.screening, "A");
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: screenings.title }).waitFor();
    await settled(page);
    await keys.held("the overview");
    await keys.to(screenings.start.questions, "A");
    await keys.press("Enter");
    await page.locator(".asking").waitFor();
    await keys.held("the first question");

    // Going on without an answer is told, and the question stays.
    const first = await title();
    await keys.press("Enter");
    await page.getByText(screenings.questions.choose).first().waitFor();
    expect(await title()).toBe(first);
    await keys.held("being told");

    // Danger is asked first; "no" to it goes on. Back and forth keeps the answer.
    await keys.to(/./, "INPUT");
    await keys.press("2");
    await keys.press("Enter");
    await expect.poll(title).not.toBe(first);
    await keys.held("the second question");
    const second = await title();
    await keys.press("b");
    await expect.poll(title).toBe(first);
    expect(await page.getByRole("radio").nth(1).isChecked()).toBe(true);
    await keys.held("going back");
    await keys.press("Enter");
    await expect.poll(title).toBe(second);

    // Why it is asked, and where the answer comes from, are reached by Tab.
    await keys.to(kit.question.why);
    await keys.press("Enter");
    await keys.to(/./, "INPUT");
    await keys.press("ArrowDown");
    await keys.press("ArrowUp");
    await keys.press("2");
    await keys.to(screenings.questions.source, "SELECT");
    await keys.press("ArrowDown");
    await keys.to(kit.question.continue, "BUTTON");
    await keys.press("Enter");
    await expect.poll(title).not.toBe(second);
    await keys.held("the third question");

    // The rest to its end: danger no, skipping some, yes to what follows.
    let steps = 0;
    for (; steps < 140; steps++) {
      if ((await page.getByRole("heading", { level: 1, name: screenings.end.title }).count()) > 0) break;
      const was = await title();
      const place = (await page.locator(".question-step").last().textContent()) ?? "";
      if (steps % 9 === 8) await keys.press("s");
      else {
        await keys.press(place.startsWith(engine.codes.stage.danger) ? "2" : "1");
        await keys.press("Enter");
      }
      await expect.poll(title, { timeout: 8000 }).not.toBe(was);
      if (steps < 3) await keys.held(`question ${steps}`);
    }
    expect(steps).toBeGreaterThan(10);
    await keys.held("the end");
    expect(keys.unseen).toEqual([]);
  });

  test("keeps it and decides on it with a reason, under one's own name", async () => {
    await keys.to(screenings.keep.notes, "TEXTAREA");
    await page.keyboard.type("Told by the neighbour.");
    await keys.to(screenings.keep.do, "BUTTON");
    await keys.press("Enter");
    await page.getByText(screenings.one.advises).waitFor();
    await settled(page);
    await keys.held("the kept screening");
    await keys.to(screenings.decision.do, "BUTTON");
    await keys.press("Enter");
    await page.getByText(screenings.decision["choose-missing"]).first().waitFor();
    await page.keyboard.press("Shift+Tab");
    // Back up to the answers: the group is one stop.
    for (let steps = 0; steps < 12 && (await keys.focus())?.name !== undefined; steps++) {
      if ((await keys.focus())?.tag === "INPUT" && (await keys.focus())?.group.startsWith(screenings.decision.choose))
        break;
      await page.keyboard.press("Shift+Tab");
    }
    await keys.press("Space");
    if (!(await page.getByRole("radio", { name: screenings.decision.trafficking, exact: false }).first().isChecked()))
      await keys.press("ArrowDown");
    await keys.to(screenings.decision.reason, "TEXTAREA");
    await page.keyboard.type(REASON);
    await keys.to(screenings.decision.do, "BUTTON");
    await keys.press("Enter");
    await page.getByText(screenings.decision.by, { exact: true }).waitFor();
    await keys.held("deciding");
    expect(await textOf(page)).toContain(REASON);
    expect(keys.unseen).toEqual([]);
  });

  test("again on the sheet: 1, 2 and 3 answer and go to the next line, 0 takes back; both screenings are kept", async () => {
    await keys.to(screenings.one.again, "A");
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: screenings.title }).waitFor();
    await settled(page);
    await keys.to(screenings.start.sheet, "A");
    await keys.press("Enter");
    await page.getByRole("heading", { level: 1, name: screenings.sheet.title }).waitFor();
    await settled(page);
    await keys.held("the sheet");
    const lines = page.locator(".sheet-row");
    const all = await lines.count();
    expect(all).toBeGreaterThan(20);
    // The first answer of the first line; from there on digits alone.
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press("Tab");
      const at = await keys.focus();
      if (at?.tag === "INPUT" && at.group !== "") break;
    }
    const seen = new Set<string>();
    for (let line = 0; line < all; line++) {
      const at = await keys.focus();
      expect(at?.seen && at.inside, at?.group).toBe(true);
      seen.add(at?.group ?? "");
      await keys.press(line < 8 ? "2" : "1");
    }
    expect(seen.size).toBe(all);
    expect(await page.locator(".sheet-row input:checked").count()).toBe(all);
    // The last line keeps the focus: 0 takes its answer back.
    await keys.press("0");
    await expect.poll(() => page.locator(".sheet-row input:checked").count()).toBe(all - 1);
    await keys.held("taking an answer back");
    await keys.to(screenings.keep.do, "BUTTON");
    await keys.press("Enter");
    await page.getByText(screenings.one.advises).waitFor();
    await settled(page);
    await keys.held("the kept sheet");
    expect(await textOf(page)).toContain(screenings.compare.title);
    await keys.to(screenings.one.again, "A");
    await keys.press("Enter");
    await expect
      .poll(() => page.getByRole("list", { name: screenings.list.title }).getByRole("listitem").count())
      .toBe(2);
    expect(await asked()).toBe(0);
    expect(keys.unseen).toEqual([]);
  });
});
