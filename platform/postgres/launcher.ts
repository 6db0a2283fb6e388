/**
 * Homeward's own PostgreSQL: made, started, found again and stopped.
 *
 * One folder holds it all: `cluster/` (PostgreSQL's data), `superuser` (its secret, 0600) and `owner.json` (which process answers
 * for the server). It listens on a Unix socket only, in a short folder of its own, and asks everybody for a secret. A small
 * shell process watches the owner and stops the server when the owner dies, so no server outlives its program.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Account, homeOfData, makeFolder, serverAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { isAlive, isPostmasterOf, startOf } from "./processes.ts";
import { keptSecret, scramVerifier } from "./secrets.ts";
import { type Settings, writeSettings } from "./server-settings.ts";
import { SetupError } from "./setup-error.ts";

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
/** Each server has its own socket folder, so the number only names the socket file. */
const socketPort = 5432;
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

type Place = { home: string; cluster: string; account: Account };

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

type PidFile = { pid: number; socketDir: string; ready: boolean; lines: string[] };

/** PostgreSQL's own note about the server that runs, or ran, in this cluster. Null when there is none. */
async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split("\n");
  return { pid: Number(lines[0]), socketDir: lines[4] ?? "", ready: lines[7]?.trim() === "ready", lines };
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
  await claim(place, found.pid, seen.socketDir);
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
  await sweepSocket(place);
  const socketDir = await makeSocketDir(place.account);
  await writeSettings(place.cluster, place.account, socketDir, options.fsync ?? true, options.settings ?? {});

  const child = spawnAs(place.account, program, ["-D", place.cluster], place.cluster);
  const log = collect(child, options.onLog);
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const gone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  let watcher: ChildProcess | null = null;

  const until = Date.now() + patienceMs;
  while (Date.now() < until && !gone()) {
    const note = await readPidFile(place.cluster);
    if (watcher === null && child.pid !== undefined && note?.pid === child.pid) {
      await claim(place, child.pid, socketDir);
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
    const reason = log.recent.find((line) => /FATAL|PANIC/.test(line)) ?? log.recent.at(-1) ?? "it said nothing";
    // Another start holds the folder, or the last children of a killed server are still finishing.
    if (/lock file "postmaster.pid"|shared memory block/.test(reason)) return null;
    throw new SetupError(
      `PostgreSQL did not start: ${reason.replace(/^.*(FATAL|PANIC):\s*/, "")}.`,
      "Look at the message; a full disk, missing rights or a wrong setting are the usual reasons.",
    );
  }
  const keeper = watcher;
  return describe(place, socketDir, pid, secret, true, async () => {
    await halt(pid, place.cluster);
    await ended;
    await leave(place, socketDir, keeper);
  });
}

/**
 * Makes a note about a server that is gone say so. PostgreSQL reads the number in it and gives up while that process exists,
 * even as a zombie nobody collects, or as another program that got the same number. The rest of the note stays: with it
 * PostgreSQL makes sure that no child of the old server still writes here, which deleting the note would prevent.
 */
async function disown({ cluster }: Place, stale: PidFile): Promise<void> {
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

/** A folder for the socket whose path stays under the system's limit (107 bytes on Linux, 103 on macOS). */
async function makeSocketDir(account: Account): Promise<string> {
  const longest = (process.platform === "darwin" ? 103 : 107) - "/hw-XXXXXX/.s.PGSQL.5432".length;
  const runtime = "/run/homeward";
  const candidates = [...(account.lentByRoot && process.platform === "linux" ? [runtime] : []), tmpdir(), "/tmp"];
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

type Owner = { pid: number; startedAt: string; postmaster: number; socketDir: string };
const ownerFile = (place: Place) => join(place.home, "owner.json");

/** Writes down that this process answers for the server. */
async function claim(place: Place, postmaster: number, socketDir: string): Promise<void> {
  const startedAt = (await startOf(process.pid)) ?? "";
  const owner: Owner = { pid: process.pid, startedAt, postmaster, socketDir };
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
async function isOrphan(place: Place, postmaster: number): Promise<boolean> {
  for (const until = Date.now() + 2_000; Date.now() < until; await sleep(50)) {
    const owner = await readOwner(place);
    if (owner?.postmaster === postmaster) return (await startOf(owner.pid)) !== owner.startedAt;
  }
  return true;
}

/** Removes the socket folder of a server that could not do it itself. */
async function sweepSocket(place: Place): Promise<void> {
  const owner = await readOwner(place);
  if (owner === null || !/\/hw-[A-Za-z0-9]{6}$/.test(owner.socketDir)) return;
  const folder = await stat(owner.socketDir).catch(() => null);
  // Only what is surely ours: names in a shared /tmp are given again.
  if (folder?.uid === place.account.uid) await rm(owner.socketDir, { recursive: true, force: true });
}

/**
 * Starts the shell that outlives this process by a moment: when our end of its pipe closes without a word, it stops the server.
 * It checks PostgreSQL's own note first, because a number may meanwhile name another process.
 */
function watch(place: Place, postmaster: number): ChildProcess {
  const script = `
    read -r word && exit 0
    ours() { kill -0 "$1" 2>/dev/null && read -r holder < "$2/postmaster.pid" 2>/dev/null && [ "$holder" = "$1" ]; }
    ours "$1" "$2" && kill -INT "$1"
    for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do ours "$1" "$2" || exit 0; sleep 1; done
    ours "$1" "$2" && kill -QUIT "$1"`;
  const args = ["-c", script, "homeward-watch", String(postmaster), place.cluster];
  const child = spawnAs(place.account, "/bin/sh", args, "/", ["pipe", "ignore", "ignore"]);
  child.unref();
  // It may be killed before we are; then the next start takes the server over.
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  if (child.stdin !== null && "unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return child;
}

function dismiss(watcher: ChildProcess | null): void {
  watcher?.stdin?.end("done\n");
}

/** Tidies up after a server that this process stopped. */
async function leave(place: Place, socketDir: string, watcher: ChildProcess): Promise<void> {
  dismiss(watcher);
  await rm(socketDir, { recursive: true, force: true });
  await rm(ownerFile(place), { force: true });
}

/** Stops a server: first asks it to break off and save (SIGINT), then to drop everything (SIGQUIT; the next start recovers). */
async function halt(pid: number, cluster: string): Promise<void> {
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

/**
 * Starts a program under the server's account, in a session of its own, so that Ctrl-C in a terminal reaches only us and we
 * decide the order in which things stop. It gets none of our environment, which may hold secrets.
 */
function spawnAs(account: Account, program: string, args: string[], cwd: string, stdio?: ("pipe" | "ignore")[]) {
  return spawn(program, args, {
    cwd,
    detached: true,
    stdio: stdio ?? ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    ...(account.lentByRoot ? { uid: account.uid, gid: account.gid } : {}),
  });
}

/** Passes on what a program says, keeps its last lines, and lets our own process end while it still runs. */
function collect(child: ChildProcess, onLine?: (line: string) => void): { recent: string[] } {
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
    if ("unref" in stream && typeof stream.unref === "function") stream.unref();
  }
  child.unref();
  return { recent };
}

/** Waits for a short program to end. */
async function finish(child: ChildProcess): Promise<{ code: number | null; said: string[] }> {
  child.ref();
  const { recent } = collect(child);
  child.ref();
  const code = await new Promise<number | null>((done) => {
    child.once("close", done);
    child.once("error", () => done(null));
  });
  return { code, said: recent.filter((line) => line.trim() !== "") };
}
