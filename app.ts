/**
 * Puts the rooms together: the only file that knows them all. It gives the command line one entry point for each of the four processes
 * (cli/application.ts says what it expects of them).
 */

import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import type {
  Application,
  JobsSettings,
  Making,
  SequencerSettings,
  VaultSettings,
  WebSettings,
} from "./cli/application.ts";
import { loadPack, packHash, screeningOffences } from "./packs/index.ts";
import {
  allows,
  carePurpose,
  databasePayload,
  eventSections,
  type Pack,
  packForScreens,
  responseHours,
  responseKinds,
} from "./packs/payload.ts";
import { registerEvents } from "./platform/events/index.ts";
import { type Acting, createActing, type LoadActor } from "./platform/http/act.ts";
import { serveBundle } from "./platform/http/bundle.ts";
import { readCertificate, renewCertificate, type SecureServer } from "./platform/http/certificate.ts";
import { registerHealth } from "./platform/http/health.ts";
import { registerInterface } from "./platform/http/interface/pages.ts";
import { createServer, type ServerOptions, type Web } from "./platform/http/server.ts";
import { platformUpkeep, startRunner, type Upkeep } from "./platform/jobs/index.ts";
import { KeyStore } from "./platform/keys/key-store.ts";
import { ensureSigningKey, type Keyring, openKeyring, writeDurably } from "./platform/keys/keyring.ts";
import type { VaultRoutes } from "./platform/keys/vault.ts";
import { registerLog } from "./platform/log/routes.ts";
import { startSequencer as sequence } from "./platform/log/sequencer.ts";
import { createPool } from "./platform/postgres/pool.ts";
import { type Tx, transact } from "./platform/postgres/transaction.ts";
import type { FirstAgency } from "./platform/sessions/house.ts";
import { passkeyVaultRoutes } from "./platform/sessions/passkey-vault.ts";
import { hashPassword } from "./platform/sessions/passwords.ts";
import { registerSessions } from "./platform/sessions/routes.ts";
import { hashOf, newToken } from "./platform/sessions/tokens.ts";
import { newSeed, sealSeed, sessionVaultRoutes } from "./platform/sessions/vault.ts";
import { approvalVaultRoutes, registerAccess } from "./rooms/access/index.ts";
import { registerAgencies, registerDemo } from "./rooms/agencies/index.ts";
import {
  documentVaultRoutes,
  importVaultRoutes,
  registerAssessments,
  registerBoard,
  registerCases,
  registerClosure,
  registerConsents,
  registerContact,
  registerDocuments,
  registerHandOvers,
  registerHistory,
  registerImports,
  registerPeople,
  registerPlaces,
  registerPlan,
  registerResponses,
  registerScreenings,
} from "./rooms/cases/index.ts";
import { createVault, listenOnSocket, registerIdentities, VaultClient } from "./rooms/identities/index.ts";
import { registerOversight } from "./rooms/oversight/index.ts";
import {
  createPublicReports,
  publicReportPages,
  registerReports,
  reportsUpkeep,
  reportVaultRoutes,
  spokenCodes,
} from "./rooms/reports/index.ts";
import type { PublicPack } from "./rooms/reports/public/public-reports.ts";

import { seedDemo } from "./stories/seed.ts";

const packageFile = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as { version: string };

/** Everything the rooms' routes are given. */
export interface House {
  /** Staff requests, as homeward_app. */
  acting: Acting;
  /** Overseers' requests, as homeward_oversight. */
  overseeing: Acting;
  vault: VaultClient;
  kind: "real" | "demo";
  pack: Pack;
  /** The web process's pools, for what is no staff request: the public form and sign-in. */
  pools: { app: pg.Pool; oversight: pg.Pool; signin: pg.Pool; public: pg.Pool };
  /** The public half of the intake key: what comes in is sealed to it. */
  intakeKey: Uint8Array;
  /** Where sealed files lie. */
  files: string;
}

/** Reads who acts; platform cannot know of access, so it is handed in. */
export const loadActor: LoadActor = async (tx) => {
  const row = await tx.one<{
    worker_id: string;
    session_id: string;
    agency_id: string | null;
    agency_kind: string | null;
    unit_id: string | null;
    jurisdiction_id: string | null;
    roles: string[];
    language: string;
    level: number;
    level_age_seconds: number | null;
    is_oversight: boolean;
  }>(sql`select * from access.actor_snapshot()`);
  return {
    workerId: row.worker_id,
    sessionId: row.session_id,
    agencyId: row.agency_id,
    agencyKind: row.agency_kind,
    unitId: row.unit_id,
    jurisdictionId: row.jurisdiction_id,
    roles: row.roles,
    language: row.language,
    level: row.level,
    levelAgeSeconds: row.level_age_seconds,
    isOversight: row.is_oversight,
  };
};

