/**
 * As which user of the operating system PostgreSQL runs, and where that user can reach its files. PostgreSQL refuses to run as
 * root, so root lends it a lesser account.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { SetupError } from "./setup-error.ts";

const run = promisify(execFile);

/** Where root keeps what another account must reach. */
export const sharedHome = "/var/lib/homeward";

export type Account = { uid: number; gid: number; lentByRoot: boolean };

/**
 * The account for a server. Root gives it to the present owner of the cluster, else to `postgres`, else to `nobody`; anybody else
 * runs it as themselves.
 * @throws SetupError when the cluster belongs to somebody else, or when no account is to be had
 */
export async function serverAccount(cluster: string): Promise<Account> {
  const owner = await stat(cluster).catch(() => null);
  const uid = process.getuid?.();
  if (uid === undefined) {
    throw new SetupError(
      "Homeward's own PostgreSQL runs on Linux and macOS only.",
      "Set DATABASE_URL to a PostgreSQL 18 of your own.",
    );
  }
  if (uid !== 0) {
    if (owner !== null && owner.uid !== uid) {
      throw new SetupError(
        `The database in ${cluster} belongs to another user of this machine (number ${owner.uid}).`,
        "Start Homeward as that user or as root, or choose another data folder.",
      );
    }
    return { uid, gid: process.getgid?.() ?? uid, lentByRoot: false };
  }
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, lentByRoot: true };
  for (const name of ["postgres", "nobody"]) {
    const ids = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, name]))).catch(() => null);
    if (ids === null) continue;
    const [user, group] = ids.map((out) => Number(out.stdout.trim()));
    if (user !== undefined && group !== undefined && user > 0) return { uid: user, gid: group, lentByRoot: true };
  }
  throw new SetupError(
    "PostgreSQL must not run as root, and this machine has neither a user `postgres` nor a user `nobody`.",
    "Make one (useradd --system postgres), or start Homeward as an ordinary user.",
  );
}

/** May this account pass through every folder down to `path`? Folders that do not exist yet do not stop it. */
export async function canReach(path: string, account: Account): Promise<boolean> {
  const above = dirname(path);
  if (above !== path && !(await canReach(above, account))) return false;
  const folder = await stat(path).catch(() => null);
  if (folder === null || !folder.isDirectory()) return true;
  const bit = folder.uid === account.uid ? 0o100 : folder.gid === account.gid ? 0o010 : 0o001;
  return (folder.mode & bit) !== 0;
}

const pointerName = "LOCATION.txt";

/**
 * The folder that really holds the data for `dataDir`: itself, or, where the server's account cannot get there (a checkout under
 * /root), one under /var/lib/homeward with a note left behind that a person and the next start can read. The folder exists afterwards.
 */
export async function homeOfData(dataDir: string, account: Account | null): Promise<string> {
  const wished = resolve(dataDir);
  const note = await readFile(join(wished, pointerName), "utf8").catch(() => null);
  const noted = note?.split("\n", 1)[0]?.trim();
  if (noted) {
    await makeFolder(noted);
    return realpath(noted);
  }
  if (account === null || (await canReach(wished, account))) {
    await makeFolder(wished);
    return realpath(wished);
  }
  const home = join(sharedHome, "data", createHash("sha256").update(wished).digest("hex").slice(0, 16));
  await makeFolder(home);
  await makeFolder(wished);
  await writeFile(
    join(wished, pointerName),
    `${home}\nThe line above names the folder that holds this database: PostgreSQL runs under an account that cannot enter this one.\n`,
  );
  return realpath(home);
}

/** Makes a folder that others may pass through but not list. Leaves what exists as it is. */
export async function makeFolder(path: string): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true });
    for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made)) {
      await chmod(made, 0o711);
    }
  } catch (cause) {
    throw new SetupError(
      `The folder ${path} cannot be made: ${cause instanceof Error ? cause.message : String(cause)}.`,
      "Give Homeward a data folder that it may write to.",
      { cause },
    );
  }
}
