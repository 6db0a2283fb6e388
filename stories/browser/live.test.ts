/** Two people on one case, each with the page open: what one writes the other reads without asking, and whoever is taken off the case sees it close. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import { STATEMENT, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, notHere, open, openStage, type Stage, textOf } from "./stage.ts";

/** Long enough for a slow machine, far below the next minute's look. */
const SOON = { timeout: 12_000 };

describe.skipIf(CHROMIUM === null)("an open page", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let committee: Page;
  let police: Page;
  let home: Page;
  let loads = 0;

  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w);
    [committee, police, home] = await Promise.all([
      stage.pageOf(story.asha),
      stage.pageOf(story.vikram),
      stage.pageOf(story.leela, { width: 360, height: 740 }),
    ]);
    for (const page of [committee, police, home]) await open(page, `${stage.origin}/cases/${story.caseId}`);
    police.on("load", () => {
      loads += 1;
    });
  }, 240_000);
  afterAll(() => stage.stop());

  test("shows what a colleague of another agency has just written, without being loaded again", async () => {
    const text = "The aunt can come on Thursday.";
    expect(await textOf(police)).not.toContain(text);
    await committee.getByLabel(cases.page.note, { exact: true }).fill(text);
    await committee.getByRole("button", { name: cases.page["keep-note"] }).click();
    await police.locator(".said", { hasText: text }).waitFor(SOON);
    expect(loads).toBe(0);
  });

  test("shows that a statement was made, and not what was said: the stream opens no section", async () => {
    const more = "She told the bench about the second flat.";
    const headlines = () => police.getByText("A statement was made").count();
    const before = await headlines();
    const written = await story.asha.call("POST", `/api/cases/${story.caseId}/events`, {
      kind: "heard-by-committee",
      section: 6,
      happenedAt: new Date().toISOString(),
      text: more,
    });
    expect(written.status).toBe(201);
    await committee.getByText(more).first().waitFor(SOON);
    await expect.poll(headlines, SOON).toBe(before + 1);
    for (const said of [more, STATEMENT]) expect(await textOf(police)).not.toContain(said);
    expect(loads).toBe(0);
  });

  test("does not move under somebody who types, and keeps what is typed", async () => {
    const note = police.getByLabel(cases.page.note, { exact: true });
    await note.pressSequentially("He was seen at the");
    await story.asha.call("POST", `/api/cases/${story.caseId}/notes`, { text: "The school called." });
    await committee.locator(".said", { hasText: "The school called." }).waitFor(SOON);
    expect(await note.inputValue()).toBe("He was seen at the");
    await police.getByRole("heading", { name: cases.page.happened }).click(); // looks up
    await police.locator(".said", { hasText: "The school called." }).waitFor(SOON);
    expect(await note.inputValue()).toBe("He was seen at the");
  });

  test("closes at once for the home when the child leaves it, and opens for it when that is taken back", async () => {
    await home.locator(".said", { hasText: "The school called." }).waitFor(SOON);
    await story.asha.call("PUT", `/api/cases/${story.caseId}/places/${story.placeId}/departure`, {
      at: new Date().toISOString(),
    });
    await expect.poll(() => notHere(home), SOON).toBe(true);
    expect(await textOf(home)).not.toContain(story.ref);
    expect(await textOf(home)).not.toContain("The school called.");
    expect(await notHere(committee), "the others' page stays").toBe(false);
    await story.asha.call("DELETE", `/api/cases/${story.caseId}/places/${story.placeId}/departure`);
    await home.getByRole("heading", { name: cases.page.happened }).waitFor(SOON);
  });

  test("closes at once for the police when the helpline withdraws them, also while they type", async () => {
    await police.getByLabel(cases.page.note, { exact: true }).pressSequentially(" station");
    const { members } = (await story.desk.call("GET", `/api/cases/${story.caseId}`)).body;
    const theirs = members.find((one: { unitId: string }) => one.unitId === story.vikram.unitId);
    const out = await story.desk.call("PUT", `/api/cases/${story.caseId}/members/${theirs.member}`, {
      until: new Date().toISOString(),
      basis: "work-done",
    });
    expect(out.status).toBe(204);
    await expect.poll(() => notHere(police), SOON).toBe(true);
    for (const there of [story.ref, "The aunt can come on Thursday."])
      expect(await textOf(police)).not.toContain(there);
    expect(loads).toBe(0);
  });
});
