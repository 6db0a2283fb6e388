/** Nothing typed is lost: not when the session ends in the middle of a sentence, and not when the tab closes. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import shell from "../../web/shell/words/en.json" with { type: "json" };
import { type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, enter, open, openStage, type Stage, textOf } from "./stage.ts";

const NOTE = "The aunt called. She can come on Thursday.";

describe.skipIf(CHROMIUM === null)("what is typed", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let context: BrowserContext;
  let page: Page;
  const note = () => page.getByLabel(cases.page.note, { exact: true });
  const keep = () => page.getByRole("button", { name: cases.page["keep-note"] });
  const again = shell.again.as.replace("{{name}}", person("asha-rao").names.en);

  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    context = await stage.context();
    await enter(context, stage.origin, story.asha);
    page = await context.newPage();
    await open(page, `${stage.origin}/cases/${story.caseId}`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("outlives the session: the sign-in comes over the page, and the note is kept afterwards", async () => {
    await note().fill(NOTE);
    await page.getByText(kit.draft.kept).first().waitFor();
    const killed = await stage.w.db.admin.query(
      "update sessions.session set revoked_at = now() where worker_id = $1 and revoked_at is null",
      [story.asha.workerId],
    );
    expect(killed.rowCount).toBeGreaterThan(0);
    expect((await story.asha.call("GET", "/api/me")).status).toBe(401);
    // The page may learn of it by itself; a press on the button makes it ask in any case.
    await keep()
      .click({ timeout: 5000 })
      .catch(() => undefined);
    await page.getByRole("heading", { name: shell.again.title }).waitFor();
    await page.getByRole("button", { name: again }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".said", { hasText: NOTE }).waitFor();
    const read = (await (await stage.w.as("asha-rao")).call("GET", `/api/cases/${story.caseId}`)).body;
    expect(read.notes.filter((one: { text: string }) => one.text === NOTE)).toHaveLength(1);
  });

  test("outlives the tab: whoever comes back finds it with the time, and can go on or start afresh", async () => {
    await note().fill("Half a sent");
    await page.getByText(kit.draft.kept).first().waitFor();
    await page.close();
    page = await context.newPage();
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    await expect.poll(() => note().inputValue()).toBe("Half a sent");
    expect(await textOf(page)).toContain(kit.draft.restored.split("{{")[0]);
    await page.getByRole("button", { name: kit.draft.discard }).click();
    await expect.poll(() => note().inputValue()).toBe("");
  });

  test("belongs to who typed it: another person at the same machine does not see it", async () => {
    await note().fill("Only for me");
    await page.getByText(kit.draft.kept).first().waitFor();
    await context.clearCookies();
    await enter(context, stage.origin, story.desk);
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    expect(await note().inputValue()).toBe("");
    await context.clearCookies();
    await enter(context, stage.origin, await stage.w.as("asha-rao"));
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    await expect.poll(() => note().inputValue()).toBe("Only for me");
  });
});
