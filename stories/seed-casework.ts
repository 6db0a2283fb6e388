/**
 * What the pack's small stories do not hold and a demonstration should show at first look: screenings in different states, hand-overs for the next
 * shift, assessments, one closing that waits for its second person. All invented; every sentence here is sealed once it is played in.
 */
import type { Answers } from "../engines/screening/index.ts";
import type { NewAssessment } from "../rooms/cases/assessments/model.ts";

type Given = Answers;

export interface Casework {
  /** By whom, with which answers, and what they decided; null: nobody has decided yet. */
  screening?: {
    by: string;
    answers: Given;
    decision: { is: "trafficking" | "not-trafficking" | "not-yet"; reason: string; signedBy?: string } | null;
  };
  handOver?: { by: string; text: string };
  assessment?: { by: string; about: Omit<NewAssessment, "madeOn" | "follows" | "reviewOn"> };
  /** A track whose closing is asked for and waits for the one who was drawn. */
  closing?: { by: string; track: "care" | "justice"; outcome: string; reason: string };
}

const yes = { value: "yes", source: "third-person" } as const;
const seen = { value: "yes", source: "worker-saw" } as const;
const unknown = { value: "unknown", source: "third-person" } as const;

/** Why a track of the pack's closed cases was closed. */
export const CLOSED_BECAUSE =
  "Seen at home and at school for three months; nothing is open, and the child wants to stay.";

/** By the key of the story's case. */
export const CASEWORK: Readonly<Record<string, Casework>> = {
  meena: {
    handOver: {
      by: "asha-rao",
      text: "She asks each evening whether the door stays open. Somebody sits with her until she sleeps. No call to the village.",
    },
    assessment: {
      by: "anil",
      about: {
        kind: "first",
        childHeard: "alone",
        findings: [
          { domain: "safety", level: "concern", text: "The man who brought her knows the way to her mother’s door." },
          { domain: "school", level: "concern", text: "Out of school for nineteen months; she reads well." },
          { domain: "health", level: "safe", text: "The burns are closing; dressing every second day." },
        ],
        bestInterests:
          "To stay where she is until the aunt has been visited, and not to go back to the village of the recruiter.",
        childView: "“I want to go to my aunt. She has a goat that knows me.”",
      },
    },
  },
  "house-of-six": {
    screening: {
      by: "anil",
      answers: {
        "age.under-18": yes,
        "act.recruitment": yes,
        "act.harbouring": seen,
        "exploitation.excessive-hours": { value: "yes", source: "child-said" },
        "exploitation.no-school": seen,
      },
      decision: {
        is: "trafficking",
        reason: "Brought by a stranger, works from four in the morning, two smaller girls beside her.",
      },
    },
    handOver: {
      by: "anil",
      text: "The labour office goes in on Monday at six. Be reachable; the two smaller girls need a bed.",
    },
  },
  "platform-nine": {
    screening: {
      by: "jyoti",
      answers: { "age.under-18": seen, "act.transportation": seen, "purpose.forced-labour": unknown },
      decision: null,
    },
  },
  "model-agency": {
    screening: {
      by: "anil",
      answers: {
        "age.under-18": yes,
        "act.recruitment": yes,
        "deceptive.wrong-job": { value: "yes", source: "child-said" },
      },
      decision: { is: "not-yet", reason: "The agency’s papers are being looked at; nothing was asked of her so far." },
    },
  },
  balcony: {
    screening: { by: "ishita", answers: { "age.under-18": yes, "act.harbouring": yes }, decision: null },
  },
  "red-light-drum": {
    assessment: {
      by: "asha-rao",
      about: {
        kind: "best-interests",
        childHeard: "with-others",
        findings: [{ domain: "safety", level: "danger", text: "The house next door belongs to the same owner." }],
        bestInterests: "Away from that lane tonight, with her brother, and together.",
        childView: "",
      },
    },
  },
  "river-house": {
    closing: {
      by: "sumitra",
      track: "justice",
      outcome: "no-offence",
      reason: "The inquiry found a quarrel over the boat and no trade in children.",
    },
  },
};

/** Every sentence above: none may be found in the open. */
export function caseworkWords(): string[] {
  const written = Object.values(CASEWORK).flatMap(({ screening, handOver, assessment, closing }) =>
    [
      screening?.decision?.reason,
      handOver?.text,
      ...(assessment?.about.findings.map((finding) => finding.text) ?? []),
      assessment?.about.bestInterests,
      assessment?.about.childView,
      closing?.reason,
    ].filter((text): text is string => text !== undefined && text !== ""),
  );
  return [...written, CLOSED_BECAUSE];
}
