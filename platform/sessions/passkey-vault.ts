import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { sql } from "kysely";
import { z } from "zod";
import type { VaultRoutes } from "../keys/vault.ts";
import { DatabaseRefusal } from "../postgres/transaction.ts";

/** Loaded with the first passkey: every process reads this file at its start, and only the vault ever needs what it takes a third of a second to load. */
const webauthn = () => import("@simplewebauthn/server");

const Token = z.string().max(200);
/** What a browser answered; @simplewebauthn/server reads it strictly, so only its size and frame are checked here. */
const Answer = z.looseObject({ id: z.string().min(1).max(1400), response: z.looseObject({}) });
const Kind = z.enum(["passkey-sign-in", "passkey-step-up"]);

const Registration = z.object({ token: Token, challengeId: z.uuid(), label: z.string().max(60), answer: Answer });
const SignIn = z.object({ challengeId: z.uuid(), answer: Answer, hash: z.base64(), label: z.string().max(80) });
const StepUp = z.object({ token: Token, challengeId: z.uuid(), answer: Answer });

/**
 * Passkeys, checked where seeds are: in the vault, on its own login, so that the web process can sign nobody in by itself.
 * @param origin the address that people type; its host is what a passkey is bound to
 */
export const passkeyVaultRoutes =
  (origin: string): VaultRoutes =>
  (vault, context) => {
    const rpID = new URL(origin).hostname;

    vault.post("/passkeys/registration-options", async (request) => {
      const { token } = z.object({ token: Token }).parse(request.body);
      const [factor, known] = await context.as(token, (tx) =>
        Promise.all([
          tx.one<{ worker_id: string; login: string }>(sql`select * from sessions.second_factor_of()`),
          tx.rows<{ credential_id: Buffer; transports: string[] }>(sql`select * from sessions.passkeys_of_session()`),
        ]),
      );
      const options = await (await webauthn()).generateRegistrationOptions({
        rpName: "Homeward",
        rpID,
        userID: new Uint8Array(Buffer.from(factor.worker_id.replaceAll("-", ""), "hex")),
        userName: factor.login,
        attestationType: "none",
        excludeCredentials: known.map((one) => ({
          id: one.credential_id.toString("base64url"),
          transports: one.transports as AuthenticatorTransport[],
        })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      return { challengeId: await offer("passkey-register", options.challenge, token), options };
    });

    vault.post("/passkeys", async (request) => {
      const { token, challengeId, label, answer } = Registration.parse(request.body);
      const expectedChallenge = await take("passkey-register", challengeId, token);
      const { registrationInfo } = await (await webauthn())
        .verifyRegistrationResponse({
          response: answer as unknown as RegistrationResponseJSON,
          expectedChallenge,
          expectedOrigin: origin,
          expectedRPID: rpID,
          requireUserVerification: true,
        })
        .catch(() => {
          throw wrong();
        });
      if (!registrationInfo) throw wrong();
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      await context.as(token, (tx) =>
        tx.rows(
          sql`select sessions.keep_passkey(${Buffer.from(id, "base64url")}, ${Buffer.from(publicKey)}, ${counter}::bigint, ${transports}::text[], ${label})`,
        ),
      );
      return { kept: true };
    });

    // No list of credentials: the authenticator knows its own, so that nobody learns from here who has one.
    vault.post("/passkeys/options", async (request) => {
      const { token, kind } = z.object({ token: Token.nullable(), kind: Kind }).parse(request.body);
      const options = await (await webauthn()).generateAuthenticationOptions({ rpID, userVerification: "required" });
      return { challengeId: await offer(kind, options.challenge, token), options };
    });

    vault.post("/passkeys/sign-ins", async (request) => {
      const { challengeId, answer, hash, label } = SignIn.parse(request.body);
      const { credential, counter } = await check("passkey-sign-in", challengeId, answer, null);
      await context.as(null, (tx) =>
        tx.rows(
          sql`select sessions.begin_by_passkey(${credential}, ${counter}::bigint, ${Buffer.from(hash, "base64")}, ${label})`,
        ),
      );
      return { next: "done" };
    });

    vault.post("/passkeys/step-ups", async (request) => {
      const { token, challengeId, answer } = StepUp.parse(request.body);
      const { credential, counter } = await check("passkey-step-up", challengeId, answer, token);
      await context.as(token, (tx) =>
        tx.rows(sql`select sessions.step_up_by_passkey(${credential}, ${counter}::bigint)`),
      );
      return { level: 2 };
    });

    async function offer(kind: string, challenge: string, token: string | null): Promise<string> {
      const { id } = await context.as(token, (tx) =>
        tx.one<{ id: string }>(
          sql`select sessions.offer_challenge(${kind}, ${Buffer.from(challenge, "base64url")}) as id`,
        ),
      );
      return id;
    }

    /** Committed before the answer is looked at: a wrong answer spends the challenge too. */
    async function take(kind: string, id: string, token: string | null): Promise<string> {
      const { secret } = await context.as(token, (tx) =>
        tx.one<{ secret: Buffer }>(sql`select sessions.take_challenge(${id}::uuid, ${kind}) as secret`),
      );
      return secret.toString("base64url");
    }

    async function check(
      kind: z.infer<typeof Kind>,
      challengeId: string,
      answer: z.infer<typeof Answer>,
      token: string | null,
    ): Promise<{ credential: Buffer; counter: number }> {
      const expectedChallenge = await take(kind, challengeId, token);
      const credential = Buffer.from(answer.id, "base64url");
      const known = await context.as(token, (tx) =>
        tx.maybe<{ public_key: Buffer; counter: string; transports: string[] }>(
          sql`select * from sessions.passkey_for(${credential})`,
        ),
      );
      if (known === null) throw wrong();
      const { verified, authenticationInfo } = await (await webauthn())
        .verifyAuthenticationResponse({
          response: answer as unknown as AuthenticationResponseJSON,
          expectedChallenge,
          expectedOrigin: origin,
          expectedRPID: rpID,
          credential: {
            id: answer.id,
            publicKey: new Uint8Array(known.public_key),
            counter: Number(known.counter),
            transports: known.transports as AuthenticatorTransport[],
          },
          requireUserVerification: true,
        })
        .catch(async () => {
          await context.as(token, (tx) => tx.rows(sql`select sessions.passkey_failed(${credential})`));
          throw wrong();
        });
      if (!verified) throw wrong();
      return { credential, counter: authenticationInfo.newCounter };
    }
  };

/** One answer for every way in which a passkey's answer can be wrong. */
function wrong(): DatabaseRefusal {
  return new DatabaseRefusal("HW422", "this passkey is not right", "passkey-wrong");
}
