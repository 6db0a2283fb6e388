/** The server's process: PostgreSQL's own note about it, who answers for it, and how it is stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { isAlive, isPostmasterOf, startOf } from "./processes.ts";
import { SetupError } from "./setup-error.ts";

/** Where a server lives: the folder of everything, PostgreSQL's own folder inside it, and as whom it runs. */
export type Place = { home: string; cluster: string; account: Account };

export type PidFile = { pid: number; socketDir: string; ready: boolean; lines: string[] };

/** PostgreSQL's own note about the server that runs, or ran, in this cluster. Null when there is none. */
export async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), socketDir: lines[4] ?? "", ready: lines[7]?.trim() === "ready", lines };
}

/**
 * Makes a note about a server that is gone say so. PostgreSQL reads the number in it and gives up while that process exists,
 * even as a zombie nobody collects, or as another program that got the same number. The rest of the note stays: with it
 * PostgreSQL makes sure that no child of the old server still writes here, which deleting the note would prevent.
 */
export async function disown({ cluster }: Place, stale: PidFile): Promise<void> {
  const nobody = 2 ** 31 - 1; // above every process number
  const path = join(cluster, "postmaster.pid");
  if (stale.pid === nobody || !(await numberInUse(stale.pid))) return;
  await writeFile(path, [String(nobody), ...stale.lines.slice(1)].join("\n"), { flag: "r+" });
}

/** Does the system still know this number, be it as a zombie? */
async function numberInUse(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process number alone would not do: numbers are used again. */
type Owner = { pid: number; startedAt: string; postmaster: number };
const ownerFile = (place: Place) => join(place.home, "owner.json");

/** Writes down that this process answers for the server. */
export async function claim(place: Place, postmaster: number): Promise<void> {
  const startedAt = (await startOf(process.pid)) ?? "";
  const owner: Owner = { pid: process.pid, startedAt, postmaster };
  const draft = `${ownerFile(place)}.${process.pid}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  await rename(draft, ownerFile(place));
}

async function readOwner(place: Place): Promise<Owner | null> {
  const text = await readFile(ownerFile(place), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null; // a note cut short by a full disk says nothing
  }
}

/** Is the process that started this server gone? A server whose owner has not written its name yet gets two seconds to be claimed. */
export async function isOrphan(place: Place, postmaster: number): Promise<boolean> {
  for (const until = Date.now() + 2_000; Date.now() < until; await sleep(50)) {
    const owner = await readOwner(place);
    if (owner?.postmaster === postmaster) return (await startOf(owner.pid)) !== owner.startedAt;
  }
  return true;
}

/**
 * Starts the shell that outlives this process by a moment: when our end of its pipe closes without a word, it stops the server.
 * It checks PostgreSQL's own note first, because a number may meanwhile name another process.
 */
export function watch(place: Place, postmaster: number): ChildProcess {
  const script = `
    read -r word && exit 0
    ours() { kill -0 "$1" 2>/dev/null && read -r holder < "$2/postmaster.pid" 2>/dev/null && [ "$holder" = "$1" ]; }
    ours "$1" "$2" && kill -INT "$1"
    for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do ours "$1" "$2" || exit 0; sleep 1; done
    ours "$1" "$2" && kill -QUIT "$1"`;
  const args = ["-c", script, "homeward-watch", String(postmaster), place.cluster];
  const child = spawnAs(place.account, "/bin/sh", args, "/", ["pipe", "ignore", "ignore"]);
  keepUsAlive(child, false);
  // It may be killed before we are; then the next start takes the server over.
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  return child;
}

/** Tells the watcher that there is nothing left to watch. */
export function dismiss(watcher: ChildProcess | null): void {
  watcher?.stdin?.end("done\n");
}

/** Tidies up after a server that this process stopped. */
export async function leave(place: Place, socketDir: string, watcher: ChildProcess): Promise<void> {
  dismiss(watcher);
  await rm(socketDir, { recursive: true, force: true });
  await rm(ownerFile(place), { force: true });
}

/** Stops a server: first asks it to break off and save (SIGINT), then to drop everything (SIGQUIT; the next start recovers). */
export async function halt(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 10],
  ] as const) {
    if (!(await isPostmasterOf(pid, cluster))) return;
    process.kill(pid, signal);
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await sleep(20)) {
      if (!(await isAlive(pid))) return;
    }
  }
  throw new SetupError(
    `PostgreSQL (process ${pid}) does not stop.`,
    "A disk that hangs is the usual reason; look at the machine before you kill it.",
  );
}

/**
 * Starts a program under the server's account, in a session of its own, so that Ctrl-C in a terminal reaches only us and we
 * decide the order in which things stop. It gets none of our environment, which may hold secrets.
 */
export function spawnAs(account: Account, program: string, args: string[], cwd: string, stdio?: ("pipe" | "ignore")[]) {
  return spawn(program, args, {
    cwd,
    detached: true,
    stdio: stdio ?? ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    ...(account.lentByRoot ? { uid: account.uid, gid: account.gid } : {}),
  });
}

/** Passes on what a program says and keeps its last lines. */
export function collect(child: ChildProcess, onLine?: (line: string) => void): { recent: string[] } {
  const recent: string[] = [];
  const keep = (line: string) => {
    recent.push(line);
    if (recent.length > 30) recent.shift();
    onLine?.(line);
  };
  child.on("error", (problem) => keep(problem.message));
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on("line", keep);
  }
  return { recent };
}

/** Says whether our own process must go on because this child runs: while it starts and stops, not while it serves. */
export function keepUsAlive(child: ChildProcess, yes: boolean): void {
  for (const handle of [child, child.stdin, child.stdout, child.stderr]) {
    if (handle === null) continue;
    // Node's pipes are sockets, though their type does not say so.
    const { ref, unref } = handle as { ref?: () => void; unref?: () => void };
    (yes ? ref : unref)?.call(handle);
  }
}

/** Waits for a short program to end. */
export async function finish(child: ChildProcess): Promise<{ code: number | null; said: string[] }> {
  const { recent } = collect(child);
  const code = await new Promise<number | null>((done) => {
    child.once("close", done);
    child.once("error", () => done(null));
  });
  return { code, said: recent.filter((line) => line.trim() !== "") };
}
