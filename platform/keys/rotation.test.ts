import { spawnSync } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyStore } from "./key-store.ts";
import { openKeyring } from "./keyring.ts";
import { checkKeys, keyFigures, retireKeys, rotateKeys, rotationUnderWay, type Seeds } from "./rotation.ts";
import { openBox, sealTo } from "./sealed-box.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "hw-turn-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const ring = () => openKeyring(join(dir, "ring"), true);
const store = () => new KeyStore(join(dir, "data"), ring());
const agencies = [randomUUID(), randomUUID()] as const;

/** One-time-code seeds as the database keeps them. */
function seedsOf(...ids: string[]): Seeds & { rows: Map<string, Buffer> } {
  const rows = new Map(ids.map((id) => [id, ring().wrap(Buffer.from(`seed of ${id}`), `totp/${id}`)]));
  return {
    rows,
    all: async () => [...rows].map(([id, sealed]) => ({ id, sealed })),
    replace: async (id, before, after) => {
      if (rows.get(id)?.equals(before)) rows.set(id, after);
    },
  };
}

function someKeys(count: number) {
  const mine = store();
  return Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const kind = n % 2 === 0 ? ("person" as const) : ("case" as const);
    return { id, kind, key: mine.ensure(kind, id, agencies[n % 2] as string) };
  });
}
const allOpen = (keys: ReturnType<typeof someKeys>) => {
  const fresh = store();
  return keys.every(({ kind, id, key }) => fresh.find(kind, id)?.equals(key));
};

test("everything opens under the new keys, the old ones are kept until they are retired, and then nothing needs them", async () => {
  const keys = someKeys(12);
  const seeds = seedsOf(randomUUID());
  expect(await rotateKeys(store(), ring(), seeds)).toEqual({ node: 2, agencies: 2, dataKeys: 12, resumed: false });
  expect(ring().versions).toEqual([1, 2]);
  expect(allOpen(keys)).toBe(true);
  expect((await keyFigures(store(), ring(), seeds)).nodes).toEqual([
    { version: 1, agencyKeys: 0, seeds: 0 },
    { version: 2, agencyKeys: 4, seeds: 1 },
  ]);
  expect(await retireKeys(store(), ring(), seeds)).toEqual({ agencyKeys: 2, nodeKeys: [1] });
  expect(ring().versions).toEqual([2]);
  expect(allOpen(keys)).toBe(true);
  expect(await checkKeys(store(), ring(), seeds)).toEqual({ checked: 13, broken: [] });
});

test("a key that something still hangs on is not retired", async () => {
  someKeys(4);
  const seeds = seedsOf(randomUUID());
  const stuck: Seeds = { ...seeds, replace: async () => undefined }; // the database took none of them
  await rotateKeys(store(), ring(), stuck);
  expect(await retireKeys(store(), ring(), stuck)).toMatchObject({ nodeKeys: [] });
  expect((await checkKeys(store(), ring(), seeds)).broken).toEqual([]);
});

test("a rotation that is killed loses nothing and goes on where it was", async () => {
  const keys = someKeys(24);
  const code = `
    import { KeyStore } from ${JSON.stringify(join(import.meta.dirname, "key-store.ts"))};
    import { openKeyring } from ${JSON.stringify(join(import.meta.dirname, "keyring.ts"))};
    import { rotateKeys } from ${JSON.stringify(join(import.meta.dirname, "rotation.ts"))};
    const ring = openKeyring(${JSON.stringify(join(dir, "ring"))}, false);
    let left = 7;
    const none = { all: async () => [], replace: async () => undefined };
    await rotateKeys(new KeyStore(${JSON.stringify(join(dir, "data"))}, ring), ring, none, () => {
      left -= 1;
      if (left === 0) process.kill(process.pid, "SIGKILL");
    });`;
  const runs: (string | null)[] = [];
  for (let tries = 0; tries < 10; tries++) {
    const { signal, status } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
    runs.push(signal ?? String(status));
    expect(allOpen(keys)).toBe(true);
    if (signal === null) break;
    expect(rotationUnderWay(store())).toBe(true);
    await expect(retireKeys(store(), ring(), seedsOf())).rejects.toThrow(/under way/);
  }
  expect(runs).toEqual(["SIGKILL", "SIGKILL", "SIGKILL", "0"]);
  expect(ring().current).toBe(2); // one new key, however often it was begun
  expect(rotationUnderWay(store())).toBe(false);
  await retireKeys(store(), ring(), seedsOf());
  expect(allOpen(keys)).toBe(true);
});

test("a vault that runs meanwhile follows: it opens what was wrapped again and wraps under the new key", async () => {
  const running = store();
  const [id, later] = [randomUUID(), randomUUID()];
  const key = running.ensure("person", id, agencies[0]);
  await rotateKeys(store(), ring(), seedsOf());
  const other = new KeyStore(join(dir, "data"), ring());
  expect(other.find("person", id)?.equals(key)).toBe(true);
  running.ensure("person", later, agencies[1]); // an agency that is new: its key is wrapped by a ring opened before
  expect((await keyFigures(store(), ring(), seedsOf())).nodes).toContainEqual({ version: 1, agencyKeys: 0, seeds: 0 });
});

test("a new intake key takes over, and what was sealed to the old one still opens", () => {
  const before = ring().intake.publicKey;
  const box = sealTo(before, "report", Buffer.from("words"));
  const turned = ring().rotateIntake();
  expect(turned.intake.publicKey.equals(before)).toBe(false);
  expect(turned.intakes.length).toBe(2);
  const opened = turned.intakes.flatMap(({ privateKey, publicKey }) => {
    try {
      return [openBox(privateKey, publicKey, "report", box).toString()];
    } catch {
      return [];
    }
  });
  expect(opened).toEqual(["words"]);
});

test("a broken key is named, and the others are still checked", async () => {
  const keys = someKeys(3);
  const { writeFileSync } = await import("node:fs");
  const [first] = keys;
  if (!first) throw new Error("no key");
  writeFileSync(
    join(dir, "data", first.kind, first.id.slice(-2), `${first.id}.key`),
    JSON.stringify({ agency: agencies[0], version: 1, wrapped: randomBytes(60).toString("base64") }),
  );
  expect(await checkKeys(store(), ring(), seedsOf())).toEqual({ checked: 3, broken: [`${first.kind}/${first.id}`] });
});
