import { sql } from "kysely";
import { generate, generateSecret, generateURI, verify } from "otplib";
import { z } from "zod";
import type { Keyring } from "../keys/keyring.ts";
import type { VaultRoutes } from "../keys/vault.ts";
import { DatabaseRefusal } from "../postgres/transaction.ts";

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

const Call = z.object({ token: z.string().max(200), code: z.string().regex(/^\d{6}$/) });
const Enrol = z.object({
  token: z.string().max(200),
  seed: z.string().max(64).optional(),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  label: z.string().max(80),
});

/**
 * The second factor is checked here, on the vault's login: a web process that was taken over cannot raise a session's level by itself.
 * A code is good within one step of 30 s on either side (RFC 6238, section 5.2), once.
 */
export const sessionVaultRoutes: VaultRoutes = (vault, context) => {
  vault.post("/totp/step-ups", async (request) => {
    const { token, code } = Call.parse(request.body);
    const factor = await context.as(token, (tx) =>
      tx.one<{ worker_id: string; totp_sealed: Buffer | null; totp_last_step: string; wait_seconds: number }>(
        sql`select * from sessions.second_factor_of()`,
      ),
    );
    if (factor.totp_sealed === null)
      throw new DatabaseRefusal("HW422", "no second factor is set up", "no-second-factor");
    if (factor.wait_seconds > 0) throw new DatabaseRefusal("HW422", "too early", "sign-in-wait");
    const result = await verify({
      secret: openSeed(context.ring, factor.worker_id, factor.totp_sealed),
      token: code,
      epochTolerance: 30,
    });
    if (!result.valid || !("timeStep" in result) || result.timeStep <= Number(factor.totp_last_step)) {
      await context.as(token, (tx) => tx.rows(sql`select sessions.failed(${factor.worker_id}::uuid)`));
      throw new DatabaseRefusal("HW422", "this code is not right", "code-wrong");
    }
    await context.as(token, (tx) => tx.rows(sql`select sessions.step_up(${result.timeStep}::bigint)`));
    return { level: 2 };
  });

  // Two steps: without a code a new seed is shown; with the code from it, it is kept.
  vault.post("/totp/enrolments", async (request) => {
    const { token, seed, code, label } = Enrol.parse(request.body);
    const factor = await context.as(token, (tx) =>
      tx.one<{ worker_id: string; level: number; totp_sealed: Buffer | null }>(
        sql`select * from sessions.second_factor_of()`,
      ),
    );
    if (factor.level < 1) throw new DatabaseRefusal("HW401", "the second factor is still owed", null);
    // Replacing a factor needs the one that is there: otherwise an unlocked screen is enough to take over a sign-in.
    if (factor.totp_sealed !== null && factor.level < 2)
      throw new DatabaseRefusal("HW422", "step up first", "step-up-needed");
    if (seed === undefined || code === undefined) {
      const fresh = newSeed();
      return { seed: fresh, uri: generateURI({ issuer: "Homeward", label, secret: fresh }) };
    }
    const result = await verify({ secret: seed, token: code, epochTolerance: 30 });
    if (!result.valid) throw new DatabaseRefusal("HW422", "this code is not right", "code-wrong");
    await context.as(token, (tx) =>
      tx.rows(sql`select sessions.keep_totp(${sealSeed(context.ring, factor.worker_id, seed)})`),
    );
    return { kept: true };
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
