/** What the anti-human-trafficking unit sees of the girl's case on its screens, and what it does not: not where she sleeps, not what she said. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { GIRL, HER_WORDS, HOME, SAID, STATEMENT, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, goTo, notHere, open, openStage, type Stage, textOf } from "./stage.ts";

const PARTS = ["", "/access", "/history", "/plan", "/consent", "/documents", "/hand-over", "/assessments"];

describe.skipIf(CHROMIUM === null)("the police", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    page = await stage.pageOf(story.vikram);
    await open(page, `${stage.origin}/cases`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("find their case in the list and see what was done, who else is there, and that she was heard", async () => {
    await page.getByRole("row").filter({ hasText: story.ref }).getByRole("link").click();
    await page.getByRole("heading", { name: cases.page.happened }).waitFor();
    const text = await textOf(page);
    expect(text).toContain("The child was taken in charge");
    expect(text).toContain(cases["care-home"]);
    expect(text).toContain(person("asha-rao").agency.names.en);
    expect(text).toContain("A statement was made");
  });

  test("nowhere read the home's name, its people, what she stated or her own words; the committee reads them", async () => {
    const hidden = [HOME.name, HOME.address, STATEMENT, HER_WORDS, SAID, person("leela").names.en, GIRL.givenName];
    for (const part of PARTS) {
      await goTo(page, `/cases/${story.caseId}${part}`);
      for (const one of await page.locator("summary, button[aria-expanded=false]").all())
        if (await one.isVisible()) await one.click();
      const text = await textOf(page);
      for (const secret of hidden) expect(text, `${part} ${secret}`).not.toContain(secret);
    }
    const theirs = await stage.pageOf(story.asha);
    await open(theirs, `${stage.origin}/cases/${story.caseId}`);
    const read = await textOf(theirs);
    for (const there of [STATEMENT, HER_WORDS, cases.page.place]) expect(read).toContain(there);
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    expect(await textOf(page)).not.toContain(cases.page.place);
  });

  test("are not shown the report, nor a case they are not on: the same page as for what does not exist", async () => {
    await open(page, `${stage.origin}/reports/${story.reportId}`);
    expect(await notHere(page)).toBe(true);
    const { page: hers } = await stage.play("rekha");
    expect((await story.vikram.call("GET", `/api/cases/${story.caseId}`)).status).toBe(200);
    const said: (string | null)[] = [];
    for (const id of [story.caseId, "00000000-0000-7000-8000-000000000000"]) {
      await open(hers, `${stage.origin}/cases/${id}`);
      said.push(await hers.locator("main").textContent());
    }
    expect(said[0]).toContain(kit.problem["not-found"].title);
    expect(said[0]).toBe(said[1]);
  });

  test("open her name for a reason, see under whose name that is written down, and close it again", async () => {
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    await page.getByText(`${cases.sealed.child}: sealed`).waitFor();
    expect(await textOf(page)).not.toContain(GIRL.givenName);
    await page.getByLabel(cases.sealed.why).first().selectOption("interview");
    await page.getByRole("button", { name: kit.sealed.open, exact: true }).first().click();
    await page.getByText(GIRL.givenName).waitFor();
    expect(await page.locator(".sealed-foot").textContent()).toContain(person("vikram").names.en);
    await page.getByRole("button", { name: kit.sealed.close, exact: true }).click();
    await page.getByText(`${cases.sealed.child}: sealed`).waitFor();
    expect(await textOf(page)).not.toContain(GIRL.givenName);
  });
});