/** The rooms' own calls on the vault. `publicUrl` is the address that people type: passkeys are bound to it. */
export const vaultRoutes = (files: string, publicUrl: string): VaultRoutes[] => [
  sessionVaultRoutes,
  passkeyVaultRoutes(publicUrl),
  reportVaultRoutes(files),
  documentVaultRoutes(files),
  approvalVaultRoutes,
  importVaultRoutes(files),
];

/** Builds the web server on open pools; the caller listens. */
export async function buildWeb(house: House, options: Omit<ServerOptions, "version">): Promise<Web> {
  const web = await createServer({ ...options, version: packageFile.version });
  const { pack } = house;
  registerSessions(web, { ...house, secure: options.secure, spoken: spokenCodes, firstAgency: firstAgency(pack) });
  registerAgencies(web, {
    ...house,
    packForScreens: packForScreens(pack),
    place: { country: pack.about.country, timeZone: pack.about.timeZone },
    roles: pack.roles,
    kinds: pack.kinds,
  });
  if (house.kind === "demo") registerDemo(web, { ...house, cast: castEntries(pack) });
  registerIdentities(web, house);
  const hours = responseHours(pack);
  registerCases(web, {
    ...house,
    responseHours: hours,
    responseKinds: responseKinds(pack),
    eventSections: eventSections(pack),
  });
  registerResponses(web, house);
  registerPeople(web, house);
  registerHistory(web, house);
  const offences = screeningOffences(pack);
  registerScreenings(web, { ...house, offences });
  registerPlaces(web, { ...house, carePurpose: carePurpose(pack) });
  registerBoard(web, house);
  registerPlan(web, house);
  registerConsents(web, { ...house, consent: pack.consent });
  registerContact(web, house);
  registerDocuments(web, house);
  registerHandOvers(web, house);
  registerAssessments(web, house);
  registerClosure(web, {
    ...house,
    outcomes: { care: outcomesOf(pack, "care"), justice: outcomesOf(pack, "justice") },
  });
  registerImports(web, {
    ...house,
    situations: pack.situations.map((situation) => situation.code),
    timeZone: pack.about.timeZone,
    callingCode: pack.about.callingCode ?? null,
  });
  registerAccess(web, house);
  registerOversight(web, house);
  registerLog(web, house);
  registerHealth(web, house);
  registerEvents(web, house, {
    case: (tx, ids) => tx.rows(sql`select id from cases.cases where id = any(${ids as string[]}::uuid[])`),
    report: (tx, ids) => tx.rows(sql`select id from reports.reports where id = any(${ids as string[]}::uuid[])`),
  });
  registerInterface(web);
  registerReports(web, { ...house, responseHours: hours, offences });
  await web.register(publicReportPages, {
    reports: createPublicReports({
      pool: house.pools.public,
      vault: house.vault,
      intakeKey: house.intakeKey,
      files: house.files,
    }),
    pack: publicPack(pack),
    onTrouble: (name) => web.log.error({ trouble: name }, "a public page failed"),
  });
  return web;
}

/** What the first administrator chooses from. Oversight is named by two and never begins alone. */
function firstAgency(pack: Pack): FirstAgency {
  return {
    kinds: pack.kinds
      .filter((kind) => !kind.oversight)
      .map(({ code, names, nameIsLocation, oversight }) => ({
        code,
        names,
        isHome: nameIsLocation,
        isOversight: oversight,
      })),
    jurisdictions: pack.jurisdictions.map(({ code, names }) => ({ code, names })),
  };
}

function publicPack(pack: Pack): PublicPack {
  const [first, ...rest] = pack.about.emergency
    .filter((e) => e.danger)
    .map((e) => ({ call: e.number, name: { en: e.names.en ?? e.number, hi: e.names.hi ?? e.number } }));
  if (!first) throw new Error("The pack names no number to call in danger.");
  return {
    numbers: [first, ...rest],
    timeZone: pack.about.timeZone,
    ...(pack.about.neutralSite ? { awayTo: pack.about.neutralSite.address } : {}),
  };
}

function outcomesOf(pack: Pack, track: string): string[] {
  return pack.tracks.find((t) => t.code === track)?.outcomes.map((o) => o.code) ?? [];
}

function castEntries(pack: Pack) {
  if (pack.stage === null) return [];
  const { agencies, workers } = pack.stage.cast;
  const units = new Map(
    Object.values(agencies).flatMap((agency) =>
      Object.entries(agency.units).map(([key, unit]) => [key, { unit, agency }] as const),
    ),
  );
  return Object.values(workers).flatMap((worker) => {
    const place = units.get(worker.unit);
    return place
      ? [
          {
            id: worker.id,
            names: worker.names,
            unit: place.unit.names,
            agency: place.agency.names,
            agencyKind: place.agency.kind,
            roles: [...worker.roles],
            about: worker.about ?? null,
          },
        ]
      : [];
  });
}

