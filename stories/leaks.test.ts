import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { format } from "node:util";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { upkeep } from "../app.ts";
import { sealedWords } from "../packs/story.ts";
import { startRunner } from "../platform/jobs/runner.ts";
import { createPublicReports } from "../rooms/reports/index.ts";
import { handIn } from "./public-form.ts";
import { seedDemo } from "./seed.ts";
import { caseworkWords } from "./seed-casework.ts";
import { type World, world } from "./world.ts";

let w: World;
let dir: string;
let words: string[];
const planted = "Quillpatra-Planted-Word";
/** Every line that the web process wrote, at its most talkative. */
const webLog: string[] = [];
/** What would tell who an anonymous reporter is: where from, and with what. No machine of ours has either. */
const REPORTER = { address: "203.0.113.77", browser: "Planted-Browser/7.31 (KeyPhone 105; Invented)" };
/** What the vault, the sequencer and the jobs print: they run in this process, and the jobs' lines are asked for. */
const otherLog: string[] = [];
function listenToAll(): () => void {
  const streams = [process.stdout, process.stderr] as const;
  const before = streams.map((stream) => stream.write.bind(stream));
  const said = (["log", "info", "warn", "error", "debug"] as const).map((how) => [how, console[how]] as const);
  streams.forEach((stream, at) => {
    stream.write = ((line: string | Uint8Array, ...more: never[]) => {
      otherLog.push(Buffer.from(line as string).toString("utf8"));
      return before[at]?.(line as string, ...more) ?? true;
    }) as typeof stream.write;
  });
  for (const [how] of said) console[how] = (...parts: unknown[]) => void otherLog.push(format(...parts));
  return () => {
    streams.forEach((stream, at) => {
      if (before[at]) stream.write = before[at];
    });
    for (const [how, was] of said) console[how] = was;
  };
}
let silence: () => void = () => undefined;
beforeAll(async () => {
  silence = listenToAll();
  w = await world({ onLog: (line) => webLog.push(line) });
  dir = mkdtempSync(join(tmpdir(), "hw-leaks-"));
  const { stage } = w.house.pack;
  if (stage === null) throw new Error("The pack has no cast.");
  words = [...sealedWords(stage), ...caseworkWords()].filter((word) => word.length >= 5);

  const made = await seedDemo(w.web, w.house.pack);
  expect(made.refused, "the stories and the rules agree").toEqual([]);
  expect(made.cases).toBeGreaterThan(20);
  expect(made.reports).toBeGreaterThan(10);
  // Every family, address, phone and sentence of the stories goes in somewhere: as a report, as a name, as a note.
  const reports = createPublicReports({
    pool: w.pools.public,
    vault: w.vault,
    intakeKey: w.ring.intake.publicKey,
    files: w.house.files,
  });
  const farah = await w.as("farah");
  const { caseId } = await w.aCase(farah, { givenName: words[0], familyName: words[1], address: words[2] });
  const triage = {
    about: "worried",
    danger: "yes",
    screenSeen: null,
    age: null,
    company: null,
    role: null,
    reach: null,
    files: 0,
  } as const;
  for (let at = 0; at < words.length; at += 60) {
    const some = words.slice(at, at + 60).join("\n");
    const sent = await reports.accept({
      token: reports.newToken(),
      sealed: { saw: some.slice(0, 19_000), where: words[at] ?? "", reachHow: words[at + 1] ?? "" },
      triage,
      language: "hi",
      attachments: [],
    });
    expect("words" in sent).toBe(true);
    expect((await farah.call("POST", `/api/cases/${caseId}/notes`, { text: some.slice(0, 19_000) })).status).toBe(201);
    expect(
      (
        await farah.call("POST", `/api/cases/${caseId}/events`, {
          kind: "child-reached",
          happenedAt: null,
          text: some.slice(0, 19_000),
        })
      ).status,
    ).toBe(201);
    await farah.call("POST", `/api/cases/${caseId}/risk`, {
      level: "high",
      reason: words[at] ?? "a reason",
      triggers: [],
    });
  }
  const upload = await reports.stage(Readable.from([Buffer.from(`%PDF-1.7\n${words.slice(0, 20).join("\n")}`)]), {
    token: reports.newToken(),
    name: words[3] ?? null,
  });
  if ("refused" in upload) throw new Error(upload.refused);
  await reports.accept({
    token: reports.newToken(),
    sealed: { saw: "See the paper", where: "", reachHow: "" },
    triage: { ...triage, files: 1 },
    language: "en",
    attachments: [upload],
  });
  await anonymous();
  const page = await farah.call("GET", `/api/cases/${caseId}`);
  const read = page.body.notes.map((note: { text: string }) => note.text).join("\n");
  expect(read).toContain(words[5]); // whoever may can read it: there is something to hide
  await complaining(caseId);
  await w.log.settle();
  silence();
});

