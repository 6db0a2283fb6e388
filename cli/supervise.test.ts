import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "../platform/postgres/processes.ts";
import { root } from "./paths.ts";
import { type Happening, type Member, MemberFailed, type Patience, type Supervision, supervise } from "./supervise.ts";

const entry = join(root, "cli", "fixtures", "member.ts");
const member = (name: string, settings: object = {}): Member => ({
  name,
  entry,
  settings: { marker: name, ...settings },
  environment: { TZ: "UTC" },
});

const running: Supervision[] = [];
afterEach(() => {
  for (const supervision of running.splice(0)) supervision.kill();
});

async function begin(members: Member[], patience: Partial<Patience> = {}) {
  const heard: Happening[] = [];
  const supervision = await supervise(members, (happening) => heard.push(happening), { first: 50, ...patience });
  running.push(supervision);
  return { supervision, heard };
}

const kinds = (heard: Happening[], kind: Happening["kind"]) =>
  heard.filter((one) => one.kind === kind).map((one) => one.member);

async function until(condition: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (await condition()) return;
  throw new Error("waited in vain");
}

test("each process gets its own settings and its own environment, and nothing of ours", async () => {
  process.env.HOMEWARD_TEST_SECRET = "of the supervisor";
  const { supervision } = await begin([member("vault"), member("web")]);
  expect(supervision.said.get("vault")).toMatchObject({ ready: true, marker: "vault" });
  expect(supervision.said.get("web")).toMatchObject({ ready: true, marker: "web" });
  const seen = supervision.said.get("web")?.environment as string[];
  expect(seen).toContain("TZ");
  expect(seen.filter((name) => name !== "TZ" && !name.startsWith("NODE_CHANNEL") && name !== "PWD")).toEqual([]);
});

test("a killed process comes back, and the others are left alone", async () => {
  const { supervision, heard } = await begin([member("vault"), member("web")]);
  const before = supervision.pids();
  process.kill(before.get("web") ?? 0, "SIGKILL");
  await until(() => kinds(heard, "ready").filter((name) => name === "web").length === 2);
  expect(kinds(heard, "crashed")).toEqual(["web"]);
  expect(supervision.pids().get("web")).not.toBe(before.get("web"));
  expect(supervision.pids().get("vault")).toBe(before.get("vault"));
});

test("a process that crashes again and again waits longer each time, up to a limit", async () => {
  const { supervision, heard } = await begin([member("web")], { first: 10, longest: 40 });
  for (let crash = 1; crash <= 4; crash += 1) {
    await until(() => kinds(heard, "ready").length === crash);
    process.kill(supervision.pids().get("web") ?? 0, "SIGKILL");
    await until(() => kinds(heard, "crashed").length === crash);
  }
  expect(heard.flatMap((one) => (one.kind === "crashed" ? [one.again] : []))).toEqual([10, 20, 40, 40]);
});

test("stopping ends all, the last started first, each after finishing", async () => {
  const { supervision, heard } = await begin([member("vault"), member("log"), member("web")]);
  const pids = [...supervision.pids().values()];
  await Promise.all([supervision.stop(), supervision.stop()]);
  expect(kinds(heard, "stopped")).toEqual(["web", "log", "vault"]);
  expect(heard.some((one) => one.kind === "line" && one.text === "stopping web")).toBe(true);
  for (const pid of pids) expect(await isAlive(pid)).toBe(false);
  expect(kinds(heard, "crashed")).toEqual([]);
});

test("one that does not stop is killed when patience ends", async () => {
  const { supervision, heard } = await begin([member("web", { deaf: true })], { stop: 300 });
  await supervision.stop();
  expect(kinds(heard, "killed")).toEqual(["web"]);
  expect(supervision.pids().size).toBe(0);
});

test("one that cannot start says why, and those before it are stopped", async () => {
  const heard: Happening[] = [];
  const members = [member("vault"), member("web", { fail: "the port is taken" })];
  const failure = await supervise(members, (one) => heard.push(one)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MemberFailed);
  expect(failure).toMatchObject({ member: "web", message: "the port is taken", code: "EADDRINUSE" });
  expect(kinds(heard, "stopped")).toContain("vault");
});

test("one that never gets ready is given up", async () => {
  const failure = await supervise([member("web", { never: true })], () => {}, { ready: 1_500 }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: "MemberFailed", message: "web: not ready after 2 s" });
});

test("the processes end when the supervisor is killed", async () => {
  const script = `
    const { supervise } = await import(${JSON.stringify(join(root, "cli", "supervise.ts"))});
    const made = await supervise([${JSON.stringify(member("vault"))}, ${JSON.stringify(member("web"))}], () => {});
    console.log(JSON.stringify([...made.pids().values()]));`;
  const supervisor = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(supervisor.stdout, "data")) as [Buffer];
  const pids = JSON.parse(said.toString()) as number[];
  expect(pids).toHaveLength(2);
  for (const pid of pids) expect(await isAlive(pid)).toBe(true); // there is something to end
  supervisor.kill("SIGKILL");
  await until(async () => !(await Promise.all(pids.map(isAlive))).includes(true));
});
