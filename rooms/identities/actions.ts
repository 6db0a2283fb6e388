import { sql } from "kysely";
import type { Place } from "../../platform/keys/seal.ts";
import type { Tx } from "../../platform/postgres/transaction.ts";
import { type Identity, SECTIONS } from "./model.ts";
import type { VaultClient } from "./vault/client.ts";

/** Which section must be held to open a person's record. */
export const IDENTITY_SECTION = SECTIONS.identity;
export const SUSPECT_SECTION = SECTIONS.suspects;
export const PLACE_SECTION = SECTIONS.location;

/** A sealed identity, ready to be stored in the transaction of the change it belongs to. */
export interface SealedIdentity {
  personId: string;
  sealed: Buffer;
  keys: { kind: number; blind: string }[];
}

/** Seals an identity at the vault. Nothing is stored yet; call it before the transaction. */
export async function sealIdentity(
  vault: VaultClient,
  token: string,
  personId: string,
  identity: Identity | Record<string, unknown>,
): Promise<SealedIdentity> {
  const [sealed] = await vault.seal(token, "person", personId, [
    { place: recordPlace(personId), text: JSON.stringify(identity) },
  ]);
  if (!sealed) throw new Error("The vault sealed nothing.");
  return { personId, sealed, keys: await vault.blind(token, exactValues(identity)) };
}

/** Stores what `sealIdentity` made. Returns the version. @throws DatabaseRefusal HW404, HW412 when somebody changed it since `seenVersion` */
export async function storeIdentity(
  tx: Tx,
  caseId: string,
  section: number,
  record: SealedIdentity,
  seenVersion: number | null,
): Promise<number> {
  const { version } = await tx.one<{ version: number }>(sql`
    select identities.store(${record.personId}::uuid, ${caseId}::uuid, ${section}::smallint, ${seenVersion}::int, 1, ${record.sealed},
                            ${JSON.stringify(record.keys)}::jsonb) as version`);
  return version;
}

function recordPlace(personId: string): Place {
  return { table: "identities.record", column: "sealed", row: personId, section: 0 };
}

function exactValues(identity: Identity | Record<string, unknown>): { kind: "phone" | "document"; value: string }[] {
  const { phone, documentNumber } = identity as Identity;
  return [
    ...(phone ? [{ kind: "phone" as const, value: phone }] : []),
    ...(documentNumber ? [{ kind: "document" as const, value: documentNumber }] : []),
  ];
}
