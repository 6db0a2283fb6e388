/**
 * The helpline's night with the keyboard alone: Tab, Shift and Tab, Enter, space and arrows. Where the focus is can always be seen, and after each
 * act it is somewhere, not lost.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../../packs/cast.ts";
import cases from "../../rooms/cases/words/en.json" with { type: "json" };
import reports from "../../rooms/reports/words/en.json" with { type: "json" };
import kit from "../../web/kit/words/en.json" with { type: "json" };
import shell from "../../web/shell/words/en.json" with { type: "json" };
import { deskOf, GIRL, neighbourReports, SAID } from "./girl.ts";
import { type Keys, keysOf } from "./keys.ts";
import { CHROMIUM, open, openStage, type Stage, settled, textOf } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("with the keyboard alone", { timeout: 240_000 }, () => {
  let stage: Stage;
  let page: Page;
  let name: "farah" | "ishita";
  let keys: Keys;
  const press = (key: string) => keys.press(key);
  const to = (wanted: string | RegExp, tag?: string) => keys.to(wanted, tag);
  const held = (after: string) => keys.held(after);

  beforeAll(async () => {
    stage = await openStage();
    await neighbourReports(stage.w);
    name = (await deskOf(stage.w)).name;
    page = await (await stage.context()).newPage();
    keys = keysOf(page);
  }, 240_000);
  afterAll(() => stage.stop());

  test("signs in, finds the report, takes it", async () => {
    await open(page, `${stage.origin}/sign-in`);
    await to(person(name).names.en);
    await press("Enter");
    await page.getByRole("link", { name: shell.places.reports, exact: true }).first().waitFor();
    await settled(page);
    await to(shell.places.reports, "A");
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: reports.inbox.title }).waitFor();
    await settled(page);
    await held("the inbox");
    await to(new RegExp(reports.row.worried));
    await press("Enter");
    await page.getByText(SAID).waitFor();
    await held("the report");
    await to(reports.page.take);
    await press("Enter");
    await page.getByRole("link", { name: reports.page["open-case"] }).waitFor();
    await held("taking it");
    expect(keys.unseen).toEqual([]);
  });

  test("opens a case by choosing with arrows and letters", async () => {
    await to(reports.page["open-case"]);
    await press("Enter");
    await page.getByRole("heading", { level: 1, name: reports.page["open-case"] }).waitFor();
    await settled(page);
    await held("the form");
    await to(cases.risk.immediate);
    await press("Space");
    // A group is one stop; within it the arrows choose, and from the last answer they come round to the first.
    await to(cases["not-sure"]);
    await press("ArrowDown");
    expect((await keys.focus())?.name).toBe(cases.sex.girl);
    await to(cases.new.age, "INPUT");
    await page.keyboard.type("14");
    await to(cases.new.situation, "SELECT");
    await press("ArrowDown");
    await to(cases.new.open);
    await press("Enter");
    await page.getByRole("heading", { name: cases.page.next }).waitFor();
    await held("the new case");
    expect(keys.unseen).toEqual([]);
  });

  test("adds the girl, seals her name, and opens it again with a reason and the second factor", async () => {
    await to(cases.person.title);
    await press("Enter");
    await to(cases.role.child);
    await press("Space");
    await to(cases.person.act);
    await press("Enter");
    await page.getByRole("heading", { name: cases.seal["title-child"] }).waitFor();
    await held("adding the girl");
    await to(cases.identity.givenName, "INPUT");
    await page.keyboard.type(GIRL.givenName);
    await press("Enter");
    await page.getByText(`${cases.sealed.child}: sealed`).waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await held("sealing");
    await to(cases.sealed.why, "SELECT");
    await page.keyboard.type("Int");
    await to(kit.sealed.open);
    await press("Enter");
    const dialog = page.getByRole("dialog");
    await Promise.race([dialog.waitFor(), page.getByText(GIRL.givenName).waitFor()]);
    if (await dialog.isVisible()) {
      await held("the second factor");
      const { cast } = (await (await fetch(`${stage.origin}/api/demo/cast`)).json()) as {
        cast: { workerId: string; code: string }[];
      };
      await page.keyboard.type(cast.find((one) => one.workerId === person(name).id)?.code ?? "");
      await press("Enter");
    }
    await page.getByText(GIRL.givenName).waitFor();
    await held("opening");
    await to(kit.sealed.close);
    await press("Enter");
    await page.getByText(`${cases.sealed.child}: sealed`).waitFor();
    await held("closing");
    expect(await textOf(page)).not.toContain(GIRL.givenName);
    expect(keys.unseen).toEqual([]);
  });
});
