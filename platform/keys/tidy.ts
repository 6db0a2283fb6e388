import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { syncDirectory } from "./keyring.ts";

/** As in key-store.ts, which uses this file. */
type KeyKind = "person" | "case";

/** Which of these keys the database knows a committed use for. */
export type InUse = (kind: KeyKind, ids: readonly string[]) => Promise<ReadonlySet<string>>;

export interface TidyOptions {
  /** Younger keys are left alone: the write they were made for may be under way, or wait on somebody's device. Default 7 days. */
  quietMs?: number;
  /** How long a key that nothing uses lies aside before it is destroyed. Default 30 days. */
  asideMs?: number;
  now?: number;
}

export interface Tidied {
  aside: number;
  back: number;
  destroyed: number;
  /** True when so many keys are unknown to the database that it is the database which is old: nothing was touched. */
  alarm: boolean;
}

const BATCH = 500;
const day = 86_400_000;

/**
 * Puts aside key files that no committed row uses (a refused write left them), and destroys them a month later. A database restored from an
 * old backup makes good keys look unused: then nothing is touched, and what lies aside comes back as soon as the database knows it.
 */
export async function tidyKeys(dir: string, inUse: InUse, options: TidyOptions = {}): Promise<Tidied> {
  const { quietMs = 7 * day, asideMs = 30 * day, now = Date.now() } = options;
  const did: Tidied = { aside: 0, back: 0, destroyed: 0, alarm: false };
  for (const kind of ["person", "case"] as const) {
    for (const [id, path] of filesIn(join(dir, "unused", kind))) {
      const known = await inUse(kind, [id]);
      if (known.has(id)) {
        move(path, pathOf(dir, kind, id));
        did.back += 1;
      } else if ((ageAt(path) ?? now) < now - asideMs) {
        rmSync(path);
        syncDirectory(dirname(path));
        did.destroyed += 1;
      }
    }
    const all = filesIn(join(dir, kind));
    const unused: [string, string][] = [];
    for (let at = 0; at < all.length; at += BATCH) {
      // In stretches, so that whoever opens a record meanwhile is not kept waiting for all of them.
      const batch = all.slice(at, at + BATCH).filter(([, path]) => (ageAt(path) ?? now) < now - quietMs);
      if (batch.length === 0) continue;
      const known = await inUse(
        kind,
        batch.map(([id]) => id),
      );
      unused.push(...batch.filter(([id]) => !known.has(id)));
    }
    if (unused.length > Math.max(50, all.length / 10)) {
      did.alarm = true;
      continue;
    }
    for (const [id, path] of unused) {
      const aside = pathOf(join(dir, "unused"), kind, id);
      move(path, aside);
      const at = new Date(now);
      utimesSync(aside, at, at); // its month begins today
      did.aside += 1;
    }
  }
  return did;
}

/** Takes a key back that was put aside and is wanted after all. True when there was one. */
export function takeBack(dir: string, kind: KeyKind, id: string): boolean {
  const aside = pathOf(join(dir, "unused"), kind, id);
  if (!existsSync(aside)) return false;
  move(aside, pathOf(dir, kind, id));
  return true;
}

function pathOf(dir: string, kind: KeyKind, id: string): string {
  return join(dir, kind, id.slice(-2), `${id}.key`);
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  renameSync(from, to);
  syncDirectory(dirname(to));
  syncDirectory(dirname(from));
}

/** When the file was last written; null when it has just gone. */
function ageAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function filesIn(root: string): [string, string][] {
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((shelf) =>
    readdirSync(join(root, shelf))
      .filter((name) => name.endsWith(".key"))
      .map((name): [string, string] => [name.slice(0, -4), join(root, shelf, name)]),
  );
}
