/** Plays questions and changes in a country that stands in a database, and tells where the database and the rules differ. */
import pg from "pg";
import { createPool } from "../../platform/postgres/pool.ts";
import { DatabaseRefusal, type Tx, transact } from "../../platform/postgres/transaction.ts";
import { freshDatabase, type TestDatabase } from "../../platform/testing/database.ts";
import { dice } from "./dice.ts";
import { type Loaded, load } from "./load.ts";
import { Eyes } from "./rules.ts";
import { ordered, shapes } from "./shapes.ts";
import { randomCountry, type Worker } from "./world.ts";
import { changes, isRefused } from "./writes.ts";

export interface Played {
  db: TestDatabase;
  loaded: Loaded;
  pools: Record<"app" | "vault" | "oversight", pg.Pool>;
}

/** One random country in a database of its own; the work is done in it, and it is gone afterwards. */
export async function inCountry<T>(seed: number, work: (here: Played) => Promise<T>): Promise<T> {
  const db = await freshDatabase();
  try {
    const loaded = await load(db.admin, randomCountry(seed));
    return await within(db, loaded, work);
  } finally {
    await db.drop();
  }
}

/** The same country in another database, such as a copy with a hole in it. */
export async function within<T>(db: TestDatabase, loaded: Loaded, work: (here: Played) => Promise<T>): Promise<T> {
  const pools = {
    app: createPool(db.config("hw_app"), { max: 2 }),
    vault: createPool(db.config("hw_vault"), { max: 1 }),
    oversight: createPool(db.config("hw_oversight"), { max: 1 }),
  };
  try {
    return await work({ db, loaded, pools });
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
}

export interface Outcome {
  shape: string;
  by: string;
  got: unknown;
  due: unknown;
  /** Something was shown, or done; something was hidden, or refused. */
  yes: boolean;
  no: boolean;
}

const told = (who: Worker): string => `${who.id} (${who.roles.join()}, ${who.serves})`;

/** Every worker asks in every shape, `rounds` times. */
export async function* questions(
  here: Played,
  seed: number,
  { only = Object.keys(shapes), rounds = 1 } = {},
): AsyncGenerator<Outcome> {
  const d = dice(seed);
  for (const who of here.loaded.country.workers) {
    const eyes = new Eyes(here.loaded.country, who);
    for (const name of only)
      for (let round = 0; round < rounds; round++) {
        const shape = shapes[name];
        if (shape === undefined) throw new Error(`There is no question called ${name}.`);
        const question = shape.throw(d, here.loaded, eyes);
        const lay = (list: string[]) => (ordered.has(name) ? list : [...list].sort());
        const due = eyes.isSignedIn ? question.rule(eyes) : [];
        const got = await asked(here, shape.login, who, (tx) => question.ask(tx));
        yield {
          shape: name,
          by: told(who),
          got: lay(got),
          due: lay(due),
          yes: due.length > 0,
          no: question.all.length > due.length,
        };
      }
  }
}

/** Every worker tries every change, `rounds` times; each is taken back. */
export async function* tries(
  here: Played,
  seed: number,
  { only = Object.keys(changes), rounds = 1 } = {},
): AsyncGenerator<Outcome> {
  const d = dice(seed);
  for (const who of here.loaded.country.workers) {
    const eyes = new Eyes(here.loaded.country, who);
    for (const name of only)
      for (let round = 0; round < rounds; round++) {
        const change = changes[name]?.(d, here.loaded, eyes);
        if (change === undefined) throw new Error(`There is no change called ${name}.`);
        const due = eyes.isSignedIn && change.allowed(eyes);
        yield { shape: name, by: told(who), got: await tried(here, who, change.attempt), due, yes: due, no: !due };
      }
  }
}

/** Where the database first answers otherwise than the rules; null where it never does. */
export async function firstDifference(outcomes: AsyncGenerator<Outcome>): Promise<Outcome | null> {
  for await (const one of outcomes) if (JSON.stringify(one.got) !== JSON.stringify(one.due)) return one;
  return null;
}

/** What somebody gets: the answer, or nothing where the database says that there is nobody or nothing. */
async function asked(here: Played, login: keyof Played["pools"], who: Worker, ask: (tx: Tx) => Promise<string[]>) {
  try {
    return await transact(here.pools[login], { role: `homeward_${login}`, token: who.token }, ask);
  } catch (error) {
    if (error instanceof DatabaseRefusal && (error.sqlstate === "HW401" || error.sqlstate === "HW404")) return [];
    if (error instanceof pg.DatabaseError && error.code === "42501") return ["no right"];
    throw error;
  }
}

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
