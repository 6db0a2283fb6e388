import { ACTS, type GroundItem, type GroundList, type How, MEANS, PURPOSES, type PurposeId } from "../model.ts";
import { frozen } from "./freeze.ts";

/**
 * Questions that stand under every screening: danger, a safe talk, age, the elements of Palermo art. 3, and
 * how far the exploitation has gone. Consent to work or travel is not among them: under 18 it answers nothing,
 * and of an adult the definition does not ask it.
 */
const rows = [
  stage("danger", "observe", ["held", "injured", "being-moved", "self-harm", "under-5-alone", "exploiter-present"]),
  // Every answer must be yes before anything may be asked.
  stage("safe", "observe", ["alone", "not-overheard", "phone-not-watched", "own-interpreter"]),
  stage("understands", "ask", ["who-asks", "why", "use", "silence", "agrees"], "understanding"),
  stage("age", "ask", ["under-18"]),
  // A first entry of 18 to 23 is settled by papers or a doctor only; until then a child.
  stage("age", "known", ["settled"]),
  stage("act", "ask", bare(ACTS)),
  stage("means", "ask", bare(MEANS)),
  // Never put to a child: the forensic interview asks, once.
  stage("purpose", "known", ["commercial-sexual-use", "sexual"]),
  stage("purpose", "ask", bare(PURPOSES).slice(2)),
  stage("status", "ask", ["begun", "ongoing"]),
  stage("abuse", "known", ["sexual"], "status"),
].flat();

/** @source Protocol to Prevent, Suppress and Punish Trafficking in Persons (Palermo, 2000), art. 3 */
export const GROUND: GroundList = frozen({
  kind: "ground",
  id: "ground",
  version: "2000.1",
  source:
    "Palermo Protocol (2000), art. 3; order of work: WHO ethical and safety rules for interviewing trafficked women",
  mark: "G",
  needsCheck: true,
  items: rows,
});

/**
 * Purposes that the Protocol does not name. Its list is a minimum and many national laws hold these; a finding
 * that rests on them alone says so.
 */
export const WIDER_PURPOSES: readonly PurposeId[] = frozen([
  "purpose.forced-begging",
  "purpose.forced-crime",
  "purpose.illegal-adoption",
  "purpose.child-marriage",
  "purpose.armed-use",
]);

/** Purposes that are one only because the person is under 18. */
export const CHILD_PURPOSES: readonly PurposeId[] = frozen([
  "purpose.commercial-sexual-use",
  "purpose.child-sale",
  "purpose.illegal-adoption",
  "purpose.child-marriage",
]);

function stage(group: string, how: How, names: readonly string[], at = group): GroundItem[] {
  return names.map((name) => ({ id: `${group}.${name}`, how, stage: at as GroundItem["stage"] }));
}

function bare(ids: readonly string[]): string[] {
  return ids.map((id) => id.slice(id.indexOf(".") + 1));
}
