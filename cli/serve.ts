import { setTimeout as sleep } from "node:timers/promises";
import { type Application, loadApplication } from "./application.ts";
import { ensureBundle } from "./bundle.ts";
import type { Configuration } from "./configuration.ts";
import { bringUp, type Database, openDatabase } from "./database.ts";
import { type Ending, Interrupted } from "./ending.ts";
import { Failure, messageOf } from "./failure.ts";
import { alreadyRunning, claim, kindOf, noteRunning, noteStopped, runningIn } from "./installation.ts";
import { logLine } from "./log-lines.ts";
import { arrive } from "./machine-memory.ts";
import { fourMembers } from "./members.ts";
import { type Places, placesIn } from "./paths.ts";
import type { Progress } from "./progress.ts";
import { makeRunFolder, removeRunFolder } from "./run-folder.ts";
import type { Kind } from "./settings.ts";
import { type Happening, MemberFailed, supervise } from "./supervise.ts";
import { say } from "./words.ts";

export interface Wish {
  kind: Kind;
  settings: Configuration;
  /** The operator says that an older state stands here on purpose. */
  asRestored?: boolean;
  progress: Progress;
  ending: Ending;
  /** Receives every line of the installation's log (see log-lines.ts). */
  log: (line: string) => void;
  /** Receives what a person at the terminal should know while it runs. */
  tell: (sentence: string) => void;
}

export interface Serving {
  address: string;
  /** A one-time set-up link where there is no administrator yet. */
  setupLink: string | null;
  /** Settles when it can no longer go on, with the reason. */
  lost: Promise<Failure>;
}

/**
 * Brings a whole installation up: folders, PostgreSQL, migrations, keys, the country's pack, the staff app and the four processes.
 * When it returns, it answers at `address`. Everything it begins is registered with `ending`.
 * @throws Failure or SetupError in words
 */
export async function serve(wish: Wish): Promise<Serving> {
  const { kind, settings, ending } = wish;
  const places = placesIn(settings.dataDir, settings.keyringDir);
  const other = await runningIn(places);
  if (other) throw alreadyRunning(other);
  const isNew = (await kindOf(places)) === null;
  await claim(places, kind);

  const runDir = await makeRunFolder();
  ending.undo(() => removeRunFolder(runDir));
  await noteRunning(places, { address: null, runDir });
  ending.undo(() => noteStopped(places));

  const application = await loadApplication(kind);
  // Building needs a processor, the database mostly a disk: side by side the first start is quicker.
  const bundle = ensureBundle(ending.signal);
  bundle.catch(() => {}); // awaited below; until then it must not end the process
  const house: House = { wish, places, runDir, application, isNew, made: false, memory: null, bundle };
  let raised = await raise(house);
  ending.undo(
    () => raised.lower(),
    () => raised.kill(),
  );
  const address = settings.publicUrl.origin;
  await noteRunning(places, { address, runDir });

  const lost = keepUp(house, raised, (next) => {
    raised = next;
  });
  return { address, setupLink: raised.setupLink, lost };
}

interface House {
  wish: Wish;
  places: Places;
  runDir: string;
  application: Application;
  /** Was the installation made with this start? */
  isNew: boolean;
  /** Were keys and pack brought in since we started? */
  made: boolean;
  /** The file in which the log process remembers outside the data folder; null for a demo. */
  memory: string | null;
  bundle: Promise<boolean>;
}

interface Raised {
  setupLink: string | null;
  database: Database;
  lower(): Promise<void>;
  kill(): void;
}

