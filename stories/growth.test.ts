/** The queries that workers ask all day cost the same at 2,000 cases and at 50,000. `./homeward bench access` goes on to a million. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { fillNation, type Nation } from "./bench/nation.ts";
import { addOverseers, OVERSEEN, type Overseers, TREES } from "./bench/overseers.ts";
import { type Cost, costOf, PROOF, SHAPES } from "./bench/shapes.ts";

const SIZES = [2_000, 50_000] as const;
/** A key's tree is a page higher in the larger nation; a query of a dozen pages walks three such trees. */
const HIGHER = 3;
const costs = new Map<string, Cost>();
const databases: TestDatabase[] = [];

beforeAll(async () => {
  for (const cases of SIZES) {
    const db = await freshDatabase();
    databases.push(db);
    // A small table's rows lie so close together that fifty of them share a few pages. Spread out, they cost what they cost in a large one.
    if (cases === SIZES[0])
      for (const table of ["cases.cases", "access.membership", "reports.reports"])
        await db.admin.query(`alter table ${table} set (fillfactor = 10)`);
    await measure(db, await fillNation(db.admin, { cases, perUnit: 200 }));
    await oversee(db, await addOverseers(db.admin), cases);
  }
}, 120_000);
afterAll(() => Promise.all(databases.map((db) => db.drop())));

async function measure(db: TestDatabase, nation: Nation): Promise<void> {
  const [app, owner] = [new pg.Client(db.config("hw_app")), new pg.Client(db.adminConfig)];
  await Promise.all([app.connect(), owner.connect()]);
  try {
    for (const shape of SHAPES) {
      const key = `${shape.name} ${nation.cases}`;
      costs.set(key, await costOf(app, nation[shape.as], shape.asked(nation)));
      costs.set(`floor ${key}`, await costOf(owner, null, shape.floor(nation)));
      costs.set(`proof ${key}`, await costOf(app, nation[shape.as], PROOF));
    }
  } finally {
    await Promise.all([app.end(), owner.end()]);
  }
}

async function oversee(db: TestDatabase, overseers: Overseers, cases: number): Promise<void> {
  const client = new pg.Client(db.config("hw_oversight"));
  await client.connect();
  try {
    for (const { name, as, asked } of OVERSEEN)
      costs.set(`${name} ${cases}`, await costOf(client, overseers[as], asked));
  } finally {
    await client.end();
  }
}

const of = (key: string): Cost => costs.get(key) ?? { buffers: Number.NaN, ms: Number.NaN, rows: -1 };

test.each(SHAPES.map((shape) => shape.name))(
  "%s costs no more at 50,000 cases than at 2,000, and finds something",
  (name) => {
    const [small, large] = SIZES.map((cases) => of(`${name} ${cases}`)) as [Cost, Cost];
    expect(large.rows).toBeGreaterThan(0);
    expect(large.buffers, `${small.buffers} → ${large.buffers} buffers`).toBeLessThanOrEqual(
      1.3 * small.buffers + HIGHER,
    );
  },
);

test.each(OVERSEEN.map((list) => list.name))(
  "%s: a page for an overseer costs no more at 50,000 cases than at 2,000, and holds something",
  (name) => {
    const [small, large] = SIZES.map((cases) => of(`${name} ${cases}`)) as [Cost, Cost];
    expect(large.rows).toBeGreaterThan(0);
    expect(large.buffers, `${small.buffers} → ${large.buffers} buffers`).toBeLessThanOrEqual(
      1.3 * small.buffers + TREES * large.rows,
    );
  },
);

test.each(SHAPES)("$name costs little more than the same work without row security", ({ name, times, beyond }) => {
  const key = `${name} ${SIZES[1]}`;
  const [asked, floor, proof] = [of(key), of(`floor ${key}`), of(`proof ${key}`)];
  if (beyond !== undefined) expect(asked.buffers - proof.buffers).toBeLessThanOrEqual(beyond);
  else expect(asked.buffers / (floor.buffers + proof.buffers)).toBeLessThanOrEqual(times ?? 1);
});