/** A country's pack. @throws Error in words, with file and line, when it is wrong */
export function openPack(country: string): Pack {
  const loaded = loadPack(join(import.meta.dirname, "packs", country));
  if (loaded.ok) return loaded.pack;
  throw new Error(
    `The pack ${country} is not right:\n${loaded.problems.map((p) => `${p.file}:${p.line} ${p.problem}`).join("\n")}`,
  );
}

/** Acting for staff and for overseers over their own pools. */
export function openHouse(
  pools: House["pools"],
  vault: VaultClient,
  kind: "real" | "demo",
  { country, intakeKey, files }: { country: string; intakeKey: Uint8Array; files: string },
): House {
  const pack = openPack(country);
  const may = allows(pack);
  return {
    acting: createActing({ pool: pools.app, role: "homeward_app", loadActor, may }),
    overseeing: createActing({ pool: pools.oversight, role: "homeward_oversight", loadActor, may }),
    pools,
    vault,
    kind,
    pack,
    intakeKey,
    files,
  };
}

/** Says what kind of installation this is and brings in a country's pack. Repeatable. */
export async function loadPackInto(admin: pg.Pool, kind: "real" | "demo", country: string): Promise<void> {
  const payload = databasePayload(openPack(country), { cast: false });
  await transact(admin, { role: "homeward_admin", token: null }, async (tx) => {
    await tx.rows(sql`select platform.found_installation(${kind}, ${country})`);
    await tx.rows(sql`select agencies.load_pack(${JSON.stringify(payload)}::jsonb)`);
    await tx.rows(sql`select platform.note_pack(${packHash(join(import.meta.dirname, "packs", country))})`);
  });
}

/** The invented cast, with sign-ins whose one-time codes the cast page shows. Only a demonstration takes it. Repeatable. */
export async function loadCastInto(admin: pg.Pool, country: string, ring: Keyring): Promise<void> {
  const pack = openPack(country);
  if (pack.stage === null) return;
  const payload = databasePayload(pack, { cast: true });
  const password = await hashPassword(randomUUID()); // nobody signs in with it: the cast page makes the sessions
  await transact(admin, { role: "homeward_admin", token: null }, async (tx) => {
    await tx.rows(sql`select agencies.load_pack(${JSON.stringify(payload)}::jsonb)`);
    await Promise.all(
      Object.values(pack.stage?.cast.workers ?? {}).map((worker) =>
        tx.rows(
          sql`select sessions.give_demo_credential(${worker.id}::uuid, ${worker.login}, ${password}, ${sealSeed(ring, worker.id, newSeed())})`,
        ),
      ),
    );
  });
}

export const startWeb: Application["startWeb"] = async (settings: WebSettings) => {
  // Better no server than one that answers in the clear where a certificate was promised: read before anything listens.
  const { tls } = settings.listen;
  const certificate = tls === null ? null : readCertificate(tls);
  const pools = {
    app: createPool(settings.databases.app, { max: 16 }),
    oversight: createPool(settings.databases.oversight, { max: 4 }),
    signin: createPool(settings.databases.signin, { max: 4 }),
    public: createPool(settings.databases.public, { max: 8 }),
  };
  const house = openHouse(pools, new VaultClient(settings.vaultSocket), settings.kind, {
    country: settings.jurisdiction.toLowerCase(),
    intakeKey: Buffer.from(settings.intakeKey, "base64"),
    files: settings.files,
  });
  const secure = settings.publicUrl.startsWith("https:");
  const web = await buildWeb(house, {
    publicOrigin: settings.publicUrl,
    secure,
    log: { level: settings.logLevel },
    behindProxy: settings.behindProxy,
    certificate,
  });
  const leaveCertificate =
    tls === null
      ? () => {}
      : renewCertificate(web.server as unknown as SecureServer, tls, (what) => web.log.warn(what));
  serveBundle(web, settings.bundle);
  await web.listen({ host: settings.listen.host, port: settings.listen.port });
  const ending = new AbortController();
  let seeding: Promise<unknown> = Promise.resolve();
  if (settings.kind === "demo") {
    // In the background: the address can be opened at once, and the lists fill while somebody chooses who to be.
    seeding = seedDemo(web, house.pack, ending.signal).catch((error: unknown) =>
      console.error("The invented stories could not be played in:", error instanceof Error ? error.message : error),
    );
  }
  return {
    said: { address: settings.publicUrl },
    async stop() {
      ending.abort();
      await seeding;
      leaveCertificate();
      await web.close();
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
    },
  };
};

