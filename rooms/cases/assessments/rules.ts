import type { Domain } from "../domains.ts";
import type { LEVELS } from "./model.ts";

type Level = (typeof LEVELS)[number];
type Finding = { readonly domain: Domain; readonly level: Level };

/** What changed in one part of life between two looks. "New" where it was not looked at before. */
export type Turn = "better" | "worse" | "same" | "new";

const WEIGHT: Readonly<Record<Exclude<Level, "not-known">, number>> = { safe: 0, concern: 1, danger: 2 };

/**
 * How a finding stands to the one before. "Not known" is neither better nor worse than anything: after it, or instead of it, a finding is new.
 * It compares what two people found; it counts nothing together and scores nobody.
 */
export function turnOf(before: readonly Finding[], finding: Finding): Turn {
  const was = before.find((one) => one.domain === finding.domain)?.level;
  if (was === undefined || was === "not-known" || finding.level === "not-known")
    return was === finding.level ? "same" : "new";
  const change = WEIGHT[finding.level] - WEIGHT[was];
  return change < 0 ? "better" : change > 0 ? "worse" : "same";
}

/** The parts of life that want somebody now: in danger, worst first as they stand in the list. */
export function inDanger(findings: readonly Finding[]): Domain[] {
  return findings.filter((one) => one.level === "danger").map((one) => one.domain);
}
