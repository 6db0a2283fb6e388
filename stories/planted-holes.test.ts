/**
 * Holes planted in a throw-away copy of a country, each found by the check that is named beside it. platform/testing/catalogue.test.ts does
 * the same for every rule of the catalogue in a small house; here it is the real one, and what it shows to people.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { closeToOthers } from "../platform/postgres/database-rights.ts";
import { homewardRoot, readList } from "../platform/postgres/migrate.ts";
import { DatabaseRefusal, transact } from "../platform/postgres/transaction.ts";
import { findHoles, type Rule, tablesWithoutPolicy } from "../platform/testing/catalogue.ts";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { type Loaded, load } from "./access-model/load.ts";
import { firstDifference, type Played, questions, tries, within } from "./access-model/play.ts";
import { randomCountry } from "./access-model/world.ts";

const SEED = 11;
let whole: TestDatabase;
let loaded: Loaded;
let ownerViews: string[];
beforeAll(async () => {
  whole = await freshDatabase();
  loaded = await load(whole.admin, randomCountry(SEED));
  ownerViews = await readList(join(homewardRoot, "db/owner-views.txt"));
  await whole.admin.end(); // a database is copied only while nobody is connected to it
});
afterAll(() => withCluster((client) => client.query(`drop database if exists ${whole.name} with (force)`)));

async function withCluster<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(inject("cluster").admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

let copies = 0;
/** A copy of the country with a hole in it. */
async function holed<T>(hole: string, work: (here: Played, admin: pg.PoolClient) => Promise<T>): Promise<T> {
  copies += 1;
  const name = `${whole.name}_${copies}`;
  const { logins, admin: cluster } = inject("cluster");
  await withCluster(async (client) => {
    await client.query(`create database ${name} template ${whole.name}`);
    await closeToOthers(client, name);
  });
  const admin = new pg.Pool({ ...cluster, database: name, max: 2 });
  admin.on("error", () => undefined);
  const db: TestDatabase = {
    name,
    admin,
    adminConfig: { ...cluster, database: name },
    config: (login) => ({ ...logins[login], database: name }),
    drop: async () => {
      await admin.end();
      await withCluster((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
  try {
    const client = await admin.connect();
    try {
      await client.query(hole);
      return await within(db, loaded, (here) => work(here, client));
    } finally {
      client.release();
    }
  } finally {
    await db.drop();
  }
}

const catalogue = async (client: pg.PoolClient): Promise<string[]> =>
  (await findHoles(client, { ownerViews })).map(({ rule, object }) => `${rule}: ${object}`);

/** Makes a function say something else, as a careless change would. */
const rewritten = (of: string, from: string, to: string): string => `do $do$
  declare old text := pg_get_functiondef('${of}'::regprocedure);
  begin
    if strpos(old, $a$${from}$a$) = 0 then raise exception 'nothing to rewrite in ${of.replaceAll("'", "")}'; end if;
    execute replace(old, $a$${from}$a$, $b$${to}$b$);
  end $do$`;

test("without a hole, no check finds one", async () => {
  await holed("select", async (here, client) => {
    expect(await catalogue(client)).toEqual([]);
    expect(await firstDifference(questions(here, SEED))).toBeNull();
    expect(await firstDifference(tries(here, SEED))).toBeNull();
  });
}, 120_000);

describe("the catalogue finds", () => {
  const holes: [string, Rule, string, string][] = [
    [
      "a view that runs with its owner's rights",
      "a view runs with its owner's rights",
      "cases.everything",
      "create view cases.everything as select * from cases.cases; grant select on cases.everything to homeward_app",
    ],
    [
      "a table whose owner is not bound",
      "row security does not bind the owner",
      "cases.notes",
      "alter table cases.notes no force row level security",
    ],
    [
      "a table without row security",
      "row security is off",
      "cases.people",
      "alter table cases.people disable row level security",
    ],
    [
      "a definer that looks where the caller says",
      "a definer function does not pin its search path",
      "access.sees(uuid)",
      "alter function access.sees(uuid) reset search_path",
    ],
    [
      "an actor that a cached plan would keep for the next person",
      "an immutable function reads what changes",
      "access.actor()",
      "alter function access.actor() immutable",
    ],
    [
      "a right for everybody",
      "everybody has a right",
      "SELECT on cases.cases",
      "grant select on cases.cases to public",
    ],
    [
      "a function for everybody",
      "everybody may call a definer function",
      "identities.release(uuid)",
      "grant execute on function identities.release(uuid) to public",
    ],
  ];
  test.for(holes)("%s", async ([, rule, object, hole]) => {
    await holed(hole, async (_here, client) => expect(await catalogue(client)).toContain(`${rule}: ${object}`));
  });

  test("a case table without the policy that shuts out who is recused", async () => {
    await holed("drop policy not_recused on cases.people", async (here, client) => {
      expect(
        await tablesWithoutPolicy(client, { column: "case_id", policy: "not_recused", role: "homeward_app" }),
      ).toEqual(["cases.people"]);
      expect(await firstDifference(questions(here, SEED, { only: ["whole tables"], rounds: 8 }))).not.toBeNull();
    });
  });
});

describe("the model of the rules finds", () => {
  const holes: [string, "questions" | "tries", string, string][] = [
    ["a dropped policy", "questions", "rows by section", "drop policy members_see on cases.notes"],
    [
      "a policy that forgot the section",
      "questions",
      "rows by section",
      "alter policy members_see on cases.notes using (exists (select from access.my_reader r where r.case_id = notes.case_id))",
    ],
    [
      "a case that opens for every membership",
      "questions",
      "open one case",
      rewritten("cases.one(uuid)", "m.principal_id = any(me.principals)", "true"),
    ],
    [
      "an inbox that forgot recusal",
      "questions",
      "inbox",
      rewritten("cases.inbox(timestamptz, uuid, int)", "and x.ended_at is null", "and false"),
    ],
    [
      "a door that anybody opens to others",
      "tries",
      "let somebody onto a case",
      rewritten(
        "access.grant_member(uuid, smallint, uuid, smallint, timestamptz, smallint[], text)",
        "not access.manages(of_case)",
        "false",
      ),
    ],
    [
      "a table in which one writes in another's name",
      "tries",
      "write a note",
      "alter policy members_add on cases.notes with check (exists (select from access.my_reader r where r.case_id = notes.case_id))",
    ],
    [
      "a table that anybody writes to",
      "tries",
      "change whatever there is, unread",
      "alter policy readers_change on cases.cases using (true)",
    ],
  ];
  test.for(holes)("%s", async ([, how, shape, hole]) => {
    const play = how === "questions" ? questions : tries;
    await holed(hole, async (here) => {
      const found = await firstDifference(play(here, SEED, { only: [shape], rounds: 6 }));
      expect(found?.shape).toBe(shape);
    });
  });
});

describe("a forged setting", () => {
  const names = async (here: Played, token: string, more = sql`select 1`): Promise<number> => {
    const found = await transact(here.pools.app, { role: "homeward_app", token }, async (tx) => {
      await tx.rows(more);
      return tx.rows(sql`select id from cases.cases`);
    });
    return found.length;
  };
  const refusal = (error: unknown) => (error instanceof DatabaseRefusal ? error.sqlstate : error);

  test("a hash from a stolen table, another's id, nothing, or a token written over afterwards pass for nobody", async () => {
    await holed("select", async (here) => {
      const boss = loaded.country.workers.find((w) => w.serves === "yes" && w.roles.includes("supervisor"));
      if (!boss) throw new Error("This country has no supervisor.");
      expect(await names(here, boss.token), "there is something to steal").toBeGreaterThan(0);
      const hash = createHash("sha256").update(boss.token).digest("hex");
      for (const forged of [hash, `\\x${hash}`, boss.id, boss.sessionId, "", " "])
        expect(await names(here, forged).catch(refusal), forged).toBe("HW401");
      expect(await names(here, boss.token, sql`select set_config('access.token', ${hash}, true)`).catch(refusal)).toBe(
        "HW401",
      );
      expect(
        await names(
          here,
          boss.token,
          sql`select set_config('access.actor', ${boss.id}, true), set_config('role.actor', ${boss.id}, true)`,
        ),
      ).toBe(await names(here, boss.token));
    });
  });

  test("an actor that took the hash for the token is found", async () => {
    const hole = rewritten(
      "access.actor()",
      "sha256(convert_to(current_setting('access.token'), 'UTF8'))",
      "decode(current_setting('access.token'), 'hex')",
    );
    await holed(hole, async (here) => {
      const someone = loaded.country.workers.find((w) => w.serves === "yes");
      const hash = createHash("sha256")
        .update(someone?.token ?? "")
        .digest("hex");
      // The check above would see an answer here instead of a refusal.
      expect(typeof (await names(here, hash).catch(refusal))).toBe("number");
    });
  });
});
