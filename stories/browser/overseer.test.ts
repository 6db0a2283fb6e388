/** The overseer's screen: who opened the girl's identity and why, who tried what is not theirs; and no name, no number and no place of the child. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import oversight from "../../rooms/oversight/words/en.json" with { type: "json" };
import { GIRL, HER_WORDS, HOME, NOTE, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, notHere, open, openStage, type Stage, settled, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("oversight", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    await story.vikram.call("POST", `/api/identities/${story.girl}/openings`, { reason: "interview" });
    await story.vikram.call("POST", `/api/identities/${story.placeId}/openings`, { reason: "interview" });
    page = (await stage.play("meher")).page;
    await open(page, `${stage.origin}/`);
    await page.getByRole("link", { name: "Oversight", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: oversight.title }).waitFor();
    await settled(page);
  }, 240_000);
  afterAll(() => stage.stop());

  test("shows that her identity was opened, by whom and why, and that the place was refused to him", async () => {
    const openings = page.getByRole("table", { name: oversight.openings.title });
    const his = openings.getByRole("row").filter({ hasText: person("vikram").names.en });
    await his.first().waitFor();
    const said = (await his.allTextContents()).join("\n");
    expect(said).toContain(oversight.openings.opened);
    expect(said).toContain(oversight.reasons.interview);
    expect(said).toContain(oversight.outcome["not-visible"]);
  });

  test("shows no name, number, place or word of the child; the desk that opened the case sees them", async () => {
    const text = await textOf(page);
    for (const hidden of [GIRL.givenName, GIRL.familyName, story.ref, HOME.name, HER_WORDS, NOTE])
      expect(text).not.toContain(hidden);
    const desk = await stage.pageOf(story.desk);
    await open(desk, `${stage.origin}/cases/${story.caseId}`);
    expect(await textOf(desk)).toContain(story.ref);
    expect(await textOf(desk)).toContain(NOTE);
  });

  test("opens no case: one refusal, whether it exists or not; and nobody else is offered the overseer's screen", async () => {
    const said: (string | null)[] = [];
    for (const id of [story.caseId, "00000000-0000-7000-8000-000000000000"]) {
      await open(page, `${stage.origin}/cases/${id}`);
      await page.locator(".refusal").waitFor();
      said.push(await page.locator("main").textContent());
    }
    expect(said[0]).toBe(said[1]);
    const desk = await stage.pageOf(story.desk);
    await open(desk, `${stage.origin}/oversight`);
    expect(await notHere(desk)).toBe(true);
    expect(await desk.getByRole("link", { name: "Oversight", exact: true }).count()).toBe(0);
  });
});
