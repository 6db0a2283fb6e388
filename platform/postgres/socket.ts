/** Where PostgreSQL's socket lies. */
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Account, makeFolder } from "./account.ts";
import { isAlive } from "./processes.ts";
import { SetupError } from "./setup-error.ts";

/** Each server has its own socket folder, so the number only names the socket file. */
export const socketPort = 5432;

const runtime = "/run/homeward";

function parentsFor(account: Account): string[] {
  return [...(account.lentByRoot && process.platform === "linux" ? [runtime] : []), tmpdir(), "/tmp"];
}

/** A folder for the socket whose path stays under the system's limit (107 bytes on Linux, 103 on macOS). */
export async function makeSocketDir(account: Account): Promise<string> {
  const longest = (process.platform === "darwin" ? 103 : 107) - "/hw-XXXXXX/.s.PGSQL.5432".length;
  const candidates = parentsFor(account);
  let problem: unknown;
  for (const parent of candidates) {
    if (Buffer.byteLength(parent) > longest) continue;
    try {
      if (parent === runtime) await makeFolder(parent);
      // A name nobody can guess: nobody else can put a socket of theirs there first.
      const made = await mkdtemp(join(parent, "hw-"));
      await chmod(made, 0o700);
      if (account.lentByRoot) await chown(made, account.uid, account.gid);
      return made;
    } catch (cause) {
      problem = cause;
    }
  }
  throw new SetupError(
    `No folder for PostgreSQL's socket: tried ${candidates.join(", ")}.`,
    "Make one of them writable, or set TMPDIR to a short path.",
    { cause: problem },
  );
}

/**
 * Removes socket folders of servers that are gone: a server removes its socket but not the folder, and a killed one neither.
 * A folder younger than a minute may belong to a start under way.
 */
export async function sweepSocketDirs(account: Account): Promise<void> {
  for (const parent of new Set(parentsFor(account))) {
    for (const name of await readdir(parent).catch(() => [])) {
      const folder = join(parent, name);
      const facts = /^hw-[A-Za-z0-9]{6}$/.test(name) ? await stat(folder).catch(() => null) : null;
      if (facts === null || facts.uid !== account.uid || Date.now() - facts.mtimeMs < 60_000) continue;
      const lock = await readFile(join(folder, `.s.PGSQL.${socketPort}.lock`), "utf8").catch(() => null);
      const pid = Number(lock?.split("\n")[0]);
      if (lock === null || !(await isAlive(pid))) await rm(folder, { recursive: true, force: true });
    }
  }
}
