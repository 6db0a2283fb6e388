import { timingSafeEqual } from "node:crypto";
import { sql } from "kysely";
import { generate, generateSecret, generateURI, verify } from "otplib";
import { z } from "zod";
import type { Keyring } from "../keys/keyring.ts";
import type { VaultRoutes } from "../keys/vault.ts";
import { DatabaseRefusal } from "../postgres/transaction.ts";
import { recoveryHash } from "./recovery-hash.ts";

/** A one-time-code seed at rest: wrapped under the node's key for one worker; only the vault sees it. */
export function sealSeed(ring: Keyring, workerId: string, seed: string): Buffer {
  return ring.wrap(Buffer.from(seed, "utf8"), `totp/${workerId}`);
}

export function newSeed(): string {
  return generateSecret();
}

function openSeed(ring: Keyring, workerId: string, sealed: Uint8Array): string {
  return ring.unwrap(sealed, `totp/${workerId}`).toString("utf8");
}

const Token = z.string().max(200);
const Code = z.string().regex(/^\d{6}$/);
const Call = z.object({ token: Token, code: Code });
const Enrol = z.object({ token: Token, seed: z.string().max(64).optional(), code: Code.optional() });
const Renew = z.object({
  login: z.string().max(64),
  words: z.string().max(200),
  passwordHash: z.string().max(300),
  tokenHash: z.base64(),
  label: z.string().max(80),
});
const Recover = z.object({ token: Token, words: z.string().max(200) });

/** What the database says of the session behind a token and of its second factor. */
interface Factor {
  worker_id: string;
  login: string;
  level: number;
  totp_sealed: Buffer | null;
  totp_last_step: string;
  has_passkey: boolean;
  wait_seconds: number;
}

/**
 * The second factor is checked here, on the vault's login: a web process that was taken over cannot raise a session's level by itself.
 * A code is good within one step of 30 s on either side (RFC 6238, section 5.2), once.
 */
export const sessionVaultRoutes: VaultRoutes = (vault, context) => {
  const factorOf = (token: string) =>
    context.as(token, (tx) => tx.one<Factor>(sql`select * from sessions.second_factor_of()`));
  const failed = (token: string, workerId: string) =>
    context.as(token, (tx) => tx.rows(sql`select sessions.failed(${workerId}::uuid)`));

  vault.post("/totp/step-ups", async (request) => {
    const { token, code } = Call.parse(request.body);
    const factor = await factorOf(token);
    if (factor.totp_sealed === null)
      throw new DatabaseRefusal("HW422", "no second factor is set up", "no-second-factor");
    mustNotWait(factor);
    const result = await verify({
      secret: openSeed(context.ring, factor.worker_id, factor.totp_sealed),
      token: code,
      epochTolerance: 30,
    });
    if (!result.valid || !("timeStep" in result) || result.timeStep <= Number(factor.totp_last_step)) {
      await failed(token, factor.worker_id);
      throw new DatabaseRefusal("HW422", "this code is not right", "code-wrong");
    }
    await context.as(token, (tx) => tx.rows(sql`select sessions.step_up(${result.timeStep}::bigint)`));
    return { level: 2 };
  });

  // Two steps: without a code a new seed is shown; with the code from it, it is kept and the session is stepped up.
  vault.post("/totp/enrolments", async (request) => {
    const { token, seed, code } = Enrol.parse(request.body);
    const factor = await factorOf(token);
    await context.as(token, (tx) => tx.rows(sql`select sessions.may_enrol()`));
    if (seed === undefined || code === undefined) {
      const fresh = newSeed();
      return { seed: fresh, uri: generateURI({ issuer: "Homeward", label: factor.login, secret: fresh }) };
    }
    mustNotWait(factor);
    const result = await verify({ secret: seed, token: code, epochTolerance: 30 });
    if (!result.valid || !("timeStep" in result))
      throw new DatabaseRefusal("HW422", "this code is not right", "code-wrong");
    await context.as(token, (tx) =>
      tx.rows(
        sql`select sessions.keep_totp(${sealSeed(context.ring, factor.worker_id, seed)}, ${result.timeStep}::bigint)`,
      ),
    );
    return { kept: true };
  });

  // The words that a colleague said on the phone, after the right password. Wrong words cost the same growing wait as a wrong code.
  vault.post("/recoveries/uses", async (request) => {
    const { token, words } = Recover.parse(request.body);
    const factor = await factorOf(token);
    mustNotWait(factor);
    const waiting = await context.as(token, (tx) =>
      tx.maybe<{ id: string; code_hash: Buffer }>(sql`select * from sessions.recovery_to_use()`),
    );
    // Nobody vouched and wrong words take the same time and answer alike.
    const said = await recoveryHash(words, waiting?.id ?? "00000000-0000-0000-0000-000000000000");
    if (waiting === null || !timingSafeEqual(said, waiting.code_hash)) {
      await failed(token, factor.worker_id);
      throw new DatabaseRefusal("HW422", "these words are not right", "recovery-code-wrong");
    }
    await context.as(token, (tx) => tx.rows(sql`select sessions.use_recovery(${waiting.id}::uuid)`));
    return { next: "enrol" };
  });

  // Words for a forgotten password, before anybody is known. Nobody there, nobody vouched and wrong words take the same time and answer alike.
  vault.post("/recoveries/passwords", async (request) => {
    const { login, words, passwordHash, tokenHash, label } = Renew.parse(request.body);
    const found = await context.as(null, (tx) =>
      tx.maybe<{ worker_id: string; wait_seconds: number; id: string | null; code_hash: Buffer | null }>(
        sql`select * from sessions.password_recovery_of(${login})`,
      ),
    );
    if (found !== null) mustNotWait(found);
    const said = await recoveryHash(words, found?.id ?? "00000000-0000-0000-0000-000000000000");
    if (found === null || found.code_hash === null || !timingSafeEqual(said, found.code_hash)) {
      if (found !== null)
        await context.as(null, (tx) => tx.rows(sql`select sessions.failed(${found.worker_id}::uuid)`));
      throw new DatabaseRefusal("HW422", "these words are not right", "recovery-code-wrong");
    }
    const owed = await context.as(null, (tx) =>
      tx.one<{ has_totp: boolean; has_passkey: boolean }>(
        sql`select * from sessions.use_password_recovery(${found.id}::uuid, ${passwordHash}, ${Buffer.from(tokenHash, "base64")}, ${label})`,
      ),
    );
    return { next: owed.has_totp ? "totp" : owed.has_passkey ? "passkey" : "enrol" };
  });

  vault.post("/demo/codes", async () => {
    const seeds = await context.as(null, (tx) =>
      tx.rows<{ worker_id: string; totp_sealed: Buffer }>(sql`select * from sessions.demo_seeds()`),
    );
    const codes: Record<string, string> = {};
    for (const row of seeds)
      codes[row.worker_id] = await generate({ secret: openSeed(context.ring, row.worker_id, row.totp_sealed) });
    return { codes };
  });
};

/** @throws DatabaseRefusal sign-in-wait, whose message is the number of seconds. */
function mustNotWait({ wait_seconds }: Pick<Factor, "wait_seconds">): void {
  if (wait_seconds > 0) throw new DatabaseRefusal("HW422", String(wait_seconds), "sign-in-wait");
}
