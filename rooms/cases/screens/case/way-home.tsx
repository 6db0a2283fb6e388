import { Journey, type Return, STAGES, type Stage, type StageName } from "../../../../web/kit/journey.tsx";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { useNow } from "../../../../web/kit/now.ts";
import type { Case } from "../shared.tsx";

/** Where the child is on the way home. Days are days where the work is done, never days in Greenwich. */
export function WayHome({ of }: { readonly of: Case }) {
  const way = wayOf(of);
  return <Journey {...way} today={dayOf(useNow())} />;
}

const dayAt = (at: string) => dayOf(Date.parse(at));

/**
 * The stages as they stand. The last one reached goes on; justice goes on beside it while its track is open. Reaching a stage again after
 * a later one is a way back, and no failure mark.
 */
export function wayOf(of: Pick<Case, "stages" | "tracks">): { stages: Stage[]; returns: Return[] } {
  const reached = [...of.stages].sort((one, other) => Date.parse(one.reachedAt) - Date.parse(other.reachedAt));
  const last = new Map<StageName, string>();
  const returns: Return[] = [];
  let furthest: StageName | null = null;
  for (const { stage, reachedAt } of reached) {
    if (last.has(stage) && furthest !== null && STAGES.indexOf(furthest) > STAGES.indexOf(stage) && stage !== "justice")
      returns.push({ from: furthest, to: stage, on: dayAt(reachedAt) });
    last.set(stage, reachedAt);
    // Justice runs beside the others: nobody comes back from it.
    if (stage !== "justice") furthest = stage;
  }
  const justiceOpen = of.tracks.some((track) => track.track === "justice" && track.closedAt === null);
  const open = new Set<StageName>([
    ...(furthest === null ? [] : [furthest]),
    ...(justiceOpen ? ["justice" as const] : []),
  ]);
  return {
    stages: STAGES.flatMap((name): Stage[] => {
      const at = last.get(name);
      return at === undefined ? [] : [{ name, state: open.has(name) ? "open" : "done", on: dayAt(at) }];
    }),
    returns,
  };
}
