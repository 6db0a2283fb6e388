import { randomInt } from "node:crypto";
import fc from "fast-check";
import type pg from "pg";
import { expect, test } from "vitest";
import { createPool } from "../platform/postgres/pool.ts";
import { DatabaseRefusal, type Tx, transact } from "../platform/postgres/transaction.ts";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { dice } from "./access-model/dice.ts";
import { type Loaded, load } from "./access-model/load.ts";
import { Eyes } from "./access-model/rules.ts";
import { ordered, shapes } from "./access-model/shapes.ts";
import { randomCountry, type Worker } from "./access-model/world.ts";
import { changes, isRefused } from "./access-model/writes.ts";

const COUNTRIES = 6;

interface Played {
  db: TestDatabase;
  loaded: Loaded;
  pools: Record<"app" | "vault" | "oversight", pg.Pool>;
}

/** One random country in a database of its own; the work is done in it, and it is gone afterwards. */
async function inCountry<T>(seed: number, work: (here: Played) => Promise<T>): Promise<T> {
  const db = await freshDatabase();
  const pools = {
    app: createPool(db.config("hw_app"), { max: 2 }),
    vault: createPool(db.config("hw_vault"), { max: 1 }),
    oversight: createPool(db.config("hw_oversight"), { max: 1 }),
  };
  try {
    return await work({ db, pools, loaded: await load(db.admin, randomCountry(seed)) });
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await db.drop();
  }
}

/** Random countries, each in turn; the seed of one that fails is printed, and HOMEWARD_SEED plays a whole run again. */
function everyCountry(how: number, work: (here: Played, seed: number) => Promise<void>): Promise<void> {
  const once = (seed: number) => inCountry(seed, (here) => work(here, seed));
  return fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), once), {
    numRuns: how,
    seed: Number(process.env.HOMEWARD_SEED ?? randomInt(2 ** 31)),
    endOnFailure: true, // a smaller seed is no smaller country
  });
}

/** What somebody gets: the answer, or nothing where the database says that there is nobody or nothing. */
async function asked(here: Played, login: keyof Played["pools"], who: Worker, ask: (tx: Tx) => Promise<string[]>) {
  try {
    return await transact(here.pools[login], { role: `homeward_${login}`, token: who.token }, ask);
  } catch (error) {
    if (error instanceof DatabaseRefusal && (error.sqlstate === "HW401" || error.sqlstate === "HW404")) return [];
    throw error;
  }
}

interface Tally {
  runs: number;
  yes: number;
  no: number;
  both: number;
}
const add = (tally: Map<string, Tally>, name: string, yes: boolean, no: boolean): void => {
  const so = tally.get(name) ?? { runs: 0, yes: 0, no: 0, both: 0 };
  tally.set(name, {
    runs: so.runs + 1,
    yes: so.yes + Number(yes),
    no: so.no + Number(no),
    both: so.both + Number(yes && no),
  });
};
const sum = (tally: Map<string, Tally>, of: keyof Tally): number => [...tally.values()].reduce((n, t) => n + t[of], 0);

test("what random countries show to everybody is what the rules say, in every shape of question", async () => {
  const tally = new Map<string, Tally>();
  await everyCountry(COUNTRIES, async (here, seed) => {
    const d = dice(seed + 1);
    for (const who of here.loaded.country.workers) {
      const eyes = new Eyes(here.loaded.country, who);
      for (const [name, shape] of Object.entries(shapes)) {
        const question = shape.throw(d, here.loaded, eyes);
        const got = await asked(here, shape.login, who, (tx) => question.ask(tx));
        const due = eyes.isSignedIn ? question.rule(eyes) : [];
        const lay = (list: string[]) => (ordered.has(name) ? list : [...list].sort());
        expect(lay(got), `${name}, asked by ${who.id} (${who.roles.join()}, ${who.serves})`).toEqual(lay(due));
        add(tally, name, due.length > 0, question.all.length > due.length);
      }
    }
  });
  console.log(table("question", tally, ["asked", "saw something", "something stayed hidden", "both"]));
  expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(8);
  expect(sum(tally, "runs")).toBeGreaterThanOrEqual(3_000);
  // Chance alone must not make the proof empty: somebody saw something in every shape, and was kept from something.
  for (const [name, { yes, no }] of tally) expect([name, yes >= 5, no >= 5]).toEqual([name, true, true]);
  expect(sum(tally, "both")).toBeGreaterThan(500);
}, 180_000);

test("what somebody cannot see they cannot change, and nobody writes in another's name", async () => {
  const tally = new Map<string, Tally>();
  await everyCountry(2, async (here, seed) => {
    const d = dice(seed + 2);
    for (const who of here.loaded.country.workers) {
      const eyes = new Eyes(here.loaded.country, who);
      for (let round = 0; round < 2; round++)
        for (const [name, make] of Object.entries(changes)) {
          const change = make(d, here.loaded, eyes);
          const allowed = eyes.isSignedIn && change.allowed(eyes);
          expect(
            await tried(here, who, change.attempt),
            `${name}, by ${who.id} (${who.roles.join()}, ${who.serves})`,
          ).toBe(allowed);
          add(tally, name, allowed, !allowed);
        }
    }
  });
  console.log(table("change", tally, ["tried", "done", "refused"]));
  const never = new Set(["ask for a closing", "take a sealed record, a grant or a session directly"]);
  for (const [name, { yes, no }] of tally)
    expect([name, never.has(name) || yes >= 3, no >= 3]).toEqual([name, true, true]);
}, 120_000);

class Undo extends Error {}

/** Tries a change and takes it back. */
async function tried(here: Played, who: Worker, attempt: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  let done = false;
  try {
    await transact(here.pools.app, { role: "homeward_app", token: who.token }, async (tx) => {
      done = await attempt(tx);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return done;
    if (!isRefused(error)) throw error;
  }
  return false;
}

function table(first: string, tally: Map<string, Tally>, heads: string[]): string {
  const rows = [...tally].map(([name, t]) => [name, t.runs, t.yes, t.no, t.both].slice(0, heads.length + 1));
  const total = ["all", sum(tally, "runs"), sum(tally, "yes"), sum(tally, "no"), sum(tally, "both")].slice(
    0,
    heads.length + 1,
  );
  const lines = [[first, ...heads], ...rows, total];
  const widths = heads.concat(first).map((_, at) => Math.max(...lines.map((line) => String(line[at]).length)));
  return lines.map((line) => line.map((cell, at) => String(cell).padEnd(widths[at] ?? 0)).join("  ")).join("\n");
}
