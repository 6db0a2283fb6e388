import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KeyStore } from "./key-store.ts";
import { openKeyring } from "./keyring.ts";
import { tidyKeys } from "./tidy.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "hw-tidy-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const day = 86_400_000;
const agency = randomUUID();
const store = () => new KeyStore(join(dir, "data"), openKeyring(join(dir, "ring"), true));
const tidy = (used: string[], daysLater: number) =>
  tidyKeys(join(dir, "data"), async (_kind, ids) => new Set(ids.filter((id) => used.includes(id))), {
    now: Date.now() + daysLater * day,
  });

test("what a row uses stays; what none uses lies aside after a week and is gone after a month more", async () => {
  const [used, unused] = [randomUUID(), randomUUID()];
  store().ensure("person", used, agency);
  store().ensure("person", unused, agency);
  expect(await tidy([used], 1)).toMatchObject({ aside: 0 }); // the write may still be under way
  expect(await tidy([used], 8)).toEqual({ aside: 1, back: 0, destroyed: 0, alarm: false });
  expect(store().find("person", used)).not.toBeNull();
  expect(await tidy([used], 20)).toMatchObject({ destroyed: 0 });
  expect(await tidy([used], 39)).toMatchObject({ destroyed: 1 });
  expect(store().find("person", unused)).toBeNull();
  expect(store().find("person", used)).not.toBeNull();
});

test("a key that is wanted after all opens, and comes back by itself when the database knows it again", async () => {
  const [asked, known] = [randomUUID(), randomUUID()];
  const key = store().ensure("case", asked, agency);
  store().ensure("case", known, agency);
  expect(await tidy([], 8)).toMatchObject({ aside: 2 });
  expect(store().find("case", asked)?.equals(key)).toBe(true);
  expect(await tidy([asked, known], 9)).toMatchObject({ back: 1, aside: 0 });
  expect(store().find("case", known)).not.toBeNull();
});

test("many unknown keys at once mean that the database is old: nothing is touched", async () => {
  const ids = Array.from({ length: 60 }, () => randomUUID());
  const mine = store();
  for (const id of ids) mine.ensure("person", id, agency);
  expect(await tidy([], 8)).toEqual({ aside: 0, back: 0, destroyed: 0, alarm: true });
  expect(await tidy(ids, 8)).toMatchObject({ alarm: false, aside: 0 });
});

test("a key that lies aside is destroyed with its person, and does not come back", async () => {
  const id = randomUUID();
  store().ensure("person", id, agency);
  await tidy([], 8);
  store().destroy("person", id);
  expect(store().find("person", id)).toBeNull();
  expect(await tidy([id], 9)).toMatchObject({ back: 0 });
});