export const startVault: Application["startVault"] = async (settings: VaultSettings) => {
  const pool = createPool(settings.database, { max: 8 });
  const ring = openKeyring(settings.keys, false);
  const vault = await createVault(
    { pool, ring, store: new KeyStore(settings.dataKeys, ring) },
    vaultRoutes(settings.files, settings.publicUrl),
  );
  await listenOnSocket(vault, settings.socket);
  return {
    async stop() {
      await vault.close();
      await pool.end();
    },
  };
};

export const startSequencer: Application["startSequencer"] = async (settings: SequencerSettings) => {
  const sequencer = await sequence({
    config: settings.database,
    origin: originOf(settings.logKey),
    signingKey: ensureSigningKey(settings.logKey),
    keptAt: [join(settings.logKey, "..", "last-checkpoint"), ...(settings.memory === null ? [] : [settings.memory])],
    onTrouble: (what) => console.error(what),
  });
  return { said: { key: sequencer.key }, stop: () => sequencer.stop() };
};

/** A log's name, made once beside its key: it stands in every checkpoint and says nothing about whoever runs it. */
function originOf(logKey: string): string {
  const path = join(logKey, "..", "log-origin");
  if (!existsSync(path)) writeDurably(path, `homeward.invalid/log/${randomUUID()}\n`);
  return readFileSync(path, "utf8").trim();
}

export const startJobs: Application["startJobs"] = async (settings: JobsSettings) => {
  const jobs = await startRunner({
    config: settings.database,
    app: settings.app,
    upkeep: upkeep(new VaultClient(settings.vaultSocket)),
    tasks: [],
    log: (line) => console.log(JSON.stringify(line)),
  });
  return { stop: () => jobs.stop() };
};

/** All work that the program does by itself. */
export const upkeep = (vault: VaultClient): Upkeep[] => [
  ...platformUpkeep,
  ...reportsUpkeep,
  {
    purpose: "tidy-keys",
    everyMinutes: 1440,
    run: () => vault.call<Record<string, unknown>>("/keys/tidying", {}),
  },
];

/** Of a demonstration, which has every route. Nothing is connected: routes only say what they would take. */
export const describeInterface: Application["describeInterface"] = async () => {
  const nobody = () => createPool({ host: "/nonexistent" }, { max: 1 });
  const pools = { app: nobody(), oversight: nobody(), signin: nobody(), public: nobody() };
  const house = openHouse(pools, new VaultClient("/nonexistent"), "demo", {
    country: "in",
    intakeKey: new Uint8Array(32),
    files: "/nonexistent",
  });
  const web = await buildWeb(house, { publicOrigin: null, secure: false, log: false });
  await web.ready();
  const described = web.swagger();
  await web.close();
  return described;
};

export const ensureKeys: Application["ensureKeys"] = async ({ keys }) => ({
  intakeKey: openKeyring(keys, true).intake.publicKey.toString("base64"),
});

export const loadCountry: Application["loadCountry"] = (work) =>
  withAdmin(work, (pool) => loadPackInto(pool, work.kind, work.jurisdiction.toLowerCase()));

export const loadCast: Application["loadCast"] = (work) =>
  withAdmin(work, (pool) => loadCastInto(pool, work.jurisdiction.toLowerCase(), openKeyring(work.keys, false)));

async function withAdmin(work: Making, job: (pool: pg.Pool) => Promise<void>): Promise<void> {
  const pool = createPool(work.admin, { max: 1 });
  try {
    await job(pool);
  } finally {
    await pool.end();
  }
}

/** One transaction as the installation's own administrator, before anybody can reach the server. */
async function asAdmin<T>(admin: pg.ClientConfig, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = createPool(admin, { max: 1 });
  try {
    return await transact(pool, { role: "homeward_admin", token: null }, work);
  } finally {
    await pool.end();
  }
}

/** The one-time link with which the first administrator signs up; null as soon as somebody administers. */
export const makeSetupLink: Application["makeSetupLink"] = async (admin, publicUrl) => {
  const token = newToken();
  const { made } = await asAdmin(admin, (tx) =>
    tx.one<{ made: boolean }>(sql`select sessions.offer_setup(${hashOf(token)}) as made`),
  );
  return made ? `${publicUrl}/set-up#${token}` : null;
};

export const logSize: Application["logSize"] = (admin) =>
  asAdmin(admin, async (tx) => Number((await tx.one<{ size: string }>(sql`select log.size() as size`)).size));

export const endSessions: Application["endSessions"] = (admin, why) =>
  asAdmin(admin, async (tx) => (await tx.one<{ n: number }>(sql`select sessions.end_all(${why}) as n`)).n);
