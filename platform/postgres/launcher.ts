/**
 * Homeward's own PostgreSQL: made, started, found again and stopped.
 *
 * One folder holds it all: `cluster/` (PostgreSQL's data), `superuser` (its secret, 0600) and `owner.json` (which process answers
 * for the server). It listens on a Unix socket only, in a short folder of its own, and asks everybody for a secret. A small
 * shell process watches the owner and stops the server when the owner dies, so no server outlives its program.
 */
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Account, homeOfData, serverAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import {
  claim,
  collect,
  dismiss,
  disown,
  finish,
  halt,
  isOrphan,
  keepUsAlive,
  leave,
  type PidFile,
  type Place,
  readPidFile,
  spawnAs,
  watch,
} from "./postmaster.ts";
import { isAlive, isPostmasterOf } from "./processes.ts";
import { keptSecret, scramVerifier } from "./secrets.ts";
import { type Settings, socketArgument, writeSettings } from "./server-settings.ts";
import { SetupError } from "./setup-error.ts";
import { makeSocketDir, socketPort, sweepSocketDirs } from "./socket.ts";

export type RunningPostgres = {
  /** The folder of the Unix socket; give it to a client as `host`. */
  socketDir: string;
  port: number;
  pid: number;
  /** PostgreSQL's own data folder; not always inside the `dataDir` asked for (see LOCATION.txt there). */
  cluster: string;
  superuser: { user: string; password: string };
  /** False when another live process started this server and answers for it. */
  owned: boolean;
  /** What a client needs to connect; as the superuser when no user is named. */
  connect(database: string, user?: string, password?: string): pg.ClientConfig;
  /** Stops the server, breaking off whatever clients are doing. Does nothing when the server is not owned, or stopped already. */
  stop(): Promise<void>;
};

export type StartOptions = {
  /** Made when missing. Its path may hold spaces and may lie where the server's account cannot go. */
  dataDir: string;
  /** Further lines of PostgreSQL's configuration, stronger than ours. */
  settings?: Settings;
  /** Receives each line of the server's log, without its line end. */
  onLog?: (line: string) => void;
  /** False only for data that may be lost with the machine's power: tests. */
  fsync?: boolean;
};

const superuserName = "postgres";
const patienceMs = 60_000;

/**
 * Starts the server for `dataDir`, or finds the one that runs there already. When it returns, the server answers.
 * @throws SetupError when this machine or this folder cannot carry it; the error says what to do
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const account = await accountFor(options.dataDir);
  const home = await homeOfData(options.dataDir, account.lentByRoot ? account : null);
  const place: Place = { home, cluster: join(home, "cluster"), account };
  const programs = await findBinaries(account, home);
  const secret = await keptSecret(join(home, "superuser"));
  await makeCluster(place, programs.initdb, secret, options.fsync ?? true);

  for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(100)) {
    const found = await readPidFile(place.cluster);
    const server =
      found && (await isPostmasterOf(found.pid, place.cluster))
        ? await reuse(place, found, secret)
        : await launch(place, programs.postgres, secret, options, found);
    if (server !== null) return server;
  }
  throw new SetupError(
    `PostgreSQL in ${place.cluster} has been starting or stopping for ${patienceMs / 1000} seconds.`,
    "Look at what it is doing (ps), wait, and start Homeward again.",
  );
}

/**
 * Removes the data for `dataDir`, wherever it lies; secrets with it. For `--fresh` and for tests.
 * @throws SetupError while its server runs
 */
export async function removeData(dataDir: string): Promise<void> {
  const account = await accountFor(dataDir);
  const home = await homeOfData(dataDir, account.lentByRoot ? account : null);
  const running = await readPidFile(join(home, "cluster"));
  if (running !== null && (await isPostmasterOf(running.pid, join(home, "cluster")))) {
    throw new SetupError(`The database in ${home} is running.`, "Stop Homeward first.");
  }
  await rm(home, { recursive: true });
  await rm(dataDir, { recursive: true, force: true });
}

/** The account depends on who owns the cluster, and where the cluster is on the account: look first without one. */
async function accountFor(dataDir: string): Promise<Account> {
  const noted = await readFile(join(dataDir, "LOCATION.txt"), "utf8").catch(() => "");
  return serverAccount(join(noted.split("\n", 1)[0]?.trim() || dataDir, "cluster"));
}

