import type { How, Item, PromptList } from "../model.ts";
import { frozen } from "./freeze.ts";

/*
 * Prompts without weights. What the sources list about a person's looks, dress, nationality or travelling alone
 * is left out and named in `leftOut`: public lists of that kind have sent police after families and women alone.
 */

/** The published child-sexual list could not be read, so its weights are not here and must not be guessed. */
export const CHILD_SEXUAL = prompts(
  "child-sexual-exploitation",
  "2026-11.1",
  "G",
  "own words; published weights not verified",
  [
    ...named("sexual", "known", [
      "money-kept",
      "clients-set",
      "told-to-hide-age",
      "images",
      "condom-refusal",
      "untreated-injury",
    ]),
    ...named("sexual", "observe", ["moved-between-places", "drugs-or-alcohol", "locked-or-watched"]),
    ...named("sexual", "known", ["cover-marriage-or-adoption", "debt-for-things", "recruiter-as-friend", "advertised"]),
  ],
);

export const CHILDREN = prompts(
  "unodc-children",
  "unodc-leaflet.1",
  "V",
  "UNODC indicators, children, as carried by http://blueblindfold.gov.ie/en/bbf/pages/child_trafficking",
  [
    ...named("children", "ask", ["no-family-contact"]),
    ...named("children", "observe", ["frightened"]),
    ...named("children", "ask", ["no-friends", "no-school", "no-play"]),
    ...named("children", "observe", ["lives-apart", "eats-apart", "unfit-work", "group-of-non-relatives"]),
    ...named("children", "observe", ["child-size-work-things", "toys-or-beds", "found-by-adult", "taxi-number"]),
    ...named("children", "known", ["unlawful-adoption"]),
  ],
  ["travels-alone", "clothes"],
);

export const DOMESTIC = prompts(
  "unodc-domestic-servitude",
  "unodc-leaflet.1",
  "G",
  "UNODC indicators, domestic servitude",
  [
    ...named("domestic", "observe", ["eats-apart", "no-sleeping-space", "never-out-alone", "reported-by-employer"]),
    ...named("domestic", "observe", ["insulted-or-beaten", "fed-poorly"]),
  ],
);

export const SEXUAL = prompts(
  "unodc-sexual-exploitation",
  "unodc-leaflet.1",
  "V",
  "UNODC indicators, sexual exploitation, as carried by https://end-trafficking.org/2021/02/18/how-to-identify-a-victim-sexual-exploitation/",
  [
    ...named("sexual-place", "observe", ["moved", "escorted", "ownership-marks", "no-cash", "no-papers"]),
    ...named("sexual-place", "observe", ["group-under-control", "long-hours", "sleeps-at-workplace"]),
  ],
  ["clothes"],
);

export const LABOUR = prompts("unodc-labour", "unodc-leaflet.1", "G", "UNODC indicators, labour exploitation", [
  ...named("workplace", "observe", ["live-where-they-work", "unsuitable-lodging", "no-contract", "cannot-leave"]),
  ...named("workplace", "observe", ["fines", "no-safety-gear", "signs-unreadable", "guards-face-inward"]),
]);

export const BEGGING = prompts(
  "unodc-begging-petty-crime",
  "unodc-leaflet.1",
  "G",
  "UNODC indicators, begging and petty crime",
  [
    ...named("begging", "observe", ["public-places", "carries-drugs", "maimed", "moved-by-few-adults"]),
    ...named("begging", "ask", ["punished-for-takings", "group-without-parents", "moves-often"]),
  ],
  ["nationality"],
);

/** The published text is ordered by act, means and purpose; the three prompts are ours. */
export const FORCED_CRIME = prompts(
  "unodc-forced-crime",
  "2023.1",
  "G",
  "UNODC key indicators, forced criminality (2023), opening pages",
  [
    ...named("forced-crime", "ask", ["set-up-by-others", "under-pressure"]),
    ...named("forced-crime", "observe", ["others-profit"]),
  ],
);

function prompts(
  id: string,
  version: string,
  mark: PromptList["mark"],
  source: string,
  items: Item[],
  leftOut: string[] = [],
): PromptList {
  return frozen({ kind: "prompts", id, version, source, mark, needsCheck: true, items, leftOut });
}

function named(group: string, how: How, names: readonly string[]): Item[] {
  return names.map((name) => ({ id: `${group}.${name}`, how }));
}
