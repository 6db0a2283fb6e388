import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Failure } from "./failure.ts";
import { claim, kindOf, noteRunning, noteStopped, runningIn, startOver } from "./installation.ts";
import { type Places, placesIn, secretFolders } from "./paths.ts";
import { makeRunFolder, removeRunFolder } from "./run-folder.ts";
import { exposedAmong } from "./secret-files.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function somewhere(): Places {
  const folder = mkdtempSync(join(tmpdir(), "homeward-installation-"));
  made.push(folder);
  return placesIn(join(folder, "data"));
}

const nothing = async () => {};

test("the kind is fixed with the first start, both ways", async () => {
  for (const [kind, other] of [
    ["demo", "real"],
    ["real", "demo"],
  ] as const) {
    const places = somewhere();
    expect(await kindOf(places)).toBeNull();
    await claim(places, kind);
    await claim(places, kind);
    expect(await kindOf(places)).toBe(kind);
    await expect(claim(places, other)).rejects.toThrow(kind === "demo" ? /cannot become a real/ : /never runs on it/);
  }
});

test("what holds secrets can be entered by its owner only", async () => {
  const places = somewhere();
  await claim(places, "real");
  for (const folder of secretFolders(places)) expect(statSync(folder).mode & 0o077, folder).toBe(0);
  expect(await exposedAmong(secretFolders(places))).toEqual([]);
  writeFileSync(join(places.keys, "keyring.json"), "{}");
  chmodSync(join(places.keys, "keyring.json"), 0o640);
  expect(await exposedAmong(secretFolders(places))).toMatchObject([
    { mode: "0640", mend: expect.stringContaining("chmod 600") },
  ]);
});

test("starting over deletes a demo's own things and leaves what somebody put beside them", async () => {
  const places = somewhere();
  await claim(places, "demo");
  writeFileSync(join(places.data, "my notes.txt"), "mine");
  writeFileSync(join(places.keys, "keyring.json"), "{}");
  let erased = false;
  await startOver(places, async () => {
    erased = true;
  });
  expect(erased).toBe(true);
  expect(existsSync(places.keys)).toBe(false);
  expect(await kindOf(places)).toBeNull();
  expect(existsSync(join(places.data, "my notes.txt"))).toBe(true);
});

test("starting over never touches a real installation, a running one, or a folder that is not Homeward's", async () => {
  const real = somewhere();
  await claim(real, "real");
  writeFileSync(join(real.keys, "keyring.json"), "{}");
  await expect(startOver(real, nothing)).rejects.toThrow(/deletes demos only; nothing was touched/);
  expect(existsSync(join(real.keys, "keyring.json"))).toBe(true);

  const running = somewhere();
  await claim(running, "demo");
  await noteRunning(running, { address: "http://localhost:1", runDir: "/tmp/hw-000000" });
  await expect(startOver(running, nothing)).rejects.toThrow(/already runs here, at http:\/\/localhost:1/);
  await noteStopped(running);
  await startOver(running, nothing);

  const strange = somewhere();
  mkdirSync(strange.keys, { recursive: true });
  await startOver(strange, () => Promise.reject(new Error("must not be called")));
  expect(existsSync(strange.keys)).toBe(true);
});

test("a marker that cannot be read stops both kinds", async () => {
  const places = somewhere();
  await claim(places, "real");
  writeFileSync(places.installation, "{");
  // Begun one after another: a refusal that nobody awaits yet counts as unhandled.
  await expect(claim(places, "demo")).rejects.toBeInstanceOf(Failure);
  await expect(claim(places, "real")).rejects.toBeInstanceOf(Failure);
  await expect(startOver(places, nothing)).rejects.toBeInstanceOf(Failure);
});

test("a note left behind by a dead process, or by another one with its number, does not count", async () => {
  const places = somewhere();
  await claim(places, "demo");
  await noteRunning(places, { address: "http://localhost:1", runDir: "/tmp/hw-000000" });
  expect(await runningIn(places)).toMatchObject({ pid: process.pid }); // there is something to tell apart
  const note = {
    pid: process.pid,
    start: "another moment",
    address: "x",
    runDir: "x",
    since: new Date().toISOString(),
  };
  writeFileSync(places.running, JSON.stringify(note));
  expect(await runningIn(places)).toBeNull();
  writeFileSync(places.running, "cut sho");
  expect(await runningIn(places)).toBeNull();
});

test("the sockets' folder is short and private, also where the temporary folder is deep", async () => {
  const base = mkdtempSync(join(tmpdir(), "deep-"));
  made.push(base);
  const deep = join(base, "x".repeat(100));
  mkdirSync(deep);
  const short = join(base, "s");
  mkdirSync(short);
  const folder = await makeRunFolder([deep, "/nonexistent", short]);
  expect(folder.startsWith(`${short}/hw-`)).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await removeRunFolder(folder);
  expect(existsSync(folder)).toBe(false);
  await removeRunFolder(short); // not ours by its name
  expect(existsSync(short)).toBe(true);
  await expect(makeRunFolder([deep])).rejects.toThrow(/Set TMPDIR to a short path/);
});

test("a link to a secret does not make its target's rights ours to judge", async () => {
  const places = somewhere();
  await claim(places, "real");
  symlinkSync("/etc/hostname", join(places.keys, "link"));
  expect(await exposedAmong([places.keys])).toEqual([]);
});
