import pg from "pg";
import type { Input } from "./command.ts";
import { bringUp, openDatabase } from "./database.ts";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { alreadyRunning, claim, kindOf, runningIn } from "./installation.ts";
import { migrationState } from "./migrations.ts";
import { placesIn } from "./paths.ts";
import { loadSettings } from "./settings.ts";
import { say } from "./words.ts";

/**
 * `./homeward migrate`: brings the database of a real installation up to date and stops; for operators who want to see this happen
 * before `start`. With `--check` it changes nothing and tells what is due (exit code 1 where something is).
 */
export async function migrateCommand(input: Input): Promise<ExitCode> {
  const { progress } = input;
  const settings = await loadSettings("real", { config: input.text("config"), data: input.text("data") });
  const places = placesIn(settings.dataDir, settings.keyringDir);
  const check = input.flag("check");
  if (check && settings.databaseUrl === null && (await kindOf(places)) === null) {
    throw new Failure(say("migrate.nothing-here", { data: places.data }));
  }
  const running = await runningIn(places);
  if (running && !check) throw alreadyRunning(running);
  if (!check) await claim(places, "real");

  const database = await progress.during(say("step.database"), () => openDatabase(settings.databaseUrl, places));
  try {
    if (check) return await tellState(database.admin);
    const { migrated } = await progress.during(say("step.migrate"), (note) => bringUp(database, places, note));
    for (const name of migrated.applied) console.log(name);
    console.log(say(migrated.applied.length > 0 ? "migrate.done" : "migrate.nothing-due"));
    return exitCodes.done;
  } finally {
    await database.stop();
  }
}

async function tellState(admin: pg.ClientConfig): Promise<ExitCode> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const { pending, changed, unknown } = await migrationState(client);
    for (const name of pending) console.log(say("migrate.pending", { name }));
    for (const name of changed) console.log(say("migrate.changed", { name }));
    for (const name of unknown) console.log(say("migrate.unknown", { name }));
    const fine = pending.length + changed.length + unknown.length === 0;
    if (fine) console.log(say("migrate.nothing-due"));
    return fine ? exitCodes.done : exitCodes.failed;
  } finally {
    await client.end();
  }
}