/** Makes the cluster when there is none: prepared beside its place and moved there whole, so that a broken start leaves nothing. */
async function makeCluster({ home, cluster, account }: Place, initdb: string, secret: string, fsync: boolean) {
  const version = await readFile(join(cluster, "PG_VERSION"), "utf8").catch(() => null);
  if (version !== null) {
    if (version.trim() === "18") return;
    throw new SetupError(
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}; Homeward runs version 18.`,
      "Bring the data over with PostgreSQL's own upgrade tools, or choose another data folder.",
    );
  }
  await removeDrafts(home);

  const draft = join(home, `cluster.new-${process.pid}-${randomBytes(4).toString("hex")}`);
  const pwfile = `${draft}.verifier`;
  try {
    await mkdir(draft, { mode: 0o700 });
    // The verifier, not the secret: what another account may read for a moment opens nothing.
    await writeFile(pwfile, `${scramVerifier(secret)}\n`, { mode: 0o600 });
    if (account.lentByRoot) {
      await chown(draft, account.uid, account.gid);
      await chown(pwfile, account.uid, account.gid);
    }
    const args = [
      ...["--pgdata", draft, "--username", superuserName, "--pwfile", pwfile, "--auth", "scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      ...["--data-checksums", ...(fsync ? [] : ["--no-sync"])],
    ];
    const { code, said } = await finish(spawnAs(account, initdb, args, home));
    if (code !== 0) {
      throw new SetupError(
        `PostgreSQL could not prepare its data folder: ${said.at(-1) ?? `initdb ended with ${code}`}`,
        "Look at the message; a full disk or missing rights are the usual reasons.",
      );
    }
    await rename(draft, cluster).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== "ENOTEMPTY" && problem.code !== "EEXIST") throw problem;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(pwfile, { force: true });
  }
}

/** Clears away what starts left behind that died while preparing a cluster. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^cluster\.new-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !(await isAlive(Number(pid))))
      await rm(join(home, name), { recursive: true, force: true });
  }
}

/**
 * Waits until the running server answers. Takes it over when the process that started it is gone.
 * @returns null when it went away meanwhile
 */
async function reuse(place: Place, found: PidFile, secret: string): Promise<RunningPostgres | null> {
  let seen: PidFile | null = found;
  let answer: Answer = "not-yet";
  // A socket folder swept away by a cleaner never comes back; a server that recovers may take its time.
  for (const until = Date.now() + patienceMs / 2; Date.now() < until && answer !== "ready"; await sleep(30)) {
    seen = await readPidFile(place.cluster);
    if (seen?.pid !== found.pid || !(await isPostmasterOf(found.pid, place.cluster))) return null;
    if (seen.ready) answer = await ask(clientConfig(seen.socketDir, secret), place);
  }
  const orphan = await isOrphan(place, found.pid);
  if (answer !== "ready" || seen === null) {
    if (!orphan) {
      throw new SetupError(
        `PostgreSQL runs in ${place.cluster} (process ${found.pid}) but does not answer on its socket.`,
        "Stop the Homeward that started it and start again.",
      );
    }
    await halt(found.pid, place.cluster);
    return null;
  }
  if (!orphan) return describe(place, seen.socketDir, found.pid, secret, false, async () => {});
  await claim(place, found.pid);
  const watcher = watch(place, found.pid);
  const { socketDir } = seen;
  return describe(place, socketDir, found.pid, secret, true, async () => {
    await halt(found.pid, place.cluster);
    await leave(place, socketDir, watcher);
  });
}

/**
 * Starts a server of our own.
 * @returns null when another start was quicker, or the remains of an earlier server must first go away
 */
async function launch(
  place: Place,
  program: string,
  secret: string,
  options: StartOptions,
  stale: PidFile | null,
): Promise<RunningPostgres | null> {
  if (stale !== null) await disown(place, stale);
  await sweepSocketDirs(place.account);
  const socketDir = await makeSocketDir(place.account);
  await writeSettings(place.cluster, place.account, options.fsync ?? true, options.settings ?? {});

  const child = spawnAs(place.account, program, ["-D", place.cluster, ...socketArgument(socketDir)], place.cluster);
  const log = collect(child, options.onLog);
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const gone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  let watcher: ChildProcess | null = null;

  const until = Date.now() + patienceMs;
  while (Date.now() < until && !gone()) {
    const note = await readPidFile(place.cluster);
    if (watcher === null && child.pid !== undefined && note?.pid === child.pid) {
      await claim(place, child.pid);
      watcher = watch(place, child.pid);
    }
    if (note?.ready && (await ask(clientConfig(socketDir, secret), place)) === "ready") break;
    await Promise.race([sleep(15), ended]);
  }
  const pid = child.pid;
  if (pid === undefined || gone() || watcher === null) {
    await ended;
    await rm(socketDir, { recursive: true, force: true });
    dismiss(watcher);
    const last = log.recent.find((line) => /FATAL|PANIC/.test(line)) ?? log.recent.at(-1) ?? "it said nothing";
    const reason = last.includes("contains errors") ? (log.recent[0] ?? last) : last; // the file's fault is named first
    // Another start holds the folder, or the last children of a killed server are still finishing.
    if (/lock file "postmaster.pid"|shared memory block/.test(reason)) return null;
    throw new SetupError(
      `PostgreSQL did not start: ${reason.replace(/^.*(LOG|FATAL|PANIC):\s*/, "")}.`,
      "Look at the message; a full disk, missing rights or a wrong setting are the usual reasons.",
    );
  }
  const keeper = watcher;
  keepUsAlive(child, false);
  return describe(place, socketDir, pid, secret, true, async () => {
    keepUsAlive(child, true);
    await halt(pid, place.cluster);
    await ended;
    await leave(place, socketDir, keeper);
  });
}

type Answer = "ready" | "not-yet";

/** Asks the server for one row. A refused secret cannot get better, so it is an error at once. */
async function ask(config: pg.ClientConfig, place: Place): Promise<Answer> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // a server that stops under us is "not yet"
  try {
    await client.connect();
    await client.query("select 1");
    return "ready";
  } catch (problem) {
    if ((problem as { code?: string }).code === "28P01") {
      throw new SetupError(
        `The secret in ${join(place.home, "superuser")} does not open the database beside it.`,
        "Put back the file that belongs to this data folder.",
      );
    }
    return "not-yet";
  } finally {
    await client.end().catch(() => {});
  }
}

function clientConfig(socketDir: string, password: string, database = "postgres", user = superuserName) {
  return { host: socketDir, port: socketPort, database, user, password };
}

function describe(
  place: Place,
  socketDir: string,
  pid: number,
  secret: string,
  owned: boolean,
  halting: () => Promise<void>,
): RunningPostgres {
  let stopping: Promise<void> | null = null;
  return {
    socketDir,
    port: socketPort,
    pid,
    cluster: place.cluster,
    superuser: { user: superuserName, password: secret },
    owned,
    connect: (database, user, password) => clientConfig(socketDir, password ?? secret, database, user),
    stop() {
      stopping ??= halting();
      return stopping;
    },
  };
}
