/**
 * Three o'clock at the helpline, on the screens: a neighbour's report, the answer, the case, the sealed name, and who is brought in. The pages that
 * the neighbour filled in are tried in rooms/reports/public/browser.test.ts.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import screenings from "../../rooms/cases/screenings/words/en.json" with { type: "json" };
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import reports from "../../rooms/reports/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import { deskOf, GIRL, NOTE, neighbourReports, SAID, WHERE } from "./girl.ts";
import { CHROMIUM, notHere, open, openStage, type Stage, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("the helpline", { timeout: 240_000 }, () => {
  let stage: Stage;
  let page: Page;
  let reportId: string;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const field = (name: string) => page.getByLabel(name);

  beforeAll(async () => {
    stage = await openStage();
    await neighbourReports(stage.w);
    const found = await deskOf(stage.w);
    reportId = found.reportId;
    page = await (await stage.context()).newPage();
    await open(page, `${stage.origin}/sign-in`);
    await button(person(found.name).names.en).click();
    await page.getByRole("link", { name: reports.inbox.title, exact: true }).first().click();
  }, 240_000);
  afterAll(() => stage.stop());

  test("reads what was said and where, takes it, and answers; a police officer elsewhere finds nothing there", async () => {
    const first = page.getByRole("row").filter({ hasText: reports.danger.now }).first();
    await first.getByRole("link").click();
    await page.getByText(SAID).waitFor();
    expect(await textOf(page)).toContain(WHERE);
    await button(reports.page.take).click();
    await field(reports.page.answer).fill("Help is on its way. Please do not go to the door.");
    await button(reports.page.send).click();
    await page.locator(".report-said", { hasText: "Help is on its way" }).waitFor();

    const { page: hers } = await stage.play("rekha");
    await open(hers, `${stage.origin}/reports/${reportId}`);
    expect(await notHere(hers)).toBe(true);
    expect(await textOf(hers)).not.toContain(SAID);
  });

  test("screens one question at a time: danger comes first and stops the questions; what is kept is advice, not a number", async () => {
    await page.getByRole("link", { name: reports.page.screening }).click();
    await page.getByRole("link", { name: screenings.start.questions }).click();
    await page.locator(".asking").waitFor();
    await page.getByRole("radio").first().check();
    await button(kit.question.continue).click();
    await page.getByRole("heading", { level: 1, name: screenings.danger.title }).waitFor();
    await button(screenings.keep.do).click();
    await page.getByText(screenings.one.advises).waitFor();
    expect(await page.locator("main").textContent()).not.toMatch(/\d+ ?%|score/i);
    await open(page, `${stage.origin}/reports/${reportId}`);
  });

  test("opens a case with the few facts that are known, and seals who the girl is", async () => {
    await page.getByRole("link", { name: reports.page["open-case"] }).click();
    await page.getByRole("radio", { name: cases.risk.immediate }).check();
    await page.getByRole("radio", { name: cases.sex.girl, exact: true }).check();
    await page.locator("input[name=age]").fill("14");
    await field(cases.new.situation).selectOption("domestic-work");
    await field(cases.new.district).selectOption("IN-DL-south");
    await field(cases.new.note).fill(NOTE);
    await button(cases.new.open).click();
    await page.getByRole("heading", { name: cases.page.next }).waitFor();
    expect(await textOf(page)).toMatch(/HW-[0-9A-Z]{3}-[0-9A-Z]{3}/);

    await button(cases.person.title).click();
    await page.getByRole("radio", { name: cases.role.child }).check();
    await button(cases.person.act).click();
    await field(cases.identity.givenName).fill(GIRL.givenName);
    await field(cases.identity.familyName).fill(GIRL.familyName);
    await button(cases.seal.act).click();
    await page.getByText(`${cases.sealed.child}: sealed`).waitFor();
    // What was typed a moment ago is on the page no more.
    expect(await textOf(page)).not.toContain(GIRL.givenName);
  });

  test("brings in the police and the committee, each with the sections that its work needs, each until a day", async () => {
    await page.getByRole("link", { name: /^Who and why/ }).click();
    for (const [key, basis] of [
      ["vikram", "urgent-protection"],
      ["asha-rao", "statutory-duty"],
    ] as const) {
      const { agency, unit } = person(key);
      await button(cases.access.bring).click();
      const unitField = page.getByRole("combobox", { name: cases.access.unit });
      await unitField.fill(agency.names.en);
      await page.getByRole("option", { name: `${agency.names.en}: ${unit.names.en}` }).click();
      await field(cases.why).selectOption(basis);
      await button(cases.access["bring-act"]).click();
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await page.getByRole("list", { name: cases.access.members }).getByText(agency.names.en).first().waitFor();
    }
    const members = await page.getByRole("list", { name: cases.access.members }).textContent();
    const police = members?.slice(members.indexOf(person("vikram").agency.names.en)) ?? "";
    expect(police).toContain(cases.section[1]);
    expect(police).toContain(cases.access.ends);
    // Where she sleeps is offered to nobody but those whose work it is.
    const theirs = await stage.w.as("vikram");
    const { cases: his } = (await theirs.call("GET", "/api/cases")).body;
    expect(his).toHaveLength(1);
    const seen = (await theirs.call("GET", `/api/cases/${his[0].id}`)).body;
    expect(seen.sections).toContain(1);
    expect(seen.sections).not.toContain(2);
    expect(seen.sections).not.toContain(9);
  });
});
