/** A supervisor asks to erase who the child of a closed case is; one of another agency reads why and agrees; then nobody opens the name again. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, open, openStage, type Stage, settled } from "./stage.ts";

describe.skipIf(CHROMIUM === null)("in a browser", { timeout: 180_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 240_000);
  afterAll(() => stage.stop());

  test("asked with a reason, agreed to, erased, and told so", async () => {
    const { w, origin } = stage;
    const anil = await w.as("anil");
    const { caseId } = await w.aCase(anil);
    for (const table of ["access.door", "access.membership", "cases.cases"])
      await w.db.admin.query(
        `update ${table} set is_open = false where ${table === "cases.cases" ? "id" : "case_id"} = $1`,
        [caseId],
      );
    await w.db.admin.query(
      "update cases.tracks set closed_at = now(), outcome = 'safe-with-parents' where case_id = $1",
      [caseId],
    );
    const { page } = await stage.play("geeta");
    await open(page, `${origin}/cases/${caseId}`);
    await page.getByRole("link", { name: "Erase who somebody is" }).click();
    await page.getByRole("button", { name: /Ask a second person/ }).click();
    await page.locator("dialog button[type=submit]").click();
    await page.locator("dialog .field-error").waitFor(); // a reason is needed
    await page.fill("dialog textarea", "She is grown and asks that nobody can read her name");
    await page.locator("dialog button[type=submit]").click();
    await page.getByText("Waits for a supervisor of another agency").waitFor();

    await w.db.admin.query("update access.approval set second = $2 where case_id = $1", [
      caseId,
      (await w.as("alka")).workerId,
    ]);
    const { page: second } = await stage.play("alka");
    await open(second, `${origin}/approvals`);
    await second.locator("main a[href^='/approvals/']").first().click();
    await settled(second);
    await second.getByText("She is grown and asks").waitFor();
    await second.getByRole("radio", { name: /Yes, I agree/ }).check();
    await second.getByRole("button", { name: "Give my word" }).click();
    await second.getByText("Nothing waits for your word.").waitFor();

    await open(page, `${origin}/cases/${caseId}/erasure`);
    await page.getByRole("button", { name: /Erase for good/ }).click();
    await page.locator("dialog").getByText("There is no way back").waitFor();
    await page.locator("dialog button[type=submit]").click();
    await page.locator(".row-why", { hasText: "Erased. The key is destroyed." }).waitFor();
    expect(await page.getByRole("button", { name: /Erase for good|Ask a second person/ }).count()).toBe(0);
  });
});
