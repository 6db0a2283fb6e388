/**
 * A whole Homeward for a test file: a fresh database with the pack and its invented cast, the vault and the sequencer in this process, and
 * the web server to inject requests into. Nobody here is real.
 */

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { buildWeb, type House, loadCastInto, loadPackInto, openHouse, vaultRoutes } from "../app.ts";
import { person as castPerson, type PersonKey } from "../packs/cast.ts";
import { serveBundle } from "../platform/http/bundle.ts";
import type { Web } from "../platform/http/server.ts";
import { KeyStore } from "../platform/keys/key-store.ts";
import { ensureSigningKey, type Keyring, openKeyring } from "../platform/keys/keyring.ts";
import { type Sequencer, startSequencer } from "../platform/log/sequencer.ts";
import { createPool } from "../platform/postgres/pool.ts";
import { type Tx, transact } from "../platform/postgres/transaction.ts";
import { freshDatabase, type TestDatabase } from "../platform/testing/database.ts";
import { newCaseRef } from "../rooms/cases/rules.ts";
import {
  createVault,
  IDENTITY_SECTION,
  listenOnSocket,
  sealIdentity,
  storeIdentity,
  VaultClient,
} from "../rooms/identities/index.ts";

export interface Person {
  readonly workerId: string;
  readonly unitId: string;
  readonly agencyId: string;
  /** The session's token, as the cookie holds it. */
  readonly token: string;
  /** One transaction as this person on the app's login, under row security. */
  ask<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A request as this person; the body is JSON. */
  call(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** A request as this person whose body is a file. */
  send(
    method: "POST" | "PUT",
    url: string,
    file: string | Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  body: any;
  headers: Record<string, unknown>;
}

export interface World {
  db: TestDatabase;
  house: House;
  web: Web;
  vault: VaultClient;
  ring: Keyring;
  store: KeyStore;
  log: Sequencer;
  pools: Record<"app" | "oversight" | "signin" | "public", pg.Pool>;
  /** Signs a member of the cast in, by default already stepped up. */
  as(name: PersonKey, options?: { level?: 0 | 1 | 2 }): Promise<Person>;
  /** A case as the cases room opens one, with one child and her sealed identity; for tests of what lies beneath the cases room. */
  aCase(by: Person, child?: Record<string, unknown>): Promise<{ caseId: string; childId: string; ref: string }>;
  stop(): Promise<void>;
}

/** Brings a worker or a unit onto a case for a month, with these sections. @throws Error when that is refused */
export async function onCase(
  by: Person,
  caseId: string,
  kind: "worker" | "unit",
  subjectId: string,
  sections: readonly number[],
): Promise<void> {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const made = await by.call("POST", `/api/cases/${caseId}/members`, {
    kind,
    subjectId,
    purpose: 1,
    until,
    sections,
    basis: "joint-work",
  });
  if (made.status !== 201) throw new Error(`Not brought onto the case: ${JSON.stringify(made.body)}`);
}

/** A test asks more in a minute than one address may. */
let asked = 0;
export function nextAddress(): string {
  asked += 1;
  return `10.0.${Math.floor(asked / 300) % 256}.1`;
}

/** Sends one file to a case as the browser does: what it is first, then the bytes. */
export async function upload(
  w: Pick<World, "web">,
  by: Person,
  caseId: string,
  about: object,
  bytes: Uint8Array,
): Promise<Answer> {
  const edge = `hw${randomUUID()}`;
  const payload = Buffer.concat([
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="about"\r\n\r\n${JSON.stringify(about)}\r\n` +
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="paper"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]);
  const answer = await w.web.inject({
    method: "POST",
    url: `/api/cases/${caseId}/documents`,
    remoteAddress: nextAddress(),
    headers: { cookie: `hw_session=${by.token}`, "content-type": `multipart/form-data; boundary=${edge}` },
    payload,
  });
  return {
    status: answer.statusCode,
    body: answer.body === "" ? null : JSON.parse(answer.body),
    headers: answer.headers,
  };
}

/**
 * @param origin the address that a browser will type, where a test opens one; by default requests are injected
 * @param bundle the folder of the built staff app, where a browser will open it
 * @param onLog told of every line of the web process's log, at its most talkative
 * @param kind `real`: an empty installation, with the country's pack and nobody in it
 */
export async function world({
  origin,
  kind = "demo",
  bundle,
  onLog,
}: {
  origin?: string;
  bundle?: string;
  kind?: "real" | "demo";
  onLog?: (line: string) => void;
} = {}): Promise<World> {
  const db = await freshDatabase();
  const dir = mkdtempSync(join(tmpdir(), "hw-")); // short: a socket's path has 107 bytes
  const pools = {
    app: createPool(db.config("hw_app"), { max: 8 }),
    oversight: createPool(db.config("hw_oversight"), { max: 2 }),
    signin: createPool(db.config("hw_signin"), { max: 2 }),
    public: createPool(db.config("hw_public"), { max: 4 }),
  };
  const vaultPool = createPool(db.config("hw_vault"), { max: 4 });
  const adminPool = createPool(db.config("hw_admin"), { max: 1 });

  const ring = openKeyring(join(dir, "keys"), true);
  await loadPackInto(adminPool, kind, "in");
  if (kind === "demo") await loadCastInto(adminPool, "in", ring);
  const store = new KeyStore(join(dir, "data-keys"), ring);
  const vaultServer = await createVault(
    { pool: vaultPool, ring, store },
    vaultRoutes(join(dir, "files"), origin ?? "http://localhost"),
  );
  await listenOnSocket(vaultServer, join(dir, "v.sock"));
  const vault = new VaultClient(join(dir, "v.sock"));
  const log = await startSequencer({
    config: db.config("hw_log"),
    origin: "homeward.test/log",
    signingKey: ensureSigningKey(join(dir, "keys", "log.pem")),
  });
  const house = openHouse(pools, vault, kind, {
    country: "in",
    intakeKey: ring.intake.publicKey,
    files: join(dir, "files"),
  });
  const web = await buildWeb(house, {
    publicOrigin: origin ?? null,
    secure: false,
    log: onLog ? { level: "trace", stream: { write: onLog } } : false,
  });
  if (bundle !== undefined) serveBundle(web, bundle);
  await web.ready();

  async function inject(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    url: string,
    headers: Record<string, string>,
    payload: object | undefined,
  ): Promise<Answer> {
    const answer = await web.inject({
      method,
      url,
      remoteAddress: nextAddress(),
      headers,
      ...(payload ? { payload } : {}),
    });
    const json = String(answer.headers["content-type"] ?? "").includes("json");
    return {
      status: answer.statusCode,
      body: json && answer.body !== "" ? (JSON.parse(answer.body) as unknown) : answer.body,
      headers: answer.headers,
    };
  }

  return {
    db,
    house,
    web,
    vault,
    ring,
    store,
    log,
    pools,
    async as(name, { level = 2 } = {}) {
      const person = castPerson(name);
      const token = randomBytes(32).toString("base64url");
      const hash = createHash("sha256").update(token).digest();
      // Only the vault's login may begin a session that passes for somebody.
      await transact(vaultPool, { role: "homeward_vault", token: null }, (tx) =>
        tx.rows(
          sql`select sessions.begin(${person.id}::uuid, ${hash}, interval '8 hours', ${level}::smallint, 'a test')`,
        ),
      );
      return {
        workerId: person.id,
        unitId: person.unit.id,
        agencyId: person.agency.id,
        token,
        ask: (work) => transact(pools.app, { role: "homeward_app", token }, work),
        call: (method, url, body, headers = {}) =>
          inject(method, url, { cookie: `hw_session=${token}`, ...headers }, body),
        send: (method, url, file, headers = {}) =>
          inject(
            method,
            url,
            { cookie: `hw_session=${token}`, "content-type": "application/octet-stream", ...headers },
            Buffer.from(file as Uint8Array),
          ),
      };
    },
    async aCase(by, child = { givenName: "Zubeida-Kalindi", familyName: "Quillpatra" }) {
      const caseId = randomUUID();
      const childId = randomUUID();
      const ref = newCaseRef();
      const sealed = await sealIdentity(vault, by.token, childId, child);
      await by.ask(async (tx) => {
        await tx.rows(
          sql`select cases.open_case(${caseId}, ${ref}, 1::smallint, 14::smallint, 1::smallint, 1::smallint, 'domestic-work', 'IN-DL-south', now(), null)`,
        );
        await tx.rows(sql`insert into cases.people (id, case_id, jurisdiction_id, role, added_by)
          select ${childId}, c.id, c.jurisdiction_id, 1, ${by.workerId} from cases.cases c where c.id = ${caseId}`);
        await storeIdentity(tx, caseId, IDENTITY_SECTION, sealed, null);
      });
      return { caseId, childId, ref };
    },
    async stop() {
      await web.close();
      await vaultServer.close();
      await log.stop();
      await Promise.all([...Object.values(pools), vaultPool, adminPool].map((pool) => pool.end()));
      await db.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
