/** The home in which the girl sleeps, on its screens: it knows its own place and her health, not what she stated, and nobody reads its name from there. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { HER_WORDS, HOME, STATEMENT, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, open, openStage, type Stage, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("the home", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    page = await stage.pageOf(story.leela, { width: 360, height: 740 });
    await open(page, `${stage.origin}/cases/${story.caseId}`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("opens the sealed place and finds itself in it", async () => {
    expect(await textOf(page)).not.toContain(HOME.address);
    const place = page.locator("section", { has: page.getByRole("heading", { name: cases.page.place }) }).last();
    await place.getByLabel(cases.sealed.why).selectOption("placement");
    await place.getByRole("button", { name: kit.sealed.open, exact: true }).click();
    await page.getByText(HOME.address).waitFor();
    await page.getByRole("button", { name: kit.sealed.close, exact: true }).click();
  });

  test("reads a headline where the committee reads her statement, and nothing of her own words", async () => {
    const text = await textOf(page);
    expect(text).not.toContain(STATEMENT);
    expect(text).not.toContain(HER_WORDS);
    const theirs = await stage.pageOf(story.asha);
    await open(theirs, `${stage.origin}/cases/${story.caseId}`);
    expect(await textOf(theirs)).toContain(STATEMENT);
    expect(await textOf(theirs)).toContain(HER_WORDS);
  });

  test("writes a note; the police read it as from a care home, the committee by the home's name", async () => {
    await page.getByLabel(cases.page.note, { exact: true }).fill("She slept and ate today.");
    await page.getByRole("button", { name: cases.page["keep-note"] }).click();
    await page.getByText("She slept and ate today.").and(page.locator(".said")).waitFor();
    const home = person("leela").agency.names.en;
    const at = async (who: typeof story.asha) => {
      const its = await stage.pageOf(who);
      await open(its, `${stage.origin}/cases/${story.caseId}/access`);
      const members = await textOf(its);
      await open(its, `${stage.origin}/cases/${story.caseId}`);
      return members + (await textOf(its));
    };
    const police = await at(story.vikram);
    expect(police).toContain("She slept and ate today.");
    expect(police).toContain(cases["care-home"]);
    expect(police).not.toContain(home);
    expect(police).not.toContain(person("leela").names.en);
    expect(await at(story.asha)).toContain(home);
  });
});
