/** A supervisor brings the office's register in: what each column is, a wrong row mended, one left out, and the cases that come of it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import imports from "../../rooms/cases/imports/words/en.json" with { type: "json" };
import { CHROMIUM, open, openStage, type Stage, textOf } from "./stage.ts";

const { screen } = imports;
const register = `Name of child,Age,Sex,Date found,Village,Notes
Invented Asha,fourteenish,F,03/02/2026,Nowhere,"crying, burned hand"
Invented मीरा,16,F,20/02/2026,कहीं नहीं,says she worked in a flat
Invented Ravi,12,M,31/12/2099,Nowhere,found at the station
`;

describe.skipIf(CHROMIUM === null)("a supervisor with a register", { timeout: 240_000 }, () => {
  let stage: Stage;
  let page: Page;
  const missing: string[] = [];
  beforeAll(async () => {
    stage = await openStage();
    ({ page } = await stage.play("jaya"));
    page.on("console", (line) => {
      if (line.text().startsWith("No words for")) missing.push(line.text());
    });
    await open(page, `${stage.origin}/cases`);
  }, 240_000);
  afterAll(() => stage.stop());

  test("drops it, and reads what each column is taken for", async () => {
    await page.getByRole("link", { name: screen.title }).click();
    await page.setInputFiles("input[type=file]", {
      ...{ name: "register.csv", mimeType: "text/csv" },
      buffer: Buffer.from(register),
    });
    await page.getByRole("heading", { name: screen["columns-title"] }).waitFor();
    const text = await textOf(page);
    for (const said of ["Full name", "Gender", "Day when it happened"]) expect(text).toContain(said);
    expect(missing).toEqual([]);
  });

  test("mends one row and leaves another out; until then nothing comes in", async () => {
    await page.getByRole("tab", { name: "Bring in" }).click();
    await page.getByText("2 rows hold something wrong.").waitFor();
    await page.getByRole("button", { name: screen["mend-now"] }).click();
    await page.getByText("This cannot be read as an age.").first().waitFor();
    await page.getByRole("button", { name: "Mend Line 2" }).click();
    await page.getByLabel("Age", { exact: true }).fill("14");
    await page.getByRole("button", { name: screen["save-next"] }).click();
    await page.getByRole("heading", { name: "Line 4" }).waitFor();
    await page.getByRole("button", { name: screen["leave-out-row"] }).click();
    await page.getByRole("heading", { name: screen["fine-title"] }).waitFor();
    expect(missing).toEqual([]);
  });

  test("brings the rest in after the doubts were looked at, and finds the two cases", async () => {
    await page.getByRole("button", { name: screen["to-in"] }).click();
    await page.getByRole("heading", { name: "Bring 2 cases in" }).waitFor();
    const looked = page.getByRole("checkbox");
    if ((await looked.count()) > 0) await looked.check({ force: true });
    await page.getByRole("button", { name: "Bring 2 cases in" }).click();
    await page.getByText("2 cases are in").waitFor();
    await page.getByRole("link", { name: screen["to-cases"] }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    // Names are sealed: neither the list nor the file's page shows one.
    for (const name of ["Invented Asha", "मीरा"]) expect(await textOf(page)).not.toContain(name);
    expect(missing).toEqual([]);
  });
});
