import type { FastifyInstance } from "fastify";
import type pg from "pg";
import type { Tx } from "../postgres/transaction.ts";
import type { KeyStore } from "./key-store.ts";
import type { Keyring } from "./keyring.ts";

/** What the vault process holds: its own login, the keyring and the data keys. */
export interface VaultParts {
  pool: pg.Pool;
  ring: Keyring;
  store: KeyStore;
}

/** What a vault call is given besides: a transaction as the caller's session on the vault's login, and the intake's private half in use. */
export interface VaultContext extends VaultParts {
  as<T>(token: string | null, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Opens what the public or the web process sealed to the intake key. @throws when it is not for this context. */
  openIntake(context: string, box: Uint8Array): Buffer;
}

/** Calls on the vault that a room or a part of the platform adds; registered by app.ts. */
export type VaultRoutes = (vault: FastifyInstance, context: VaultContext) => void;

/** The web process's way to call the vault. */
export interface VaultCaller {
  call<T>(path: string, body: object): Promise<T>;
}
