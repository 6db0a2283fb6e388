import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "./failure.ts";

/** A file or folder that others than its owner can read, and the command that mends it. */
export interface Exposed {
  path: string;
  mode: string;
  mend: string;
}

/**
 * Everything in these files and folders that its group or others can read or write. What does not exist is not exposed. A symbolic
 * link counts as what it is, not as where it points: a key reached through one is refused by whoever opens it.
 */
export async function exposedAmong(paths: readonly string[]): Promise<Exposed[]> {
  const found: Exposed[] = [];
  for (const path of paths) await look(path, found);
  return found;
}

async function look(path: string, found: Exposed[]): Promise<void> {
  let entry: Awaited<ReturnType<typeof lstat>>;
  try {
    entry = await lstat(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  if (entry.isSymbolicLink()) return;
  const mode = entry.mode & 0o777;
  if ((mode & 0o077) !== 0) {
    found.push({
      path,
      mode: mode.toString(8).padStart(4, "0"),
      mend: `chmod ${entry.isDirectory() ? 700 : 600} '${path.replaceAll("'", "'\\''")}'`,
    });
  }
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await look(join(path, name), found);
}
