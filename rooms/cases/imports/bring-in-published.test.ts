import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, type World, world } from "../../../stories/world.ts";
import { bringIn } from "./testing/bringing.ts";
import { publishedMarginals } from "./testing/dictionary.ts";
import { published } from "./testing/files.ts";

const release = published("ctdc/CTDC_VPsynthetic_condensed.csv");
const dictionary = published("ctdc/CTDC_VPsynthetic_dict_20221201.xlsx");
const there = existsSync(release) && existsSync(dictionary);

describe.skipIf(!there)("CTDC's published release (skipped where shared/data/ctdc is absent)", () => {
  let w: World;
  let geeta: Person;
  beforeAll(async () => {
    w = await world();
    geeta = await w.as("geeta");
  });
  afterAll(() => w.stop());

  test("comes in whole as past cases without names, and its published figures come back out exactly", async () => {
    const began = performance.now();
    const done = await bringIn(geeta, "release.csv", readFileSync(release));
    console.log(`21,195 rows in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    expect(done.body).toEqual({ cases: 21_195 });
    const { rows } = await w.db.admin.query(
      "select is_open, origin, count(*)::int as n, count(distinct ref)::int as refs, count(distinct import_line)::int as lines from cases.cases group by 1, 2",
    );
    expect(rows).toEqual([{ is_open: false, origin: "import", n: 21_195, refs: 21_195, lines: 21_195 }]);
    const { body } = await geeta.call("GET", `/api/imports/${done.id}/marginals`);
    expect(body.total).toBe(21_195);
    expect(body.columns).toEqual(await publishedMarginals(dictionary));
    // Nobody is named, so nobody has a key or a sealed record.
    expect((await w.db.admin.query("select count(*)::int as n from identities.person")).rows[0].n).toBe(0);
    expect((await w.db.admin.query("select count(*)::int as n from cases.notes")).rows[0].n).toBe(0);
    // One entry tells of all of them.
    const told = await w.db.admin.query("select details from log.detail where verb = 'import-brought-in'");
    expect(told.rows).toEqual([{ details: { cases: 21_195, layout: "ctdc-victim-perpetrator" } }]);
    const board = await w.db.admin.query("select sum(x)::int as n from cases.board, unnest(closed_by_risk) x");
    expect(board.rows[0].n).toBe(21_195);
  }, 240_000);
});
