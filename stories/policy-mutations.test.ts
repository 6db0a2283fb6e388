/**
 * Breaks every policy of the database once and watches the tries notice. Takes minutes, so it is asked for: HOMEWARD_TEST_MUTATE=1
 * ./homeward test policy-mutations. What it found last is told in docs/policy-mutations.md.
 */
import { expect, test } from "vitest";
import { freshDatabase } from "../platform/testing/database.ts";
import { inCountry } from "./access-model/play.ts";
import { everyMutant, type Mutant, modelNotices, nameOf, Page } from "./policy/mutations.ts";
import { prepare } from "./policy/trying.ts";

const asked = process.env.HOMEWARD_TEST_MUTATE === "1";
const SEEDS = [11, 12];

test.skipIf(!asked)(
  "every broken policy is noticed, or cannot matter",
  async () => {
    const db = await freshDatabase();
    const noticed: string[] = [];
    const harmless: string[] = [];
    let left: Mutant[] = [];
    let alreadyTrue = 0;
    try {
      const page = await new Page(db, await prepare(db)).open();
      try {
        const all = await everyMutant(db.admin);
        alreadyTrue = all.alreadyTrue;
        for (const mutant of all.mutants) {
          const by = await page.notices(mutant);
          if (by !== null) noticed.push(`${nameOf(mutant)}: ${by}`);
          else if (mutant.harmless !== null) harmless.push(`${nameOf(mutant)}: ${mutant.harmless}`);
          else left.push(mutant);
        }
      } finally {
        await page.close();
      }
    } finally {
      await db.drop();
    }
    const byPage = noticed.length;
    for (const seed of SEEDS)
      await inCountry(seed, async (here) => {
        const still: Mutant[] = [];
        for (const mutant of left) {
          const by = await modelNotices(here, mutant, seed);
          if (by === null) still.push(mutant);
          else noticed.push(`${nameOf(mutant)}: ${by}`);
        }
        left = still;
      });
    console.log(
      [
        ...noticed,
        "",
        ...harmless,
        "",
        `${noticed.length} noticed (${byPage} by the page of ticks, ${noticed.length - byPage} by the model of the rules), ${harmless.length} cannot matter, ${left.length} not noticed; ${alreadyTrue} conditions are true already`,
      ].join("\n"),
    );
    console.log(left.map((mutant) => `NOT NOTICED ${nameOf(mutant)}: ${mutant.whole.replace(/\s+/g, " ")}`).join("\n"));
    expect(left.map((mutant) => `${nameOf(mutant)}: ${mutant.whole}`)).toEqual([]);
  },
  3_600_000,
);
