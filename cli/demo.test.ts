// The command line against everything there is: PostgreSQL, the four processes, the browser's address. Slow, and worth it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAlive } from "../platform/postgres/processes.ts";
import { root } from "./paths.ts";
import { firstFree } from "./ports.ts";

const base = mkdtempSync(join(tmpdir(), "home ward demo "));
const data = join(base, "the data");
// What one process compiled serves the next.
const { NODE_COMPILE_CACHE = join(tmpdir(), "home ward compiled") } = process.env;
const environment = { PATH: process.env.PATH, LANG: "C", NODE_COMPILE_CACHE };
const patience = 180_000;

let taken: ReturnType<typeof createServer>;
let port = 0;
let child: ChildProcess | null = null;

beforeAll(async () => {
  port = (await firstFree("127.0.0.1", 18_000 + (process.pid % 20_000))) ?? 0;
  taken = createServer();
  await new Promise<void>((done) => taken.listen(port, "127.0.0.1", done));
});

afterAll(() => {
  child?.kill("SIGKILL");
  taken.close();
  rmSync(base, { recursive: true, force: true });
});

const homeward = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "cli", "main.ts"), ...args], {
    encoding: "utf8",
    env: environment,
    cwd: base,
  });

/** Starts the demo in the background and waits for its one line of standard output: the address. */
async function startDemo(...args: string[]) {
  const begun = spawn(process.execPath, [join(root, "cli", "main.ts"), "demo", "--data", data, ...args], {
    env: environment,
    cwd: base,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = begun;
  let out = "";
  let err = "";
  begun.stdout.on("data", (part: Buffer) => {
    out += part.toString();
  });
  begun.stderr.on("data", (part: Buffer) => {
    err += part.toString();
  });
  const ended = new Promise<number | null>((done) => begun.once("close", done));
  for (const until = Date.now() + patience; !out.includes("\n"); await sleep(50)) {
    if (Date.now() > until || begun.exitCode !== null) throw new Error(`the demo did not start:\n${err}`);
  }
  return { address: out.trim(), told: () => err, ended, stop: () => begun.kill("SIGINT") };
}

test(
  "the demo takes the next port, says so, answers there, outlives a killed PostgreSQL, and Ctrl-C ends everything",
  async () => {
    const demo = await startDemo("--port", String(port));
    expect(demo.address).toMatch(/^http:\/\/localhost:\d+$/);
    expect(demo.address).not.toBe(`http://localhost:${port}`);
    expect(demo.told()).toContain(`Port ${port} is taken; using `);
    expect((await fetch(demo.address)).status).toBeLessThan(500);

    const again = homeward("demo", "--data", data);
    expect(again).toMatchObject({ status: 0, stdout: `${demo.address}\n` });
    expect(homeward("demo", "--data", data, "--fresh").stderr).toContain("Stop it first");
    expect(homeward("start", "--data", data).stderr).toMatch(/already runs here/);

    const first = postmaster();
    process.kill(first, "SIGKILL");
    for (const until = Date.now() + patience; !demo.told().includes("PostgreSQL is back"); await sleep(100)) {
      if (Date.now() > until) throw new Error(`it did not come back:\n${demo.told()}`);
    }
    expect(postmaster()).not.toBe(first);
    expect((await fetch(demo.address)).status).toBeLessThan(500);

    const note = JSON.parse(readFileSync(join(data, "running.json"), "utf8")) as { pid: number; runDir: string };
    const last = postmaster();
    expect(await isAlive(last)).toBe(true);

    demo.stop();
    expect(await demo.ended).toBe(0);
    expect(await isAlive(last)).toBe(false);
    expect(existsSync(note.runDir)).toBe(false);
    expect(existsSync(join(data, "running.json"))).toBe(false);
    await expect(fetch(demo.address)).rejects.toThrow();
  },
  patience,
);

test(
  "a second start plays the journey and ends; start refuses the demo; --fresh forgets it",
  async () => {
    const once = homeward("demo", "--once", "--data", data, "--port", String(port));
    expect(once, once.stdout + once.stderr).toMatchObject({ status: 0 });
    expect(once.stdout.match(/✓/g)?.length).toBeGreaterThan(10);

    const start = homeward("start", "--data", data, "--port", String(port + 40));
    expect(start.status).toBe(1);
    expect(start.stderr).toMatch(/holds a demo.*cannot become a real installation/);

    const before = readFileSync(join(data, "keys", "keyring.json"), "utf8");
    const fresh = homeward("demo", "--fresh", "--once", "--data", data, "--port", String(port));
    expect(fresh, fresh.stdout + fresh.stderr).toMatchObject({ status: 0 });
    expect(readFileSync(join(data, "keys", "keyring.json"), "utf8")).not.toBe(before);
  },
  2 * patience,
);

/** The process number of PostgreSQL, whose folder lies elsewhere where its account cannot enter ours. */
function postmaster(): number {
  const note = join(data, "postgres", "LOCATION.txt");
  const home = existsSync(note) ? (readFileSync(note, "utf8").split("\n")[0] ?? "") : join(data, "postgres");
  return Number(readFileSync(join(home, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
}
