import type { Actor } from "../../../platform/http/act.ts";
import { NotVisible, type Refusal, refuse } from "../../../platform/http/problems.ts";
import type { Tx } from "../../../platform/postgres/transaction.ts";
import * as cases from "../actions.ts";
import { type PersonChange, SEX, wordOf } from "../model.ts";
import { recordChange } from "../store.ts";
import * as store from "./store.ts";

/** A reason sealed for one changed field; its row is the change's. */
export interface SealedReason {
  id: string;
  field: string;
  sealed: Buffer;
}

/** Changes what is known of somebody on the case; who changed what from what stays, with the reason sealed. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  caseId: string,
  personId: string,
  change: PersonChange,
  seenVersion: number,
  reasons: readonly SealedReason[],
): Promise<{ version: number } | Refusal> {
  await cases.seen(tx, caseId);
  const before = await store.onePerson(tx, caseId, personId);
  if (before === null) throw new NotVisible();
  const was: Record<string, unknown> = {
    relation: before.relation,
    relationClaimed: before.relation_claimed,
    livesWith: before.lives_with,
    sex: wordOf(SEX, before.sex),
    age: before.age,
    ended: before.ended,
  };
  if (before.version !== seenVersion)
    return { ...refuse("changed-since"), current: { ...was, version: before.version } };
  const version = await store.writePerson(tx, personId, seenVersion, change);
  for (const reason of reasons) {
    await recordChange(tx, {
      id: reason.id,
      caseId,
      table: "people",
      row: personId,
      field: reason.field,
      was: was[reason.field],
      became: change[reason.field as keyof PersonChange],
      reason: reason.sealed,
      by: actor.workerId,
      section: before.section,
    });
  }
  await cases.record(
    tx,
    "person-changed",
    caseId,
    { kind: "person", id: personId },
    { fields: reasons.map((r) => r.field) },
  );
  return { version };
}
