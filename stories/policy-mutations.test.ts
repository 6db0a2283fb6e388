/**
 * Breaks every policy of the database once and watches the tries notice. Takes minutes, so it is asked for: HOMEWARD_TEST_MUTATE=1
 * ./homeward test policy-mutations. A policy that grants nothing, or says what another rule says again, cannot be noticed: the catalogue of
 * grants proves that, or one of the questions below.
 */
import { expect, test } from "vitest";
import { freshDatabase } from "../platform/testing/database.ts";
import { inCountry } from "./access-model/play.ts";
import { everyMutant, type Mutant, modelNotices, nameOf, Page } from "./policy/mutations.ts";
import { prepare } from "./policy/trying.ts";

/** "1" for every table, or a part of the names of those that are wanted. */
const asked = process.env.HOMEWARD_TEST_MUTATE ?? "";
const SEEDS = [11, 12];

/** Broken policies behind which something else stands: what it is, and a question that answers true while it does. */
const BEHIND: Readonly<Record<string, { why: string; proof: string }>> = {
  "cases.imports owners_change (with check)": {
    why: "an import is in only with a count of rows, which nobody may write, and nobody may give one away",
    proof: `select not has_column_privilege('homeward_app', 'cases.imports', 'rows_in', 'update')
      and not has_column_privilege('homeward_app', 'cases.imports', 'owner_id', 'update')
      and not has_column_privilege('homeward_app', 'cases.imports', 'supervisors_id', 'update')
      and exists (select from pg_constraint c where c.conrelid = 'cases.imports'::regclass
                     and pg_get_constraintdef(c.oid) = 'CHECK (((state = ''in''::text) = (rows_in IS NOT NULL)))') as stands`,
  },
};

test.skipIf(asked === "")(
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
          if (asked !== "1" && !mutant.table.includes(asked)) continue;
          const by = await page.notices(mutant);
          if (by !== null) noticed.push(`${nameOf(mutant)}: ${by}`);
          else if (mutant.harmless !== null) harmless.push(`${nameOf(mutant)}: ${mutant.harmless}`);
          else {
            const behind = BEHIND[nameOf(mutant)];
            const { rows } = await db.admin.query<{ stands: boolean }>(behind?.proof ?? "select false as stands");
            if (rows[0]?.stands) harmless.push(`${nameOf(mutant)}: ${behind?.why}`);
            else left.push(mutant);
          }
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