/** The vault and the jobs have something to complain of, with the words in their hands. */
async function complaining(caseId: string): Promise<void> {
  const farah = await w.as("farah");
  const [name = "", place = "", more = ""] = words.slice(10);
  // A sealed record that does not open, a call that the vault does not understand, a receipt that nobody has.
  const { childId } = await w.aCase(farah, { givenName: name, address: place });
  await w.db.admin.query("update identities.record set sealed = '\\x0102' where person_id = $1", [childId]);
  expect((await farah.call("POST", `/api/identities/${childId}/openings`, { reason: "hearing" })).status).toBe(500);
  await expect(w.vault.call("/openings", { token: farah.token, personId: name, reason: more })).rejects.toThrow();
  await expect(w.vault.call("/seal", { token: name, kind: "case", id: caseId, items: [] })).rejects.toThrow();
  // PostgreSQL quotes a statement that fails, and would quote what is in it.
  await expect(farah.ask((tx) => tx.rows(sql`select ${name}::int, ${more}::uuid`))).rejects.toThrow();
  const jobs = await startRunner({
    config: w.db.config("hw_jobs"),
    app: w.db.config("hw_app"),
    upkeep: [
      ...upkeep(w.vault),
      {
        purpose: "fails",
        everyMinutes: 1,
        run: async () => {
          throw new Error(`${name} of ${place}: ${more}`);
        },
      },
    ],
    tasks: [],
    log: (line) => otherLog.push(JSON.stringify(line)),
    retryMs: 50,
  });
  try {
    const spoke = () =>
      ["upkeep:fails", "upkeep:tidy-keys"].every((one) => otherLog.some((line) => line.includes(one)));
    for (let tries = 0; !spoke() && tries < 600; tries++) await new Promise((next) => setTimeout(next, 100));
  } finally {
    await jobs.stop();
  }
}
/** An anonymous reporter's whole way, also where the server has something to complain of. */
async function anonymous(): Promise<void> {
  const from = {
    remoteAddress: REPORTER.address,
    headers: {
      "user-agent": REPORTER.browser,
      "x-forwarded-for": REPORTER.address,
      referer: `http://${REPORTER.address}/`,
    },
  };
  const form = { ...from.headers, "content-type": "application/x-www-form-urlencoded" };
  const post = async (path: string, fields: Record<string, string>) =>
    (
      await w.web.inject({
        method: "POST",
        url: path,
        ...from,
        headers: form,
        payload: new URLSearchParams(fields).toString(),
      })
    ).body;
  const receipt = await handIn(
    { get: async (path) => (await w.web.inject({ method: "GET", url: path, ...from })).body, post },
    {
      danger: "yes",
      saw: words[6] ?? "",
      where: words[7] ?? "",
      age: "12-17",
      company: "harm",
      role: "near",
      reach: "no",
    },
  );
  expect(receipt.length).toBe(5);
  await post("/report/again", { words: receipt.join(" ") });
  await post("/report/again", { words: "no such words at all" });
  await w.web.inject({ method: "GET", url: "/report/nowhere", ...from });
  await w.web.inject({
    method: "POST",
    url: "/api/session",
    ...from,
    payload: { login: words[8], password: words[9] },
  });
  await w.web.inject({
    method: "POST",
    url: "/report",
    ...from,
    headers: { ...form, "content-type": "multipart/form-data" },
    payload: "broken",
  });
  // Words that no browser should put into an address are in one, and still in no line.
  await w.web.inject({ method: "GET", url: `/report?lang=${encodeURIComponent(words[0] ?? "")}`, ...from });
}

/** The web process's lines as a file, with what stands in them percent-encoded also in the open. */
function webLogFile(): string {
  const path = join(dir, "web.log");
  writeFileSync(
    path,
    webLog
      .map(
        (line) =>
          `${line}\n${line.replace(/(%[0-9a-f]{2})+/gi, (coded) => Buffer.from(coded.replaceAll("%", ""), "hex").toString("utf8"))}`,
      )
      .join("\n"),
  );
  return path;
}

