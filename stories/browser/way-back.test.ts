/**
 * A real installation from its first link, in a browser: the first administrator adds an agency and colleagues; one of them forgets the password,
 * is let back in by two colleagues, and signs in with the new one.
 */
import { generate } from "otplib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSetupLink } from "../../app.ts";
import { CHROMIUM, open, openStage, type Stage, settled } from "./stage.ts";

const PASSWORD = "plum carriage 44 lantern";
const NEW = "copper kettle 91 window";

describe.skipIf(CHROMIUM === null)("in a browser", { timeout: 300_000 }, () => {
  let stage: Stage;
  const seeds = new Map<string, string>();
  const pages: Page[] = [];
  beforeAll(async () => {
    stage = await openStage({ kind: "real" });
  }, 240_000);
  afterAll(() => stage.stop());

  const shown = (page: Page, text: string) => page.getByText(text).first().waitFor();
  const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const fresh = async (): Promise<Page> => {
    const page = await (await stage.context()).newPage();
    pages.push(page);
    return page;
  };
  /** The second half of making a sign-in: a seed from the page, its code into it. */
  async function enrol(page: Page, login: string): Promise<void> {
    await page.waitForSelector("input[autocomplete=one-time-code]");
    const seed = (await page.locator(".enrol-seed").first().textContent())?.replaceAll(" ", "") ?? "";
    seeds.set(login, seed);
    await page.fill("input[autocomplete=one-time-code]", await generate({ secret: seed }));
    await page.locator("form button[type=submit]").last().click();
    await press(page, "Begin");
    await shown(page, "My day");
  }
  /** The clock is not waited for: used codes are forgotten first. */
  const codeOf = async (login: string): Promise<string> => {
    await stage.w.db.admin.query("update sessions.credential set totp_last_step = 0 where login = $1", [login]);
    return generate({ secret: seeds.get(login) ?? "" });
  };
  async function signUp(path: string, login: string): Promise<Page> {
    const page = await fresh();
    await open(page, path);
    await page.fill("input[name=username]", login);
    await page.fill("input[name=password]", PASSWORD);
    await press(page, "Go on");
    await enrol(page, login);
    return page;
  }
  async function addColleague(page: Page, name: string, role: string): Promise<string> {
    await open(page, `${stage.origin}/colleagues`);
    await page.fill("input[name=colleague]", name);
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("radio", { name: "Office" }).check();
    await page.getByRole("checkbox", { name: role }).check();
    await press(page, "Add a colleague");
    const link = await page.inputValue("dialog input[name=link]");
    await press(page, "Close");
    return link;
  }

  test("the first administrator sets up, adds an agency and colleagues; a forgotten password comes back through two of them", async () => {
    const first = await fresh();
    const link = (await makeSetupLink(stage.w.db.config("hw_admin"), stage.origin)) ?? "";
    await open(first, link);
    await first.fill("input[name=name]", "Nandini Invented");
    await first.fill("input[name=username]", "nandini");
    await first.fill("input[name=password]", PASSWORD);
    await first.fill("input[name=agency]", "Unit of a district that is not there");
    await first.selectOption("select[name=kind]", "dcpu");
    await first.selectOption("select[name=place]", "IN-DL");
    await first.fill("input[name=unit]", "Office");
    await press(first, "Go on");
    await enrol(first, "nandini");

    // A further agency: nobody is there to be asked yet, so its first administrator's link stands there at once.
    await open(first, `${stage.origin}/agencies`);
    await press(first, "Add an agency");
    await first.getByLabel("Name of the agency, in English letters").fill("Committee of nowhere");
    await first.selectOption("dialog select[name=kind]", "cwc");
    await first.selectOption("dialog select[name=place]", "IN-DL");
    await first.getByLabel("Its first unit, in English letters").fill("Bench");
    await first.getByLabel("Its first administrator, in English letters").fill("Oindrila Quillpatra");
    await first.locator("dialog").getByRole("radio", { name: "English" }).check();
    await press(first, "Do it now");
    const theirs = await first.inputValue("dialog input[name=link]");
    const oindrila = await signUp(theirs, "oindrila");
    await shown(oindrila, "One person works in your agency.");

    // From now on there is somebody to ask: a unit waits for the other agency's administrator.
    await open(first, `${stage.origin}/units`);
    await press(first, "Add a unit");
    await first.getByLabel("Name of the unit, in English letters").fill("River desk");
    await press(first, "Ask a second person");
    await shown(first, "Waits for somebody of another agency");
    await open(oindrila, `${stage.origin}/approvals`);
    await oindrila.getByRole("link", { name: /River desk/ }).click();
    await settled(oindrila);
    await oindrila.getByRole("radio", { name: /Yes, I agree/ }).check();
    await press(oindrila, "Give my word");
    await shown(oindrila, "Nothing waits for your word.");
    await open(first, `${stage.origin}/units`);
    await press(first, /Do it now/);
    await shown(first, "Nobody serves here yet");

    const supervisor = await signUp(await addColleague(first, "Farhan Invented", "Supervisor"), "farhan");
    await signUp(await addColleague(first, "Gita Invented", "Case worker"), "gita");

    // She forgot it. The page says what to do, and answers alike for any name.
    const gita = await fresh();
    await open(gita, `${stage.origin}/sign-in`);
    await press(gita, "I have forgotten my password");
    await gita.fill("input[name=username]", "gita");
    await press(gita, "Ask my colleagues");
    await shown(gita, "If there is such a sign-in, your colleagues see it now.");

    // One colleague speaks with her and says five words.
    await open(supervisor, stage.origin);
    await shown(supervisor, "Gita Invented has forgotten the password");
    await press(supervisor, "Vouch");
    await press(supervisor, "I have spoken with them");
    await supervisor.waitForSelector(".spoken li");
    const words = await supervisor.locator(".spoken li").allTextContents();
    expect(words.length).toBe(5);
    await press(supervisor, "I have said them");

    await press(gita, "To the sign-in");
    await press(gita, "I have forgotten my password");
    await press(gita, "A colleague told me five words");
    await gita.fill("input[name=username]", "gita");
    await gita.fill("input[name=words]", words.join(" "));
    await gita.fill("input[name=new-password]", "short");
    await press(gita, "Confirm");
    await gita.locator(".field-error").first().waitFor(); // what was typed stays, and the words are still good
    await gita.fill("input[name=new-password]", NEW);
    await press(gita, "Confirm");
    await gita.fill("input[autocomplete=one-time-code]", await codeOf("gita"));
    await press(gita, "Confirm");
    await shown(gita, "My day");

    // Another colleague confirms; then the old password is nobody's any more.
    await open(first, stage.origin);
    await shown(first, "Confirm the new password of Gita Invented");
    await press(first, /^Confirm:/);
    await shown(first, "Confirmed. The new password counts for good.");
    const again = await fresh();
    await open(again, `${stage.origin}/sign-in`);
    await again.fill("input[name=username]", "gita");
    await again.fill("input[name=password]", PASSWORD);
    await again.locator("form button[type=submit]").click();
    await again.locator(".notice").first().waitFor();
    await again.fill("input[name=password]", NEW);
    await again.locator("form button[type=submit]").click();
    await again.fill("input[autocomplete=one-time-code]", await codeOf("gita"));
    await press(again, "Confirm");
    await shown(again, "My day");
  });
});
