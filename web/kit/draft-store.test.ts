import { beforeEach, expect, test } from "vitest";
import { DRAFT_LIFE_MS, DraftStore, type Drawer, type Sealed } from "./draft-store.ts";

const ASHA = "0198c0de-0000-7000-8000-000000000001";
const RAVI = "0198c0de-0000-7000-8000-000000000002";
const FORM = "case/HW-7K2-44Q/note";
const NOTE = { text: "She asked for her aunt in the other village." };

/** A drawer in memory that can be looked into, as somebody with the device's files would. */
function memory() {
  const keys = new Map<string, CryptoKey>();
  const drafts = new Map<string, Sealed>();
  const drawer: Drawer = {
    key: async (worker) => keys.get(worker),
    keepKey: async (worker, key) => {
      if (!keys.has(worker)) keys.set(worker, key);
      return keys.get(worker) ?? key;
    },
    deleteKey: async (worker) => void keys.delete(worker),
    get: async (place) => drafts.get(place),
    put: async (draft) => void drafts.set(draft.place, draft),
    delete: async (place) => void drafts.delete(place),
    all: async () => [...drafts.values()],
  };
  return { drawer, keys, drafts };
}

let now = 0;
let files: ReturnType<typeof memory>;
let store: DraftStore;
beforeEach(() => {
  now = Date.parse("2026-11-24T03:00:00Z");
  files = memory();
  store = new DraftStore(files.drawer, () => now);
});

test("a draft comes back after the tab was closed", async () => {
  await store.save(ASHA, FORM, NOTE);
  const later = new DraftStore(files.drawer, () => now);
  expect(await later.read(ASHA, FORM)).toEqual({ value: NOTE, savedAt: now });
});

test("another worker on the same device gets nothing, and neither does another form", async () => {
  await store.save(ASHA, FORM, NOTE);
  expect(await store.read(RAVI, FORM)).toBeNull();
  expect(await store.read(ASHA, "case/other/note")).toBeNull();
});

test("the device's files hold neither words, nor the case's number, nor whose they are", async () => {
  await store.save(ASHA, FORM, NOTE);
  const [kept] = [...files.drafts.values()];
  const everything =
    JSON.stringify([...files.drafts]) + Buffer.from(kept?.sealed ?? new ArrayBuffer(0)).toString("latin1");
  for (const secret of ["aunt", "HW-7K2-44Q", ASHA]) expect(everything).not.toContain(secret);
});

test("the key cannot be taken out of the browser", async () => {
  await store.save(ASHA, FORM, NOTE);
  const [key] = [...files.keys.values()];
  expect(key?.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key as CryptoKey)).rejects.toThrow();
});

test("a draft moved to another form does not open there", async () => {
  await store.save(ASHA, FORM, NOTE);
  await store.save(ASHA, "case/other/note", { text: "harmless" });
  const [first, second] = [...files.drafts.values()];
  if (first === undefined || second === undefined) throw new Error("two drafts were saved");
  files.drafts.set(second.place, { ...first, place: second.place });
  expect(await store.read(ASHA, "case/other/note")).toBeNull();
});

test("after seven days a draft is gone, not only hidden", async () => {
  await store.save(ASHA, FORM, NOTE);
  now += DRAFT_LIFE_MS;
  expect(await store.read(ASHA, FORM)).toBeNull();
  expect(files.drafts.size).toBe(0);
});

test("signing out destroys the key and the drafts of this worker, and of nobody else", async () => {
  await store.save(ASHA, FORM, NOTE);
  await store.save(RAVI, FORM, NOTE);
  expect(await store.count(ASHA)).toBe(1);
  await store.forget(ASHA);
  expect(await store.read(ASHA, FORM)).toBeNull();
  expect(files.keys.has(ASHA)).toBe(false);
  expect(await store.read(RAVI, FORM)).not.toBeNull();
});