afterAll(async () => {
  silence();
  await w.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** Which of the words a file or folder holds, in UTF-8 or UTF-16. */
function found(path: string, wanted: readonly string[]): string[] {
  const list = join(dir, "words");
  const both = wanted.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  // A line end inside a UTF-16 word would split the pattern; no word of the cast has one.
  writeFileSync(
    list,
    Buffer.concat(
      both.filter((bytes) => !bytes.includes(10)).map((bytes) => Buffer.concat([bytes, Buffer.from("\n")])),
    ),
  );
  const run = spawnSync("grep", ["-rabohFf", list, path], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 1 << 28,
  });
  // Another file's database may be dropped while we search the cluster: a file that is gone hides nothing.
  const trouble = run.stderr
    .split("\n")
    .filter(
      (line) => line !== "" && !(line.startsWith(`grep: ${path}/`) && line.endsWith("No such file or directory")),
    );
  if (run.status === 2 && run.stdout === "" && trouble.length > 0) throw new Error(run.stderr);
  return [
    ...new Set(
      run.stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => line.replace(/^\d+:/, "")),
    ),
  ].slice(0, 5);
}

/** COPY of every table of every schema, as one file. */
async function dump(): Promise<string> {
  const { rows } = await w.db.admin.query<{ name: string }>(
    "select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')",
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    // Bytes as bytes, so that a word inside a bytea shows as itself and not as hex.
    const { rows: lines } = await w.db.admin.query<{ line: string }>(`select x::text as line from ${name} x`);
    for (const { line } of lines)
      parts.push(
        line,
        line.replace(/\\+x([0-9a-f]{2,})/g, (_all, hex: string) => Buffer.from(hex, "hex").toString("latin1")),
      );
  }
  const path = join(dir, "dump");
  writeFileSync(
    path,
    Buffer.concat(parts.map((part) => Buffer.from(`${part}\n`, /[\u0100-\uffff]/.test(part) ? "utf8" : "latin1"))),
  );
  return path;
}

test("the search finds what is there: a planted word, in a table and on the disk", async () => {
  await w.db.admin.query("create table public.planted as select $1::text as word, convert_to($1, 'UTF8') as bytes", [
    planted,
  ]);
  await w.db.admin.query("checkpoint");
  expect(found(await dump(), [planted])).toEqual([planted]);
  expect(found(inject("cluster").folder, [planted])).toEqual([planted]);
  await w.db.admin.query("drop table public.planted");
});

test("no table holds a family, a reporter, an address, a phone or a note in the open", async () => {
  expect(words.length).toBeGreaterThan(200);
  expect(found(await dump(), words)).toEqual([]);
});

test("neither does the raw data folder with its write-ahead log, nor the server's log", async () => {
  await w.db.admin.query("checkpoint");
  expect(found(inject("cluster").folder, words)).toEqual([]);
  expect(found(inject("cluster").log, words)).toEqual([]);
});

test("nor the files and keys that lie beside the database", () => {
  expect(found(w.house.files, words)).toEqual([]);
  expect(found(w.store.dir, words)).toEqual([]);
  expect(
    execFileSync("find", [w.store.dir, "-name", "*.key"], { encoding: "utf8" }).split("\n").length,
  ).toBeGreaterThan(20);
});

test("nor the web process's log, which tells what was asked and not by whom", () => {
  expect(webLog.length).toBeGreaterThan(100);
  expect(found(webLogFile(), ["answered"]), "the log speaks").toEqual(["answered"]);
  expect(found(webLogFile(), words)).toEqual([]);
});

test("nor what the vault, the sequencer and the jobs print, also where they complain", () => {
  const path = join(dir, "other.log");
  writeFileSync(path, otherLog.join("\n"));
  expect(found(path, ["upkeep:fails", "upkeep:tidy-keys"]), "they speak").toHaveLength(2);
  expect(found(path, words)).toEqual([]);
});

test("an anonymous reporter's address and browser are nowhere: no table, no disk, no log, no file", async () => {
  const traces = [REPORTER.address, REPORTER.browser, "Planted-Browser"];
  await w.db.admin.query("checkpoint");
  for (const place of [
    await dump(),
    inject("cluster").folder,
    inject("cluster").log,
    webLogFile(),
    w.house.files,
    w.store.dir,
  ])
    expect(found(place, traces), place).toEqual([]);
});
