/** Who is running on this machine: enough of /proc and ps to tell a live PostgreSQL from a stale note about one. */
import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The moment at which a process began, as an opaque text: together with its number it names one process for good, since
 * numbers are used again. Null for a process that is gone, or dead and not yet collected by its parent.
 */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
    if (stat === null) return null;
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const state = fields[0];
    return state === "Z" || state === "X" ? null : (fields[19] ?? null);
  }
  const line = await run("ps", ["-o", "stat=,lstart=", "-p", String(pid)]).then(
    (out) => out.stdout.trim(),
    () => "",
  );
  return line === "" || line.startsWith("Z") ? null : line.slice(line.indexOf(" ") + 1).trim();
}

/** True while the process lives; a zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  return (await startOf(pid)) !== null;
}

/** True when the process is a live PostgreSQL server whose data folder is `cluster` (an absolute path without symbolic links). */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  if (process.platform === "linux") {
    // A postmaster moves into its data folder as its first act.
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
    return folder === cluster && name.trim() === "postgres";
  }
  const command = await run("ps", ["-ww", "-o", "command=", "-p", String(pid)]).then(
    (out) => out.stdout.trim(),
    () => "",
  );
  return command.includes(cluster) && basename(command.split(" -D ")[0] ?? "") === "postgres";
}
