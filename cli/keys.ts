import pg from "pg";
import { KeyStore } from "../platform/keys/key-store.ts";
import { openKeyring } from "../platform/keys/keyring.ts";
import { checkKeys, keyFigures, retireKeys, rotateKeys, type Seeds } from "../platform/keys/rotation.ts";
import type { Input } from "./command.ts";
import { openDatabase } from "./database.ts";
import { type ExitCode, exitCodes, Failure } from "./failure.ts";
import { alreadyRunning, kindOf, runningIn } from "./installation.ts";
import { type Places, placesIn } from "./paths.ts";
import { type Kind, loadSettings } from "./settings.ts";
import { say } from "./words.ts";

/** What `./homeward keys` works on. */
interface Subject {
  places: Places;
  store: KeyStore;
  ring: ReturnType<typeof openKeyring>;
  seeds: Seeds;
}

/**
 * `./homeward keys list|rotate|check|retire`: the vault's keys. `rotate` may run beside a running Homeward and can be killed and begun
 * again; `retire` destroys old keys that nothing uses and wants Homeward stopped. The key that signs the log is not turned here.
 */
export async function keys(input: Input): Promise<ExitCode> {
  const [act = "", what = "data"] = input.words;
  if (act === "rotate" && what === "checkpoint") throw new Failure(say("keys.checkpoint"), exitCodes.usage);
  const known = act === "rotate" ? ["data", "intake"].includes(what) : ["list", "check", "retire"].includes(act);
  if (!known || (act !== "rotate" && input.words.length > 1)) throw new Failure(say("keys.unknown"), exitCodes.usage);

  const { settings, kind } = await settingsOf(input);
  const places = placesIn(settings.dataDir, settings.keyringDir);
  if (kind === null) throw new Failure(say("keys.nothing-here", { data: places.data }));
  const running = await runningIn(places);
  if (act === "retire" && running) throw alreadyRunning(running);

  const ring = openKeyring(places.keys, false);
  if (act === "rotate" && what === "intake") {
    ring.rotateIntake();
    console.log(say("keys.intake-turned"));
    return exitCodes.done;
  }
  const database = await input.progress.during(say("step.database"), () =>
    openDatabase(kind === "demo" ? null : settings.databaseUrl, places),
  );
  const client = new pg.Client(database.admin);
  try {
    await client.connect();
    await client.query("set role homeward_definer");
    const subject = { places, ring, store: new KeyStore(places.dataKeys, ring), seeds: seedsIn(client) };
    return await acts[act as keyof typeof acts](subject, input);
  } finally {
    await client.end().catch(() => {});
    await database.stop();
  }
}

const acts = {
  async list({ store, ring, seeds }: Subject): Promise<ExitCode> {
    const figures = await keyFigures(store, ring, seeds);
    for (const { version, agencyKeys, seeds: count } of figures.nodes)
      console.log(
        say(version === figures.current ? "keys.node-current" : "keys.node-old", { version, agencyKeys, seeds: count }),
      );
    console.log(
      say("keys.data", { agencies: figures.agencies, dataKeys: figures.dataKeys, idle: figures.idle.length }),
    );
    console.log(say("keys.intakes", { count: figures.intakes }));
    if (figures.underWay) console.log(say("keys.under-way"));
    return exitCodes.done;
  },

  async rotate({ store, ring, seeds }: Subject, { progress }: Input): Promise<ExitCode> {
    const done = await progress.during(say("keys.rotating"), (note) =>
      rotateKeys(store, ring, seeds, (n, of) => note(`${n}/${of}`)),
    );
    console.log(say(done.resumed ? "keys.resumed" : "keys.rotated", { ...done, resumed: "" }));
    console.log(say("keys.then"));
    return exitCodes.done;
  },

  async check({ store, ring, seeds }: Subject, { progress }: Input): Promise<ExitCode> {
    const { checked, broken } = await progress.during(say("keys.checking"), () => checkKeys(store, ring, seeds));
    for (const name of broken) console.log(say("keys.broken", { name }));
    console.log(say("keys.checked", { checked, broken: broken.length }));
    return broken.length === 0 ? exitCodes.done : exitCodes.failed;
  },

  async retire({ store, ring, seeds }: Subject): Promise<ExitCode> {
    const gone = await retireKeys(store, ring, seeds).catch((cause: unknown) => {
      throw new Failure(say("keys.under-way"), exitCodes.failed, { cause });
    });
    console.log(say("keys.retired", { agencyKeys: gone.agencyKeys, nodeKeys: gone.nodeKeys.join(", ") || "–" }));
    return exitCodes.done;
  },
};

/** The real installation; without one, and unless a folder is named, the demo. */
async function settingsOf(input: Input) {
  const told = { config: input.text("config"), data: input.text("data") };
  const at = async (kind: Kind) => {
    const settings = await loadSettings(kind, told);
    return { settings, kind: await kindOf(placesIn(settings.dataDir, settings.keyringDir)) };
  };
  const real = await at("real");
  if (real.kind !== null || told.data !== undefined) return real;
  return at("demo");
}

function seedsIn(client: pg.Client): Seeds {
  return {
    async all() {
      const { rows } = await client.query<{ id: string; sealed: Buffer }>(
        "select worker_id as id, totp_sealed as sealed from sessions.credential where totp_sealed is not null",
      );
      return rows;
    },
    async replace(id, before, after) {
      await client.query("update sessions.credential set totp_sealed = $3 where worker_id = $1 and totp_sealed = $2", [
        id,
        before,
        after,
      ]);
    },
  };
}
