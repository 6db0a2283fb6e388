import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { parseCheckpoint } from "../engines/transparency/index.ts";
import { Failure, messageOf, systemCode } from "./failure.ts";
import type { Places } from "./paths.ts";
import { say } from "./words.ts";

/**
 * What this machine remembers of the logs that ran on it, in a folder that no backup of an installation holds. Two things follow from it.
 * An older state put in the place of a newer one is refused, although everything in it agrees with itself. And a state that this
 * machine did not bring here itself ends all sign-ins: one that was ended since the backup must not come back to life.
 */

/** Where a machine remembers, when nobody says otherwise. */
export function defaultStateDir(): string {
  if (process.getuid?.() === 0) return "/var/lib/homeward";
  return join(process.env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "homeward");
}

export interface Arrival {
  places: Places;
  stateDir: string;
  /** The installation is made with this start: there is nothing to compare, and nobody is signed in. */
  isNew: boolean;
  /** The operator says that an older state stands here on purpose. */
  asRestored: boolean;
  /** How many entries the log has now. */
  logSize(): Promise<number>;
  /** Ends every sign-in and every unspent link, with an entry in the log. @returns how many people's sign-ins ended */
  endSessions(why: "installation-moved" | "installation-restored"): Promise<number>;
  tell(sentence: string): void;
}

/**
 * Called at the start, when the database answers and before anybody can reach the server. What was remembered of this very folder is
 * compared by the log process (held.ts), which keeps the memory up to date too.
 * @returns the file in which the log process remembers; null where this machine cannot remember
 * @throws Failure in words when the same log was further on, in another folder of this machine
 */
export async function arrive(arrival: Arrival): Promise<string | null> {
  const { places, isNew, asRestored, tell } = arrival;
  const folder = join(arrival.stateDir, "logs");
  const file = join(folder, `${await nameOf(places.data)}.txt`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await readdir(folder);
  } catch (error) {
    tell(say("memory.none", { folder, reason: messageOf(error) }));
    if (!isNew) await endAll(arrival, "installation-moved");
    return null;
  }
  if (isNew) {
    await setAside([file], places);
    return file;
  }
  if (asRestored) {
    const kept = await setAside([file, join(places.logKeys, "last-checkpoint")], places);
    if (kept !== null) tell(say("memory.set-aside", { folder: kept }));
    await endAll(arrival, "installation-restored");
    return file;
  }
  if ((await stat(file).catch(() => null)) !== null) return file;
  const elsewhere = await furthest(folder, await originIn(places));
  const size = elsewhere === null ? 0 : await arrival.logSize();
  if (elsewhere !== null && elsewhere.size > size) {
    throw new Failure(say("memory.older", { data: places.data, size, seen: elsewhere.size, when: elsewhere.when }));
  }
  await endAll(arrival, "installation-moved");
  return file;
}

async function endAll(
  { endSessions, tell }: Arrival,
  why: "installation-moved" | "installation-restored",
): Promise<void> {
  const count = await endSessions(why);
  tell(
    why === "installation-restored"
      ? say("memory.ended-restored", { count })
      : say("memory.ended-machine-new", { count }),
  );
}

/** A folder is remembered under the path at which it really lies. */
async function nameOf(data: string): Promise<string> {
  const path = await realpath(data).catch(() => data);
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}

/** The name of the log in this installation; null before it has one. */
async function originIn(places: Places): Promise<string | null> {
  const text = await readFile(join(places.logKeys, "log-origin"), "utf8").catch(() => null);
  return text === null ? null : text.trim();
}

/** The longest state of this log that this machine has seen in any folder. */
async function furthest(folder: string, origin: string | null): Promise<{ size: number; when: string } | null> {
  let longest: { size: number; when: string } | null = null;
  for (const name of (await readdir(folder)).filter((one) => one.endsWith(".txt"))) {
    const path = join(folder, name);
    const body = (await readFile(path, "utf8")).split("\n\n")[0] ?? "";
    const read = parseCheckpoint(`${body}\n`);
    if (!read.ok || read.value.origin !== origin || read.value.size <= (longest?.size ?? -1)) continue;
    longest = { size: read.value.size, when: (await stat(path)).mtime.toISOString().slice(0, 16).replace("T", " ") };
  }
  return longest;
}

/** What was remembered before is evidence: it is moved into the installation, never deleted. @returns where; null when there was nothing */
async function setAside(files: string[], { logKeys }: Places): Promise<string | null> {
  const to = join(logKeys, `before-${new Date().toISOString().replaceAll(/[:.]/g, "")}`);
  let moved = 0;
  for (const file of files) {
    const text = await readFile(file, "utf8").catch(() => null);
    if (text === null) continue;
    await mkdir(to, { recursive: true, mode: 0o700 });
    moved += 1;
    await moveAcross(file, join(to, dirname(file) === logKeys ? "last-checkpoint" : "seen-by-this-machine"));
  }
  return moved === 0 ? null : to;
}

/** The memory and the installation may lie on different disks. */
async function moveAcross(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (systemCode(error) !== "EXDEV") throw error;
    await copyFile(from, to);
    await rm(from);
  }
}
