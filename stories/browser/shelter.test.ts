/** The home in which the girl sleeps, on its screens: it knows its own place and her health, not what she stated, and nobody reads its name from there. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { HER_WORDS, HOME, STATEMENT, type Story, wholeStory } from "./girl.ts";
import { CHROMIUM, notHere, open, openStage, type Stage, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("the home", { timeout: 240_000 }, () => {
  let stage: Stage;
  let story: Story;
  let page: Page;
  let theirs: Page;
  const home = person("leela");
  const placeOf = (where: Page) =>
    where.locator("section", { has: where.getByRole("heading", { name: cases.page.place }) }).last();
  const button = (where: Page, name: string) => where.getByRole("button", { name, exact: true });
  /** The committee's form, filled in for this home on a phone. */
  async function place(): Promise<void> {
    await theirs.getByRole("radio", { name: cases.place["kind-home"] }).check();
    await theirs.getByRole("combobox", { name: cases.place.home }).fill(home.agency.names.en);
    await theirs.getByRole("option", { name: `${home.agency.names.en}: ${home.unit.names.en}` }).click();
    await theirs.getByLabel(cases.identity.address).fill(HOME.address);
    await button(theirs, cases.place.act).click();
    await theirs.getByRole("dialog").waitFor({ state: "detached" });
  }

  beforeAll(async () => {
    stage = await openStage();
    story = await wholeStory(stage.w, { placed: false });
    page = await stage.pageOf(story.leela, { width: 360, height: 740 });
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    theirs = await stage.pageOf(story.asha, { width: 360, height: 740 });
    await open(theirs, `${stage.origin}/cases/${story.caseId}`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("is on no case until the committee, which does not lead it, places the child there", async () => {
    expect(await notHere(page)).toBe(true);
    await theirs.getByText(cases.page["place-none"]).waitFor();
    await button(theirs, cases.place.title).click();
    // What is missing is said before anything is sent.
    await button(theirs, cases.place.act).click();
    await theirs.getByText(cases.place["kind-missing"]).first().waitFor();
    await place();
    await theirs.getByText(cases.place["home-sees"]).waitFor();
    await open(page, `${stage.origin}/cases/${story.caseId}`);
    expect(await textOf(page)).toContain(story.ref);
    // Whoever leads the case lets others in, and is offered no home and told of none.
    const desk = await stage.pageOf(story.desk);
    await open(desk, `${stage.origin}/cases/${story.caseId}/access`);
    const members = await textOf(desk);
    expect(members).toContain(cases["care-home"]);
    expect(members).toContain(cases.basis.placed);
    expect(members).not.toContain(home.agency.names.en);
    await button(desk, cases.access.bring).click();
    const units = desk.getByRole("combobox", { name: cases.access.unit });
    await units.fill(person("vikram").agency.names.en);
    expect(await desk.getByRole("listbox").getByRole("option").count()).toBeGreaterThan(0);
    await units.fill(home.agency.names.en);
    expect(await desk.getByRole("listbox").getByRole("option").count()).toBe(0);
    await desk.context().close();
  });

  test("opens the sealed place and finds itself in it", async () => {
    expect(await textOf(page)).not.toContain(HOME.address);
    const place = placeOf(page);
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
    expect(police).not.toContain(home.agency.names.en);
    expect(police).not.toContain(home.names.en);
    expect(await at(story.asha)).toContain(home.agency.names.en);
  });

  test("is shut out when the child leaves, and in again when that is taken back; a longer stay moves the end", async () => {
    await open(theirs, `${stage.origin}/cases/${story.caseId}`);
    await button(theirs, cases.place.prolong).click();
    const day = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10);
    await theirs.getByLabel(cases.place.review).fill(day);
    await theirs.getByRole("dialog").getByRole("button", { name: cases.place.prolong, exact: true }).click();
    await theirs.getByText(cases.place.prolonged).waitFor();
    const until = async () =>
      (await story.asha.call("GET", `/api/cases/${story.caseId}`)).body.members.find(
        (one: { basis: string }) => one.basis === "placed",
      )?.until as string | undefined;
    expect((await until())?.slice(0, 10)).toBe(day);

    const sees = async () => (await story.leela.call("GET", `/api/cases/${story.caseId}`)).status;
    await button(theirs, cases.place.leave).click();
    await theirs.getByRole("dialog").getByRole("button", { name: cases.place.leave, exact: true }).click();
    await theirs.getByText(cases.place.left).waitFor();
    expect(await sees()).toBe(404);
    await button(theirs, kit.toast.undo).click();
    await theirs.getByText(cases.place["home-sees"]).waitFor();
    expect(await sees()).toBe(200);
  });
});
