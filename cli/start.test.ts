// A real installation from its set-up link to a backup that comes back: PostgreSQL, four processes, over HTTP. Slow, and worth it.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generate } from "otplib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "./paths.ts";
import { firstFree } from "./ports.ts";

const base = mkdtempSync(join(tmpdir(), "home ward start "));
chmodSync(base, 0o711); // PostgreSQL's account passes through it, so that the cluster lies in the data folder
const data = join(base, "the data");
// What one process compiled serves the next.
const { NODE_COMPILE_CACHE = join(tmpdir(), "home ward compiled") } = process.env;
const environment = {
  PATH: process.env.PATH,
  LANG: "C",
  HOMEWARD_STATE_DIR: join(base, "state"),
  NODE_COMPILE_CACHE,
};
const patience = 120_000;

let port = 0;
const begun: ChildProcess[] = [];
beforeAll(async () => {
  port = (await firstFree("127.0.0.1", 38_000 + (process.pid % 20_000))) ?? 0;
});
afterAll(() => {
  for (const child of begun) child.kill("SIGKILL");
  rmSync(base, { recursive: true, force: true });
});

/** Starts the installation, and waits until it answers or has refused to. */
async function start(options: string[] = [], folder = data) {
  const args = ["start", "--data", folder, "--port", String(port), ...options];
  const child = spawn(process.execPath, [join(root, "cli", "main.ts"), ...args], {
    env: environment,
    cwd: base,
    stdio: ["ignore", "ignore", "pipe"],
  });
  begun.push(child);
  let told = "";
  child.stderr.on("data", (part: Buffer) => {
    told += part.toString();
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  const ready = `Homeward runs at http://localhost:${port}`;
  for (const until = Date.now() + patience; !told.includes(ready) && child.exitCode === null; await sleep(50)) {
    if (Date.now() > until) throw new Error(`it did not start:\n${told}`);
  }
  await sleep(100); // the set-up link comes in a line after the address
  return {
    runs: child.exitCode === null,
    told: () => told,
    async stop() {
      child.kill("SIGTERM");
      return await ended;
    },
  };
}

const cookies = new Map<string, string>();
async function send(method: "GET" | "POST", path: string, body?: object) {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: {
      origin: `http://localhost:${port}`,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

async function signUp(link: string): Promise<void> {
  const made = await send("POST", "/api/installation/administrator", {
    token: link.split("#")[1],
    ...{ login: "nandini", password: "plum carriage 44 lantern", name: "Nandini Invented", language: "en" },
    ...{ agencyName: "Unit of a district that is not there", kind: "dcpu", jurisdiction: "IN-DL", unitName: "Office" },
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const { seed } = (await send("POST", "/api/session/enrolment", {})).body;
  await send("POST", "/api/session/enrolment", { seed, code: await generate({ secret: seed }) });
}

test(
  "a sign-in outlives a restart; an older state is refused in its place, and started on purpose it signs nobody in",
  async () => {
    const first = await start();
    const link = /http\S+\/set-up#\S+/.exec(first.told())?.[0];
    expect(link, first.told()).toBeDefined();
    await signUp(link ?? "");
    expect((await send("GET", "/api/me")).status).toBe(200);
    expect(await first.stop()).toBe(0);
    await copy(data, join(base, "backup"));

    const second = await start();
    expect(second.told()).not.toContain("set-up#");
    expect((await send("GET", "/api/me")).status).toBe(200);
    // The log goes on: a colleague joins.
    const { worker } = (await send("GET", "/api/me")).body;
    const joined = await send("POST", "/api/colleagues", {
      ...{ names: { en: "Farhan Invented" }, language: "en", unitId: worker.unit.id, roles: ["supervisor"] },
    });
    expect(joined.status, JSON.stringify(joined.body)).toBe(201);
    expect(await second.stop()).toBe(0);

    // The same in another folder of this machine, as somebody might who wants to show an earlier day.
    const elsewhere = await start([], join(base, "backup"));
    expect(elsewhere.told()).toMatch(/has \d+ entries, but this machine has already seen \d+ of the same log/);
    expect(await elsewhere.stop()).toBe(1);

    await swapIn("backup");
    const old = await start();
    expect(old.runs).toBe(false);
    expect(old.told()).toContain("an old state was restored");
    expect(await old.stop()).toBe(1);

    const restored = await start(["--as-restored"]);
    expect(restored.told()).toContain("1 sign-ins ended");
    expect((await send("GET", "/api/me")).status).toBe(401);
    const before = readdirSync(join(data, "log-keys")).find((name) => name.startsWith("before-"));
    expect(readdirSync(join(data, "log-keys", before ?? "")).sort()).toEqual([
      "last-checkpoint",
      "seen-by-this-machine",
    ]);
    expect(await restored.stop()).toBe(0);
  },
  4 * patience,
);

/** Puts a copy in the place of the data folder. */
async function swapIn(name: string): Promise<void> {
  rmSync(data, { recursive: true });
  await copy(join(base, name), data);
}

/** With the owners: the database insists on them. */
async function copy(from: string, to: string): Promise<void> {
  const copied = spawn("cp", ["-a", from, to], { stdio: "inherit" });
  expect(await new Promise((done) => copied.once("close", done))).toBe(0);
}
