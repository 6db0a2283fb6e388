import { rmSync } from "node:fs";
import Fastify, { type FastifyInstance } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { KeyKind } from "../../../platform/keys/key-store.ts";
import type { Keyring } from "../../../platform/keys/keyring.ts";
import { open, seal } from "../../../platform/keys/seal.ts";
import { openBox } from "../../../platform/keys/sealed-box.ts";
import { type Tidied, tidyKeys } from "../../../platform/keys/tidy.ts";
import type { VaultContext, VaultParts, VaultRoutes } from "../../../platform/keys/vault.ts";
import { DatabaseRefusal, type Tx, transact } from "../../../platform/postgres/transaction.ts";

/*
 * The vault process: the only one that holds keys. It believes no caller: who acts is looked up behind the session's token on the vault's own
 * login, what may be opened is asked of the database, and a narrative or identity opens only against a log entry that is committed.
 */
const VAULT = "homeward_vault";

const PlaceShape = z.object({
  table: z.string().max(60),
  column: z.string().max(60),
  row: z.string().max(60),
  section: z.int().min(0).max(9),
});
// Any text: whether a session stands behind it is for the database to say, with its own code.
const Token = z.string().max(200);

const SealCall = z.object({
  token: Token,
  kind: z.enum(["person", "case"]),
  id: z.uuid(),
  items: z.array(z.object({ place: PlaceShape, text: z.string().max(200_000) })).max(200),
});
const ManyCall = z.object({
  token: Token,
  groups: z.array(SealCall.omit({ token: true })).max(500),
  values: z.array(z.object({ kind: z.enum(["phone", "document"]), value: z.string().max(200) })).max(2000),
});
const NarrativeCall = z.object({
  token: Token,
  caseId: z.uuid(),
  items: z.array(z.object({ place: PlaceShape, sealed: z.base64() })).max(2000),
});
const OpeningCall = z.object({
  token: Token,
  personId: z.uuid(),
  reason: z.string().max(60),
  reasonText: z.string().max(500).nullable(),
  requestId: z.uuid(),
});
const ExactCall = z.object({
  token: Token,
  kind: z.enum(["phone", "document"]),
  value: z.string().max(100),
  requestId: z.uuid(),
});
const BlindCall = z.object({
  token: Token,
  values: z.array(z.object({ kind: z.enum(["phone", "document"]), value: z.string().max(100) })).max(20),
});
const EraseCall = z.object({ token: Token, personId: z.uuid(), approval: z.uuid() });

const KIND = { phone: 1, document: 2 } as const;
export const IDENTITY_PLACE = (row: string, section: number) => ({
  table: "identities.record",
  column: "sealed",
  row,
  section,
});

