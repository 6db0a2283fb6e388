/**
 * `./homeward bench access [CASES …]` (10000 100000 1000000 unless told): what row security costs. Each query of SHAPES under row security, in buffers, against
 * the same driven SQL by a superuser plus one proof of the actor; how the cost grows with the table; the proof itself in time against a
 * transaction that trusts a plain setting; an API list against `select 1` through the same server. All in one run on one throw-away cluster.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ensureLogins, type Login } from "../../platform/postgres/logins.ts";
import { migrate } from "../../platform/postgres/migrate.ts";
import { startThrowAway, type ThrowAway } from "../../platform/postgres/throw-away.ts";
import { compareList } from "./access/list.ts";
import { compareProof } from "./access/proof.ts";
import { fillNation, type Nation } from "./nation.ts";
import { type Cost, costOf, PROOF, SHAPES } from "./shapes.ts";
import { print, type Verdict } from "./verdicts.ts";

const GROWTH = 1.3;

export async function bench(args: readonly string[]): Promise<boolean> {
  const sizes = sizesOf(args);
  const postgres = await startThrowAway({
    settings: {
      shared_buffers: "2GB",
      max_wal_size: "8GB",
      maintenance_work_mem: "512MB",
      work_mem: "64MB",
      max_connections: 60,
    },
  });
  const secrets = await mkdtemp(join(tmpdir(), "homeward-bench-"));
  try {
    const verdicts: Verdict[] = [];
    const seen = new Map<number, Map<string, Cost>>();
    for (const cases of sizes) {
      const at = await nationOf(postgres, secrets, cases);
      seen.set(cases, await measure(at, verdicts));
      if (cases === sizes[0]) {
        verdicts.push(await compareProof(at.logins.hw_app, at.admin, at.nation));
        verdicts.push(await compareList(at.logins, at.nation));
      }
    }
    verdicts.push(...growth(sizes, seen));
    return print("access", verdicts);
  } finally {
    await postgres.remove();
    await rm(secrets, { recursive: true, force: true });
  }
}

function sizesOf(args: readonly string[]): number[] {
  const sizes = args.length === 0 ? [10_000, 100_000, 1_000_000] : args.map(Number);
  if (sizes.some((n) => !Number.isInteger(n) || n < 1000))
    throw new Error(`The sizes are whole numbers of cases, at least 1000 each; these are "${args.join(" ")}".`);
  return sizes.sort((a, b) => a - b);
}

interface At {
  nation: Nation;
  admin: pg.ClientConfig;
  logins: Record<Login, pg.ClientConfig>;
}

async function nationOf({ server }: ThrowAway, secrets: string, cases: number): Promise<At> {
  const database = `nation_${cases}`;
  await migrate({ admin: server.connect("postgres"), database });
  const logins = await ensureLogins(server.connect(database), secrets);
  const pool = new pg.Pool({ ...server.connect(database), max: 2 });
  const began = performance.now();
  try {
    const nation = await fillNation(pool, { cases, perUnit: 400 });
    console.log(`${cases.toLocaleString("en")} cases made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    return { nation, admin: server.connect(database), logins };
  } finally {
    await pool.end();
  }
}

async function measure({ nation, admin, logins }: At, verdicts: Verdict[]): Promise<Map<string, Cost>> {
  const app = new pg.Client(logins.hw_app);
  const owner = new pg.Client(admin);
  await Promise.all([app.connect(), owner.connect()]);
  const costs = new Map<string, Cost>();
  try {
    for (const shape of SHAPES) {
      const seat = nation[shape.as];
      const proof = await costOf(app, seat, PROOF);
      const asked = await costOf(app, seat, shape.asked(nation));
      const floor = await costOf(owner, null, shape.floor(nation));
      costs.set(shape.name, asked);
      const what = `${shape.name} at ${nation.cases.toLocaleString("en")}`;
      const beside = `${asked.rows} rows, ${asked.ms.toFixed(2)} ms against ${floor.ms.toFixed(2)} ms; floor ${floor.buffers} + proof ${proof.buffers}`;
      verdicts.push(
        shape.beyond === undefined
          ? {
              what,
              unit: "× buffers",
              value: asked.buffers / (floor.buffers + proof.buffers),
              limit: shape.times ?? 1,
              beside: `${asked.buffers} buffers; ${beside}`,
            }
          : {
              what,
              unit: "buffers beyond the proof",
              value: asked.buffers - proof.buffers,
              limit: shape.beyond,
              beside,
            },
      );
    }
  } finally {
    await Promise.all([app.end(), owner.end()]);
  }
  return costs;
}

function growth(sizes: number[], seen: Map<number, Map<string, Cost>>): Verdict[] {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first === undefined || last === undefined || first === last) return [];
  return SHAPES.map((shape) => {
    const small = seen.get(first)?.get(shape.name);
    const large = seen.get(last)?.get(shape.name);
    return {
      what: `${shape.name}, from ${first.toLocaleString("en")} to ${last.toLocaleString("en")}`,
      unit: "× buffers",
      value: (large?.buffers ?? Number.NaN) / (small?.buffers ?? Number.NaN),
      limit: GROWTH,
      beside: `${small?.buffers} → ${large?.buffers} buffers, ${small?.ms.toFixed(2)} → ${large?.ms.toFixed(2)} ms`,
    };
  });
}
