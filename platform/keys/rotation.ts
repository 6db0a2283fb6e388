import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { KeyStore } from "./key-store.ts";
import { type Keyring, syncDirectory, writeDurably } from "./keyring.ts";

/** What is wrapped under the node's key besides the agencies' keys: one-time-code seeds, in the database. */
export interface Seeds {
  all(): Promise<{ id: string; sealed: Buffer }[]>;
  /** Replaces one, unless it has changed since. */
  replace(id: string, before: Buffer, after: Buffer): Promise<void>;
}

interface Plan {
  node: number;
  agencies: Record<string, number>;
}

const planPath = (store: KeyStore) => join(store.dir, "rotation.json");
const seedContext = (id: string) => `totp/${id}`;

/** Is there a rotation that was begun and not ended? */
export function rotationUnderWay(store: KeyStore): boolean {
  return existsSync(planPath(store));
}

/**
 * A new node key, a new key for each agency, and every data key wrapped again. What it aims at is written down first, and each file is
 * replaced in one step: killed anywhere, everything still opens, and the next call goes on where this one was. Old keys are kept until
 * `retireKeys`. Homeward may run meanwhile.
 * @param note told how many data keys are done, of how many
 * @returns how many data keys were wrapped again now
 */
export async function rotateKeys(
  store: KeyStore,
  ring: Keyring,
  seeds: Seeds,
  note: (done: number, of: number) => void = () => undefined,
): Promise<{ node: number; agencies: number; dataKeys: number; resumed: boolean }> {
  const resumed = rotationUnderWay(store);
  const plan = resumed ? (JSON.parse(readFileSync(planPath(store), "utf8")) as Plan) : makePlan(store, ring);
  if (!resumed) writeDurably(planPath(store), JSON.stringify(plan));
  if (ring.current < plan.node) ring.rotate();

  for (const [agency, version] of Object.entries(plan.agencies)) store.ensureAgencyVersion(agency, version);
  for (const { agency, version, node } of store.agencyKeys())
    if (node !== ring.current) store.rewrapAgency(agency, version);

  const all = [...store.dataKeys()];
  let renewed = 0;
  for (const [done, key] of all.entries()) {
    const target = plan.agencies[key.agency];
    // One moved or destroyed by the running vault since we listed it is no fault: it is found at its new place by the next look.
    if (target === undefined || key.version >= target || !existsSync(key.path)) continue;
    store.renew(key, target);
    renewed += 1;
    note(done + 1, all.length);
    if (done % 50 === 0) await new Promise(setImmediate);
  }
  for (const { id, sealed } of await seeds.all()) {
    if (sealed.readUInt32BE(0) === ring.current) continue;
    await seeds.replace(id, sealed, ring.wrap(ring.unwrap(sealed, seedContext(id)), seedContext(id)));
  }
  rmSync(planPath(store));
  syncDirectory(store.dir);
  return { node: ring.current, agencies: Object.keys(plan.agencies).length, dataKeys: renewed, resumed };
}

function makePlan(store: KeyStore, ring: Keyring): Plan {
  const agencies: Record<string, number> = {};
  for (const { agency, version } of store.agencyKeys()) agencies[agency] = Math.max(agencies[agency] ?? 0, version + 1);
  return { node: ring.current + 1, agencies };
}

export interface KeyFigures {
  current: number;
  /** For each node key that is kept, what is wrapped under it. */
  nodes: { version: number; agencyKeys: number; seeds: number }[];
  agencies: number;
  dataKeys: number;
  /** Versions of agencies' keys that no data key uses any more. */
  idle: { agency: string; version: number }[];
  intakes: number;
  underWay: boolean;
}

/** What is there and what hangs on what. Opens nothing. */
export async function keyFigures(store: KeyStore, ring: Keyring, seeds: Seeds): Promise<KeyFigures> {
  const agencyKeys = store.agencyKeys();
  const used = new Set<string>();
  let dataKeys = 0;
  for (const { agency, version } of store.dataKeys()) {
    used.add(`${agency}.${version}`);
    dataKeys += 1;
  }
  const newest = new Map<string, number>();
  for (const { agency, version } of agencyKeys) newest.set(agency, Math.max(newest.get(agency) ?? 0, version));
  const sealed = await seeds.all();
  return {
    current: ring.current,
    nodes: ring.versions.map((version) => ({
      version,
      agencyKeys: agencyKeys.filter((key) => key.node === version).length,
      seeds: sealed.filter((seed) => seed.sealed.readUInt32BE(0) === version).length,
    })),
    agencies: newest.size,
    dataKeys,
    idle: agencyKeys
      .filter((key) => key.version !== newest.get(key.agency) && !used.has(`${key.agency}.${key.version}`))
      .map(({ agency, version }) => ({ agency, version })),
    intakes: ring.intakes.length,
    underWay: rotationUnderWay(store),
  };
}

/** Opens every data key and every seed. Answers the names of those that do not open. */
export async function checkKeys(
  store: KeyStore,
  ring: Keyring,
  seeds: Seeds,
): Promise<{ checked: number; broken: string[] }> {
  const broken: string[] = [];
  let checked = 0;
  for (const key of store.dataKeys()) {
    checked += 1;
    try {
      store.renew(key, null);
    } catch {
      broken.push(`${key.kind}/${key.id}`);
    }
    if (checked % 200 === 0) await new Promise(setImmediate);
  }
  for (const { id, sealed } of await seeds.all()) {
    checked += 1;
    try {
      ring.unwrap(sealed, seedContext(id));
    } catch {
      broken.push(`totp/${id}`);
    }
  }
  return { checked, broken };
}

/**
 * Destroys the old keys that nothing uses: versions of agencies' keys without a data key, then node keys under which nothing is wrapped.
 * Homeward must be stopped: a running vault could wrap something under a key at this moment.
 * @throws Error while a rotation is under way
 */
export async function retireKeys(
  store: KeyStore,
  ring: Keyring,
  seeds: Seeds,
): Promise<{ agencyKeys: number; nodeKeys: number[] }> {
  if (rotationUnderWay(store)) throw new Error("A rotation is under way.");
  const { idle } = await keyFigures(store, ring, seeds);
  for (const { agency, version } of idle) store.removeAgencyVersion(agency, version);
  const { nodes, current } = await keyFigures(store, ring, seeds);
  const free = nodes.filter((node) => node.version !== current && node.agencyKeys + node.seeds === 0);
  for (const { version } of free) ring.retire(version);
  return { agencyKeys: idle.length, nodeKeys: free.map((node) => node.version) };
}