export async function createVault(parts: VaultParts, more: VaultRoutes[] = []): Promise<FastifyInstance> {
  const vault = Fastify({ logger: false, bodyLimit: 32 * 1_048_576 });
  const context: VaultContext = {
    ...parts,
    as: (token, work) => transact(parts.pool, { role: VAULT, token }, work),
    openIntake: (where, box) => openWithAny(parts.ring.intakes, where, box),
  };
  await replayErasures(parts);

  vault.setErrorHandler((error, _request, reply) => {
    if (error instanceof DatabaseRefusal)
      return reply.code(409).send({ sqlstate: error.sqlstate, message: error.message, detail: error.detail });
    if (error instanceof z.ZodError) return reply.code(400).send({ message: "The vault did not understand the call." });
    return reply.code(500).send({ message: "The vault could not do that." });
  });

  vault.get("/health", async () => ({ ok: true }));
  vault.post("/seal", async (request) => sealAll(context, SealCall.parse(request.body)));
  vault.post("/seals", async (request) => sealMany(context, ManyCall.parse(request.body)));
  vault.post("/narratives", async (request) => openNarratives(context, NarrativeCall.parse(request.body)));
  vault.post("/openings", async (request) => openIdentity(context, OpeningCall.parse(request.body)));
  vault.post("/exact-searches", async (request) => findExact(context, ExactCall.parse(request.body)));
  vault.post("/blind", async (request) => blindAll(context, BlindCall.parse(request.body)));
  vault.post("/erasures", async (request) => erase(context, EraseCall.parse(request.body)));
  // No session: it opens nothing, and what is unused is for the database to say. Goes on after the answer, which tells of the last time.
  let tidying: Promise<void> | null = null;
  let last: Tidied | { failed: true } | null = null;
  vault.post("/keys/tidying", async () => {
    tidying ??= tidyKeys(parts.store.dir, async (kind, ids) => {
      const rows = await context.as(null, (tx) =>
        tx.rows<{ id: string }>(sql`select x as id from identities.keys_in_use(${kind}, ${ids as string[]}::uuid[]) x`),
      );
      return new Set(rows.map((row) => row.id));
    })
      .then(
        (did) => {
          last = did;
        },
        () => {
          last = { failed: true };
        },
      )
      .finally(() => {
        tidying = null;
      });
    // Usually over at once; a large store takes longer than a caller waits.
    await Promise.race([tidying, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    return { last, goesOn: tidying !== null };
  });
  vault.addHook("onClose", async () => void (await tidying));
  for (const register of more) register(vault, context);
  return vault;
}

/** A box does not say to which key it was sealed: the newest first. @throws Error of the newest when none opens it */
function openWithAny(keys: Keyring["intakes"], where: string, box: Uint8Array): Buffer {
  let first: unknown;
  for (const { privateKey, publicKey } of keys) {
    try {
      return openBox(privateKey, publicKey, where, box);
    } catch (error) {
      first ??= error;
    }
  }
  throw first;
}

/** Listens on a private socket; an old one left by a crash is removed first. */
export async function listenOnSocket(server: FastifyInstance, path: string): Promise<void> {
  rmSync(path, { force: true });
  await server.listen({ path });
}

interface VaultActor {
  worker_id: string;
  agency_id: string | null;
  session_id: string;
  level: number;
}

function actor(tx: Tx): Promise<VaultActor> {
  return tx.one<VaultActor>(sql`select * from identities.vault_actor()`);
}

/** Seals under a person's or case's key, which is made at first need for the actor's agency. Any signed-in worker may seal: it reveals nothing. */
async function sealAll(context: VaultContext, call: z.infer<typeof SealCall>) {
  const me = await context.as(call.token, actor);
  const key = context.store.ensure(
    call.kind as KeyKind,
    call.id,
    me.agency_id ?? "00000000-0000-0000-0000-000000000000",
  );
  return { keyVersion: 1, sealed: call.items.map((item) => seal(key, item.place, 1, item.text).toString("base64")) };
}

/** The same for many people and cases: a file that comes in is sealed in few calls. */
async function sealMany(context: VaultContext, call: z.infer<typeof ManyCall>) {
  const me = await context.as(call.token, actor);
  const sealed: string[][] = [];
  for (const { kind, id, items } of call.groups) {
    const key = context.store.ensure(kind, id, me.agency_id ?? "00000000-0000-0000-0000-000000000000");
    sealed.push(items.map((item) => seal(key, item.place, 1, item.text).toString("base64")));
    // A new key waits for the disk: whoever reads a case meanwhile is not kept waiting for all of them.
    await new Promise(setImmediate);
  }
  const keys = call.values.map((v) => ({
    kind: KIND[v.kind],
    blind: blindOf(context, me, v.kind, v.value).toString("hex"),
  }));
  return { sealed, keys };
}

/** Opens a case's notes and the like: only sections held, and only after a case-viewed of this session stands in the log. */
async function openNarratives(context: VaultContext, call: z.infer<typeof NarrativeCall>) {
  const { sections } = await context.as(call.token, (tx) =>
    tx.one<{ sections: number[] }>(sql`select identities.narrative_sections(${call.caseId}::uuid) as sections`),
  );
  const key = context.store.find("case", call.caseId);
  return {
    texts: call.items.map((item) => {
      if (key === null || !sections.includes(item.place.section)) return null;
      try {
        return open(key, item.place, 1, Buffer.from(item.sealed, "base64"));
      } catch {
        return null; // moved, altered or of another case: it does not open
      }
    }),
  };
}

/** No receipt, no key: the entry commits first, then the record is released against it, once. */
async function openIdentity(context: VaultContext, call: z.infer<typeof OpeningCall>) {
  const why = call.reasonText === null ? null : sealReason(context, call.personId, call.reasonText);
  const opening = await context.as(call.token, (tx) =>
    tx.one<{ id: string }>(
      sql`select identities.ask_opening(${call.personId}::uuid, ${call.reason}, ${why}, ${call.requestId}::uuid) as id`,
    ),
  );
  const released = await context.as(call.token, (tx) =>
    tx.one<{ person_id: string; key_version: number; sealed: Buffer; version: number; entry_id: string }>(
      sql`select r.* from identities.release(${opening.id}::uuid) r`,
    ),
  );
  const key = context.store.find("person", call.personId);
  if (key === null) throw new DatabaseRefusal("HW404", "not visible", null);
  const text = open(key, IDENTITY_PLACE(call.personId, 0), released.key_version, released.sealed);
  return {
    identity: JSON.parse(text) as unknown,
    version: released.version,
    entryId: released.entry_id,
    openedAt: new Date().toISOString(),
  };
}

/** Reasons are sealed under the person's own key: erased with the person. */
function sealReason(context: VaultContext, personId: string, text: string): Buffer | null {
  const key = context.store.find("person", personId);
  return key === null
    ? null
    : seal(key, { table: "identities.opening", column: "reason_sealed", row: personId, section: 0 }, 1, text);
}

async function findExact(context: VaultContext, call: z.infer<typeof ExactCall>) {
  return context.as(call.token, async (tx) => {
    const me = await actor(tx);
    const blind = blindOf(context, me, call.kind, call.value);
    const found = await tx.rows<{ person_id: string; case_id: string }>(
      sql`select * from identities.find_exact(${KIND[call.kind]}::smallint, ${blind}, ${call.requestId}::uuid)`,
    );
    return { found: found.map((row) => ({ personId: row.person_id, caseId: row.case_id })) };
  });
}

async function blindAll(context: VaultContext, call: z.infer<typeof BlindCall>) {
  const me = await context.as(call.token, actor);
  return {
    keys: call.values.map((v) => ({
      kind: KIND[v.kind],
      blind: blindOf(context, me, v.kind, v.value).toString("hex"),
    })),
  };
}

/** The index key is per agency: the same number of two agencies gives two unrelated values. */
function blindOf(context: VaultContext, me: VaultActor, kind: "phone" | "document", value: string): Buffer {
  const plain = kind === "phone" ? value.replace(/[^\d+]/g, "") : value.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return context.ring.blind(`exact/${me.agency_id}/${kind}`, plain);
}

async function erase(context: VaultContext, call: z.infer<typeof EraseCall>) {
  await context.as(call.token, (tx) =>
    tx.rows(sql`select identities.erase(${call.personId}::uuid, ${call.approval}::uuid)`),
  );
  context.store.destroy("person", call.personId);
  return { erased: true };
}

/** After a restore the database may know erasures that the key store's backup does not. */
async function replayErasures(parts: VaultParts): Promise<void> {
  const rows = await transact(parts.pool, { role: VAULT, token: null }, (tx) =>
    tx.rows<{ person_id: string }>(sql`select * from identities.erased()`),
  );
  parts.store.replayErasures(rows.map((row) => row.person_id));
}
