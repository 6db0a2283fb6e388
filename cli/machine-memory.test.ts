import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { signCheckpoint } from "../engines/transparency/index.ts";
import { ensureSigningKey } from "../platform/keys/keyring.ts";
import { signerOf } from "../platform/log/sequencer.ts";
import { claim } from "./installation.ts";
import { arrive } from "./machine-memory.ts";
import { type Places, placesIn } from "./paths.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const origin = "homeward.invalid/log/one";

/** An installation whose log has this name, and a machine that may remember it. */
async function somewhere() {
  const base = mkdtempSync(join(tmpdir(), "homeward-memory-"));
  made.push(base);
  const stateDir = join(base, "state");
  const installation = async (name: string): Promise<Places> => {
    const places = placesIn(join(base, name));
    await claim(places, "real");
    writeFileSync(join(places.logKeys, "log-origin"), `${origin}\n`);
    return places;
  };
  const ended: string[] = [];
  const told: string[] = [];
  const come = (places: Places, size: number, more: { isNew?: boolean; asRestored?: boolean } = {}) =>
    arrive({
      ...{ places, stateDir, isNew: false, asRestored: false, ...more },
      logSize: async () => size,
      endSessions: async (why) => ended.push(why),
      tell: (sentence) => told.push(sentence),
    });
  const signer = signerOf(origin, ensureSigningKey(join(base, "key.pem")));
  const checkpoint = (size: number) =>
    signCheckpoint({ origin, size, root: new Uint8Array(32), extensions: [] }, [signer]);
  return { stateDir, installation, come, ended, told, checkpoint };
}

test("a new installation compares nothing; where it ran before, sign-ins stand", async () => {
  const { installation, come, ended, checkpoint } = await somewhere();
  const one = await installation("one");
  const file = await come(one, 0, { isNew: true });
  writeFileSync(file ?? "", checkpoint(7));
  expect(await come(one, 7)).toBe(file);
  expect(ended).toEqual([]);
});

test("on a machine that never ran it, sign-ins end", async () => {
  const { installation, come, ended, told } = await somewhere();
  expect(await come(await installation("moved"), 7)).toContain("state/logs");
  expect(ended).toEqual(["installation-moved"]);
  expect(told.join()).toContain("1 sign-ins ended");
});

test("in another folder of the same machine an older state is refused, the same or a newer one is not", async () => {
  const { installation, come, ended, checkpoint } = await somewhere();
  writeFileSync((await come(await installation("one"), 0, { isNew: true })) ?? "", checkpoint(7));
  const copy = await installation("copy");
  await expect(come(copy, 6)).rejects.toThrow(/has 6 entries, but this machine has already seen 7/);
  expect(ended).toEqual([]);
  await come(copy, 7);
  expect(ended).toEqual(["installation-moved"]);
});

test("another log says nothing about this one", async () => {
  const { installation, come, checkpoint } = await somewhere();
  writeFileSync((await come(await installation("one"), 0, { isNew: true })) ?? "", checkpoint(7));
  const other = await installation("other");
  writeFileSync(join(other.logKeys, "log-origin"), "homeward.invalid/log/two\n");
  await expect(come(other, 2)).resolves.toContain("state/logs");
});

test("an older state on purpose: what was seen before is kept as evidence, and sign-ins end", async () => {
  const { installation, come, ended, told, checkpoint } = await somewhere();
  const one = await installation("one");
  const file = (await come(one, 0, { isNew: true })) ?? "";
  writeFileSync(file, checkpoint(7));
  writeFileSync(join(one.logKeys, "last-checkpoint"), checkpoint(7));
  await come(one, 3, { asRestored: true });
  const before = readdirSync(one.logKeys).find((name) => name.startsWith("before-")) ?? "";
  for (const name of ["last-checkpoint", "seen-by-this-machine"])
    expect(readFileSync(join(one.logKeys, before, name), "utf8")).toBe(checkpoint(7));
  expect(readdirSync(one.logKeys)).not.toContain("last-checkpoint");
  expect(ended).toEqual(["installation-restored"]);
  expect(told.join()).toContain(before);
});

test("a machine that cannot remember says so, and trusts no sign-in from before", async () => {
  const { stateDir, installation, come, ended, told } = await somewhere();
  mkdirSync(stateDir);
  writeFileSync(join(stateDir, "logs"), "a file where a folder should be");
  expect(await come(await installation("one"), 7)).toBeNull();
  expect(told[0]).toContain("HOMEWARD_STATE_DIR");
  expect(ended).toEqual(["installation-moved"]);
});
