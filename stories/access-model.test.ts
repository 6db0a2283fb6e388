import { randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inCountry, type Outcome, type Played, questions, tries } from "./access-model/play.ts";
import { shapes } from "./access-model/shapes.ts";

/** Random countries, each in turn; the seed of one that fails is printed, and HOMEWARD_SEED plays a whole run again. */
function everyCountry(how: number, work: (here: Played, seed: number) => Promise<void>): Promise<void> {
  const once = (seed: number) => inCountry(seed, (here) => work(here, seed));
  return fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), once), {
    numRuns: how,
    seed: Number(process.env.HOMEWARD_SEED ?? randomInt(2 ** 31)),
    endOnFailure: true, // a smaller seed is no smaller country
  });
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

async function compare(outcomes: AsyncGenerator<Outcome>, tally: Map<string, Tally>): Promise<void> {
  for await (const { shape, by, got, due, yes, no } of outcomes) {
    expect(got, `${shape}, by ${by}`).toEqual(due);
    add(tally, shape, yes, no);
  }
}

test("what random countries show to everybody is what the rules say, in every shape of question", async () => {
  const tally = new Map<string, Tally>();
  await everyCountry(8, (here, seed) => compare(questions(here, seed + 1), tally));
  console.log(table("question", tally, ["asked", "saw something", "something stayed hidden", "both"]));
  expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(8);
  expect(sum(tally, "runs")).toBeGreaterThanOrEqual(3_000);
  // Chance alone must not make the proof empty: somebody saw something in every shape, and was kept from something.
  for (const [name, { yes, no }] of tally) expect([name, yes >= 5, no >= 5]).toEqual([name, true, true]);
  expect(sum(tally, "both")).toBeGreaterThan(500);
}, 180_000);

test("what somebody cannot see they cannot change, and nobody writes in another's name", async () => {
  const tally = new Map<string, Tally>();
  await everyCountry(2, (here, seed) => compare(tries(here, seed + 2, { rounds: 2 }), tally));
  console.log(table("change", tally, ["tried", "done", "refused"]));
  const never = new Set(["ask for a closing", "take a sealed record, a grant or a session directly"]);
  for (const [name, { yes, no }] of tally)
    expect([name, never.has(name) || yes >= 3, no >= 3]).toEqual([name, true, true]);
}, 120_000);

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
