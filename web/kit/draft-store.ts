/**
 * What somebody has typed and not yet sent, kept on this device so that a closed tab or an expired session loses nothing.
 *
 * Whoever copies the device's files learns nothing: each worker's drafts are sealed with AES-256-GCM under a key that WebCrypto never
 * hands out, and a draft's place is a hash, so that not even a case number shows. Signing out destroys the key. What this cannot stop:
 * somebody who uses this browser as the same signed-in person.
 */

export interface Sealed {
  readonly place: string;
  readonly worker: string;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
  readonly savedAt: number;
  readonly expiresAt: number;
}

/** Where sealed drafts and keys lie. IndexedDB in the browser; a Map in tests. */
export interface Drawer {
  key(worker: string): Promise<CryptoKey | undefined>;
  /** Keeps a key unless there is one; returns the one that is kept, so that two tabs agree. */
  keepKey(worker: string, key: CryptoKey): Promise<CryptoKey>;
  get(place: string): Promise<Sealed | undefined>;
  put(draft: Sealed): Promise<void>;
  delete(place: string): Promise<void>;
  all(): Promise<readonly Sealed[]>;
  deleteKey(worker: string): Promise<void>;
}

export interface KeptDraft<T> {
  readonly value: T;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Drafts live seven days: longer than a weekend and a leave of duty, shorter than a forgotten laptop. */
export const DRAFT_LIFE_MS = 7 * 24 * 3_600_000;

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function keyOf(drawer: Drawer, worker: string): Promise<CryptoKey> {
  const kept = await drawer.key(worker);
  if (kept !== undefined) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return drawer.keepKey(worker, made);
}

export class DraftStore {
  readonly #drawer: Drawer;
  readonly #now: () => number;
  readonly #life: number;

  /** @param life how long something is kept, in milliseconds */
  constructor(drawer: Drawer, now: () => number = Date.now, life = DRAFT_LIFE_MS) {
    this.#drawer = drawer;
    this.#now = now;
    this.#life = life;
  }

  async #place(worker: string, form: string): Promise<string> {
    return hash(`${worker}\n${form}`);
  }

  /** Seals and keeps a draft. The place is part of what is authenticated: a draft moved to another form does not open. */
  async save(worker: string, form: string, value: unknown): Promise<void> {
    const place = await this.#place(worker, form);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(
      { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) },
      await keyOf(this.#drawer, worker),
      plain,
    );
    const savedAt = this.#now();
    await this.#drawer.put({
      place,
      worker: await hash(worker),
      iv,
      sealed,
      savedAt,
      expiresAt: savedAt + this.#life,
    });
  }

  /** The draft of a form, or null where there is none, where it is too old, or where it does not open. */
  async read<T>(worker: string, form: string): Promise<KeptDraft<T> | null> {
    const place = await this.#place(worker, form);
    const kept = await this.#drawer.get(place);
    if (kept === undefined) return null;
    if (kept.expiresAt <= this.#now()) {
      await this.#drawer.delete(place);
      return null;
    }
    try {
      const plain = await crypto.subtle.decrypt(
        { name: "AES-GCM", iv: kept.iv, additionalData: new TextEncoder().encode(place) },
        await keyOf(this.#drawer, worker),
        kept.sealed,
      );
      return { value: JSON.parse(new TextDecoder().decode(plain)) as T, savedAt: kept.savedAt };
    } catch {
      return null; // sealed under a key that is gone, or tampered with: no draft
    }
  }

  async discard(worker: string, form: string): Promise<void> {
    await this.#drawer.delete(await this.#place(worker, form));
  }

  /** How many drafts a worker has here; asked before signing out. */
  async count(worker: string): Promise<number> {
    const mine = await hash(worker);
    return (await this.#drawer.all()).filter((draft) => draft.worker === mine && draft.expiresAt > this.#now()).length;
  }

  /** On signing out: destroys the key first, so that what a crash leaves behind is unreadable. */
  async forget(worker: string): Promise<void> {
    await this.#drawer.deleteKey(worker);
    const mine = await hash(worker);
    for (const draft of await this.#drawer.all()) if (draft.worker === mine) await this.#drawer.delete(draft.place);
  }

  /** Removes what is too old, of whomever. */
  async sweep(): Promise<void> {
    for (const draft of await this.#drawer.all()) {
      if (draft.expiresAt <= this.#now()) await this.#drawer.delete(draft.place);
    }
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Opens the drawer in this browser. @throws where the browser keeps nothing (private window of an old browser, no secure context) */
export async function openDrawer(name = "homeward.drafts"): Promise<Drawer> {
  if (globalThis.crypto?.subtle === undefined) throw new Error("no WebCrypto outside a secure context");
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("keys");
    opening.result.createObjectStore("drafts", { keyPath: "place" });
  };
  const db = await answer(opening);
  // Another tab with a newer version must not be blocked by this one.
  db.onversionchange = () => db.close();
  const drafts = (mode: IDBTransactionMode) => db.transaction("drafts", mode).objectStore("drafts");
  const keys = (mode: IDBTransactionMode) => db.transaction("keys", mode).objectStore("keys");
  const keyName = (worker: string) => hash(`key\n${worker}`);
  return {
    key: async (worker) => {
      const name = await keyName(worker);
      return answer<CryptoKey | undefined>(keys("readonly").get(name));
    },
    keepKey: async (worker, key) => {
      const name = await keyName(worker);
      const store = keys("readwrite");
      const before = await answer<CryptoKey | undefined>(store.get(name));
      if (before !== undefined) return before;
      await answer(store.put(key, name));
      return key;
    },
    deleteKey: async (worker) => {
      const name = await keyName(worker);
      await answer(keys("readwrite").delete(name));
    },
    get: (place) => answer<Sealed | undefined>(drafts("readonly").get(place)),
    put: async (draft) => void (await answer(drafts("readwrite").put(draft))),
    delete: async (place) => void (await answer(drafts("readwrite").delete(place))),
    all: () => answer<Sealed[]>(drafts("readonly").getAll()),
  };
}
