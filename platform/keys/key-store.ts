import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { type Keyring, syncDirectory, unwrapWith, wrapWith, writeDurably } from "./keyring.ts";
import { takeBack } from "./tidy.ts";

/** What a data key is for: one person's identity, or one case's narrative. */
export type KeyKind = "person" | "case";

/**
 * The data keys, one small file each, wrapped by the agency's key, which is wrapped by the node's key. The folder lies outside the database
 * cluster and has its own backup of short retention, so that an old database backup plus the keyring cannot read an erased child.
 */
export class KeyStore {
  readonly dir: string;
  #ring: Keyring;
  #agencies = new Map<string, Buffer>();
  #cache = new Map<string, Buffer>();

  constructor(dir: string, ring: Keyring) {
    this.dir = dir;
    this.#ring = ring;
  }

  /** The key of a person or case, made for `agency` when there is none yet; on disk before it is used. @throws Error when it was destroyed. */
  ensure(kind: KeyKind, id: string, agency: string): Buffer {
    const found = this.find(kind, id);
    if (found) return found;
    if (this.#destroyed(kind, id)) throw new Error("This key was destroyed: the person was erased.");
    const key = randomBytes(32);
    this.#write(kind, id, agency, key);
    return this.#keep(kind, id, key);
  }

  /** The key, or null when there is none: never made, or destroyed. */
  find(kind: KeyKind, id: string): Buffer | null {
    const cached = this.#cache.get(`${kind}/${id}`);
    if (cached) return cached;
    const path = this.#path(kind, id);
    if (!existsSync(path) && !takeBack(this.dir, kind, id)) return null;
    const { agency, version, wrapped } = read(path);
    return this.#keep(kind, id, unwrapWith(this.#agency(agency, version), wrapped, `${kind}/${id}`));
  }

  /** Destroys a key for good: overwritten, removed, and on the list that a restore replays. Nothing sealed under it opens again. */
  destroy(kind: KeyKind, id: string): void {
    appendFileSync(join(this.dir, "erased.list"), `${kind} ${id}\n`, { mode: 0o600, flush: true });
    this.#cache.delete(`${kind}/${id}`);
    const path = this.#path(kind, id);
    if (!existsSync(path) && !takeBack(this.dir, kind, id)) return;
    const size = statSync(path).size;
    const file = openSync(path, "r+");
    try {
      writeSync(file, randomBytes(size), 0, size, 0);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    rmSync(path);
    syncDirectory(join(path, ".."));
  }

  /**
   * After a restore: destroys whatever the database's erasures or this folder's own list name and a backup brought back, so that neither an old
   * database nor old key files bring an erased child back. Returns how many came back.
   */
  replayErasures(persons: readonly string[]): number {
    const listed = this.#erased().flatMap(([kind, id]) =>
      (kind === "person" || kind === "case") && id !== undefined ? [[kind, id] as const] : [],
    );
    let back = 0;
    for (const [kind, id] of [...persons.map((id) => ["person", id] as const), ...listed]) {
      if (!existsSync(this.#path(kind, id)) && !takeBack(this.dir, kind, id)) continue;
      this.destroy(kind, id);
      back += 1;
    }
    return back;
  }

  /** The agencies' keys: whose, which version, and under which node key it is wrapped. */
  agencyKeys(): { agency: string; version: number; node: number }[] {
    return this.#names("agency").map((name) => {
      const [agency, version] = splitAgency(name);
      return { agency, version, node: readFileSync(this.#agencyPath(agency, version)).readUInt32BE(0) };
    });
  }

  /** Wraps an agency's key under the node's current key, durably and in one step. */
  rewrapAgency(agency: string, version: number): void {
    this.#writeAgency(agency, version, this.#agency(agency, version));
  }

  /** Makes this version of an agency's key unless it is there. From then on new data keys are wrapped under it. */
  ensureAgencyVersion(agency: string, version: number): void {
    if (!existsSync(this.#agencyPath(agency, version))) this.#writeAgency(agency, version, randomBytes(32));
  }

  /** Forgets a version of an agency's key. The caller has made sure that no data key is wrapped under it. */
  removeAgencyVersion(agency: string, version: number): void {
    rmSync(this.#agencyPath(agency, version));
    syncDirectory(join(this.#agencyPath(agency, version), ".."));
    this.#agencies.delete(`${agency}.${version}`);
  }

  /** Every data key, those put aside too: whose and under which version of the agency's key. */
  *dataKeys(): Generator<{ kind: KeyKind; id: string; agency: string; version: number; path: string }> {
    for (const root of [this.dir, join(this.dir, "unused")])
      for (const kind of ["person", "case"] as const)
        for (const id of this.#names(kind, root)) {
          const path = join(root, kind, id.slice(-2), `${id}.key`);
          if (!existsSync(path)) continue; // gone or moved since
          const { agency, version } = read(path);
          yield { kind, id, agency, version, path };
        }
  }

  /** Opens one data key, to see that it opens, and wraps it again where its agency has a newer key. The file is replaced in one step. */
  renew({ kind, id, path }: { kind: KeyKind; id: string; path: string }, version: number | null): void {
    const file = read(path);
    const key = unwrapWith(this.#agency(file.agency, file.version), file.wrapped, `${kind}/${id}`);
    if (version === null || file.version >= version) return;
    const wrapped = wrapWith(this.#agency(file.agency, version), key, `${kind}/${id}`);
    writeDurably(path, JSON.stringify({ agency: file.agency, version, wrapped: wrapped.toString("base64") }));
  }

  #destroyed(kind: KeyKind, id: string): boolean {
    return this.#erased().some(([k, i]) => k === kind && i === id);
  }

  /** The erasure list: kind and id, one a line. */
  #erased(): string[][] {
    const list = join(this.dir, "erased.list");
    return existsSync(list)
      ? readFileSync(list, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => line.split(" "))
      : [];
  }

  #write(kind: KeyKind, id: string, agency: string, key: Buffer): void {
    const version = Math.max(1, this.#agencyVersion(agency));
    const wrapped = wrapWith(this.#agency(agency, version), key, `${kind}/${id}`);
    writeDurably(this.#path(kind, id), JSON.stringify({ agency, version, wrapped: wrapped.toString("base64") }));
  }

  #keep(kind: KeyKind, id: string, key: Buffer): Buffer {
    if (this.#cache.size > 5_000) this.#cache.clear(); // keys in memory stay few; a file read is cheap
    this.#cache.set(`${kind}/${id}`, key);
    return key;
  }

  #agency(agency: string, version: number): Buffer {
    const cached = this.#agencies.get(`${agency}.${version}`);
    if (cached) return cached;
    const path = this.#agencyPath(agency, version);
    let key: Buffer;
    if (existsSync(path)) key = this.#ring.unwrap(readFileSync(path), `agency/${agency}/${version}`);
    else if (version === 1) {
      key = randomBytes(32);
      this.#writeAgency(agency, 1, key);
    } else throw new Error(`The key store has no key ${version} for this agency.`);
    this.#agencies.set(`${agency}.${version}`, key);
    return key;
  }

  #agencyVersion(agency: string): number {
    const shelf = join(this.dir, "agency", agency.slice(-2));
    return (existsSync(shelf) ? readdirSync(shelf) : [])
      .filter((n) => n.endsWith(".key"))
      .map((n) => splitAgency(n.slice(0, -4)))
      .reduce((max, [name, version]) => (name === agency && version > max ? version : max), 0);
  }

  #writeAgency(agency: string, version: number, key: Buffer): void {
    writeDurably(this.#agencyPath(agency, version), this.#ring.wrap(key, `agency/${agency}/${version}`));
  }

  #agencyPath(agency: string, version: number): string {
    return join(this.dir, "agency", agency.slice(-2), `${agency}.${version}.key`);
  }

  #path(kind: KeyKind, id: string): string {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("A key is named by a lower-case UUID.");
    return join(this.dir, kind, id.slice(-2), `${id}.key`); // the end of a UUIDv7 is random: folders fill evenly
  }

  #names(kind: KeyKind | "agency", dir = this.dir): string[] {
    const root = join(dir, kind);
    if (!existsSync(root)) return [];
    return readdirSync(root)
      .flatMap((shelf) => readdirSync(join(root, shelf)))
      .filter((n) => n.endsWith(".key"))
      .map((n) => n.slice(0, -4));
  }
}

function read(path: string): { agency: string; version: number; wrapped: Buffer } {
  const file = JSON.parse(readFileSync(path, "utf8")) as { agency: string; version: number; wrapped: string };
  return { agency: file.agency, version: file.version, wrapped: Buffer.from(file.wrapped, "base64") };
}

function splitAgency(name: string): [string, number] {
  const at = name.lastIndexOf(".");
  return [name.slice(0, at), Number(name.slice(at + 1))];
}