/** Database and processes, up. On failure nothing of them is left running. */
async function raise(house: House): Promise<Raised> {
  const { wish, places, runDir, application } = house;
  const { kind, settings, progress, log, ending } = wish;
  const { databaseUrl, jurisdiction } = settings;

  const database = await progress.during(say("step.database"), () =>
    openDatabase(databaseUrl, places, (line) => log(logLine("postgres", "out", line, new Date()))),
  );
  try {
    if (!database.soleUser) throw new Failure(say("installation.database-in-use", { data: places.data }));
    const { unlessAsked } = ending;
    const { logins } = await progress.during(say("step.migrate"), (note) =>
      unlessAsked(bringUp(database, places, note)),
    );
    const { intakeKey } = await application.ensureKeys(places);
    if (!house.made) {
      const { keys, dataKeys } = places;
      const making = { admin: logins.hw_admin, kind, jurisdiction, keys, dataKeys };
      await progress.during(say("step.country", { jurisdiction }), (note) =>
        unlessAsked(application.loadCountry({ ...making, note })),
      );
      if (kind === "real") {
        const { logSize, endSessions } = application;
        house.memory = await arrive({
          ...{ places, stateDir: settings.stateDir, isNew: house.isNew, asRestored: wish.asRestored ?? false },
          logSize: () => logSize(logins.hw_admin),
          endSessions: (why) => endSessions(logins.hw_admin, why),
          tell: wish.tell,
        });
      }
      if (kind === "demo") {
        await progress.during(say("step.cast"), (note) => unlessAsked(application.loadCast({ ...making, note })));
      }
      await progress.during(say("step.bundle"), () => unlessAsked(house.bundle));
      house.made = true;
    }
    if (ending.signal.aborted) throw new Interrupted();
    const members = fourMembers({ kind, settings, places, memory: house.memory, logins, intakeKey, runDir });
    const supervision = await progress.during(say("step.processes"), () =>
      supervise(members, (happening) => report(happening, wish)).catch((error: unknown) => {
        throw inWords(error, settings);
      }),
    );
    return {
      setupLink: kind === "real" ? await application.makeSetupLink(logins.hw_admin, settings.publicUrl.origin) : null,
      database,
      async lower() {
        await supervision.stop();
        await database.stop();
      },
      kill: () => supervision.kill(),
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

const triesToComeBack = 5;

/**
 * Watches the database. Our own PostgreSQL may be killed from outside or by a machine out of memory; it recovers by itself, but on a
 * new socket. An operator's may fail over to another host. Either way the processes start again with it.
 * @returns settles only when it could not be brought back
 */
async function keepUp(house: House, first: Raised, replace: (next: Raised) => void): Promise<Failure> {
  const { tell, ending } = house.wish;
  let current = first;
  for (;;) {
    await sleep(current.database.askEvery, undefined, { ref: false });
    if (ending.signal.aborted || (await current.database.lives())) continue;
    tell(say("database.gone"));
    await current.lower();
    let reason: unknown = null;
    for (let attempt = 1; attempt <= triesToComeBack && !ending.signal.aborted; attempt += 1) {
      try {
        current = await raise(house);
        reason = null;
        replace(current);
        tell(say("database.back"));
        break;
      } catch (error) {
        reason = error;
        await sleep(attempt * 1_000);
      }
    }
    if (reason !== null) return new Failure(say("database.lost", { reason: messageOf(reason) }));
  }
}

/** Log lines go to the log; what a person should know is also said. */
function report(happening: Happening, { log, tell }: Wish): void {
  const now = new Date();
  const note = (level: string, message: string) =>
    log(JSON.stringify({ process: "supervisor", level, time: now.toISOString(), message }));
  switch (happening.kind) {
    case "line":
      log(logLine(happening.member, happening.stream, happening.text, now));
      break;
    case "ready":
      note("info", `${happening.member} is ready after ${Math.round(happening.after)} ms`);
      break;
    case "crashed": {
      note("error", `${happening.member} ended (${happening.how}), again in ${happening.again} ms`);
      tell(say("process.crashed", { process: happening.member, how: happening.how, seconds: happening.again / 1000 }));
      break;
    }
    case "killed":
      note("error", `${happening.member} did not stop and was killed`);
      break;
    case "stopped":
      note("info", `${happening.member} has stopped`);
      break;
  }
}

function inWords(error: unknown, { host, port }: Configuration): unknown {
  if (!(error instanceof MemberFailed)) return error;
  if (error.code === "EADDRINUSE") return new Failure(say("port.taken", { host, port }), 1, { cause: error });
  if (error.code === "EACCES" && port < 1024) return new Failure(say("port.privileged", { port }), 1, { cause: error });
  return new Failure(say("process.not-started", { process: error.member, reason: error.message }), 1, { cause: error });
}
