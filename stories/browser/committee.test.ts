/** The Child Welfare Committee on its screens: her own words, the plan, the consent, and where she sleeps once it is opened. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import consents from "../../rooms/cases/consents/words/en.json" with { type: "json" };
import plan from "../../rooms/cases/plan/words/en.json" with { type: "json" };
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { HER_WORDS, HOME, SAID, STATEMENT, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, goTo, notHere, open, openStage, type Stage, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("the committee", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    page = await stage.pageOf(story.asha);
    await open(page, `${stage.origin}/cases/${story.caseId}`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("reads what she stated and what she said in her own words, each in its place", async () => {
    await page.locator("blockquote", { hasText: HER_WORDS }).waitFor();
    expect(await textOf(page)).toContain(STATEMENT);
  });

  test("writes down more of her own words; the police read neither them nor that there are any", async () => {
    const more = "I want to go to school with my sister.";
    await page.getByLabel(cases.page.note, { exact: true }).fill(more);
    await page.getByLabel(cases.note.for).selectOption("own-words");
    await page.getByRole("button", { name: cases.page["keep-note"] }).click();
    await page.locator("blockquote", { hasText: more }).waitFor();
    const his = await stage.pageOf(story.vikram);
    await open(his, `${stage.origin}/cases/${story.caseId}`);
    expect(await his.locator("blockquote").count()).toBe(0);
    expect(await textOf(his)).not.toContain("school with my sister");
  });

  test("sees where she sleeps only after opening it, and the page shows it no more when it is closed", async () => {
    expect(await textOf(page)).not.toContain(HOME.address);
    const place = page.locator("section", { has: page.getByRole("heading", { name: cases.page.place }) }).last();
    await place.getByLabel(cases.sealed.why).selectOption("placement");
    await place.getByRole("button", { name: kit.sealed.open, exact: true }).click();
    await page.getByText(HOME.address).waitFor();
    await page.getByRole("button", { name: kit.sealed.close, exact: true }).click();
    await page.getByText(`${cases.sealed.place}: sealed`).waitFor();
    expect(await textOf(page)).not.toContain(HOME.address);
  });

  test("finds its plan and its consents one press away, and neither is the neighbour's report", async () => {
    await page.getByRole("link", { name: plan.parts.plan, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: plan.parts.plan }).waitFor();
    await page.getByRole("link", { name: plan.parts.consent, exact: true }).click();
    await page.getByRole("heading", { name: consents.stands.title }).waitFor();
    expect((await story.desk.call("GET", `/api/reports/${story.reportId}`)).body.words.saw).toBe(SAID);
    await goTo(page, `/reports/${story.reportId}`);
    expect(await notHere(page)).toBe(true);
  });
});
