/**
 * `./homeward bench intake`: what an acknowledged report costs beside the one thing that it cannot do without: a commit that has reached the
 * disk. A server of its own with fsync, the public form's own function and login; each report and each bare commit in turn, so that whatever
 * else the machine does falls on both.
 */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { loadCastInto, loadPackInto } from "../../app.ts";
import { openKeyring } from "../../platform/keys/keyring.ts";
import { type RunningPostgres, startPostgres } from "../../platform/postgres/launcher.ts";
import { ensureLogins } from "../../platform/postgres/logins.ts";
import { migrate } from "../../platform/postgres/migrate.ts";
import { createPool } from "../../platform/postgres/pool.ts";
import { createPublicReports } from "../../rooms/reports/index.ts";
import { median, print, type Verdict } from "./verdicts.ts";

const CLIENTS = 8;
/** How long somebody reads the last page before sending, at the very least: long enough for eight slow hashes. */
const READING_MS = 600;

export async function bench(): Promise<boolean> {
  const dir = await mkdtemp(join(tmpdir(), "hw-in-"));
  await chmod(dir, 0o711); // the server's account passes through it
  const server = await startPostgres({ dataDir: join(dir, "pg"), fsync: true });
  try {
    return print("intake", await measure(server, dir));
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function measure(server: RunningPostgres, dir: string): Promise<Verdict[]> {
  await migrate({ admin: server.connect("postgres"), database: "homeward" });
  const logins = await ensureLogins(server.connect("homeward"), join(dir, "logins"));
  const ring = openKeyring(join(dir, "keys"), true);
  const admin = createPool(logins.hw_admin, { max: 1 });
  const owner = new pg.Pool({ ...server.connect("homeward"), max: CLIENTS });
  const pool = createPool(logins.hw_public, { max: CLIENTS });
  try {
    await loadPackInto(admin, "demo", "in");
    await loadCastInto(admin, "in", ring);
    await owner.query("create table public.bare (id uuid primary key default uuidv7(), body bytea not null)");
    const reports = createPublicReports({
      pool,
      vault: { call: () => Promise.reject(new Error("nothing is read here")) },
      intakeKey: ring.intake.publicKey,
      files: join(dir, "files"),
    });
    const bytes = Buffer.alloc(1024, 7); // what a sealed report of a few sentences weighs
    const bare = () => timed(() => owner.query("insert into public.bare (body) values ($1)", [bytes]));
    const send = async (ready: boolean) => {
      const token = reports.newToken();
      if (ready) {
        reports.prepare(token);
        await sleep(READING_MS);
      }
      return timed(async () => {
        const answer = await reports.accept({
          token,
          sealed: { saw: WORDS, where: "", reachHow: "" },
          triage: TRIAGE,
          language: "en",
          attachments: [],
        });
        if (!("words" in answer)) throw new Error(`A report was not taken: ${answer.refused}`);
      });
    };
    for (let i = 0; i < 20; i++) await Promise.all([send(true), bare()]);
    const one = await compare(1, 60, () => send(true), bare);
    const eight = await compare(CLIENTS, 20, () => send(true), bare);
    const unprepared = await compare(1, 15, () => send(false), bare);
    return [
      verdict("an acknowledged report, one sender", one, 1.5),
      verdict(`an acknowledged report, ${CLIENTS} senders`, eight, 1.5),
      {
        ...verdict("the same without the pause on the last page", unprepared, Number.POSITIVE_INFINITY),
        beside: `${unprepared.report.toFixed(1)} ms: the slow hash of the receipt's words, then the disk`,
      },
    ];
  } finally {
    await Promise.all([admin.end(), owner.end(), pool.end()]);
  }
}

interface Times {
  report: number;
  bare: number;
}

/** Medians of many, in turn; `at` of each at once. */
async function compare(
  at: number,
  rounds: number,
  report: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Times> {
  const [reports, bares]: [number[], number[]] = [[], []];
  for (let i = 0; i < rounds; i++) {
    bares.push(...(await Promise.all(Array.from({ length: at }, bare))));
    reports.push(...(await Promise.all(Array.from({ length: at }, report))));
  }
  return { report: median(reports), bare: median(bares) };
}

function verdict(what: string, { report, bare }: Times, limit: number): Verdict {
  return {
    what,
    value: report / bare,
    unit: "× one fsynced commit",
    limit,
    beside: `${report.toFixed(2)} ms against ${bare.toFixed(2)} ms`,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const WORDS = "A girl of about ten cleans the flat above ours at night and is not let out. ".repeat(8);
const TRIAGE = {
  about: "worried",
  danger: "not-sure",
  screenSeen: null,
  age: null,
  company: null,
  role: null,
  reach: null,
  files: 0,
} as const;
