/**
 * The words of screening. Codes only: what a person reads stands in words/.
 *
 * item       one thing that may be so: asked, seen, or already known
 * dimension  one of the six sides of the ILO/EC indicators
 * element    act, means, purpose: what the law asks for
 * finding    what follows from the answers; advice, never a decision
 */

export const VALUES = ["yes", "no", "unknown", "not-asked"] as const;
export const SOURCES = ["child-said", "worker-saw", "document", "third-person"] as const;
export const STRENGTHS = ["strong", "medium", "weak"] as const;
/** Where we know a thing from. V read in the text itself, S in somebody's transcription, G general knowledge. */
export const MARKS = ["V", "S", "G"] as const;

/**
 * How an item may be filled. `known` is never put to the person: the worker answers from what was already
 * said or seen, because asking would be a forensic interview or would hurt.
 */
export const HOWS = ["ask", "observe", "known"] as const;

export const DIMENSIONS = [
  "deceptive-recruitment",
  "coercive-recruitment",
  "vulnerability-at-recruitment",
  "exploitation",
  "coercion-at-destination",
  "vulnerability-at-destination",
] as const;

export const STAGES = [
  "danger",
  "safe",
  "understanding",
  "age",
  "act",
  "means",
  "purpose",
  "status",
  ...DIMENSIONS,
] as const;

export const ACTS = ["act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt"] as const;

export const MEANS = [
  "means.threat-or-force",
  "means.other-coercion",
  "means.abduction",
  "means.fraud",
  "means.deception",
  "means.abuse-of-power",
  "means.abuse-of-vulnerability",
  "means.payment-to-controller",
] as const;

export const PURPOSES = [
  "purpose.commercial-sexual-use",
  "purpose.sexual",
  "purpose.forced-labour",
  "purpose.slavery",
  "purpose.servitude",
  "purpose.debt-bondage",
  "purpose.serfdom",
  "purpose.servile-marriage",
  "purpose.child-sale",
  "purpose.organ-removal",
  "purpose.forced-begging",
  "purpose.forced-crime",
  "purpose.illegal-adoption",
  "purpose.child-marriage",
  "purpose.armed-use",
] as const;

/** `not-yet-knowable`: some answer not yet given could still turn it. Unknown is never no. */
export const OUTCOMES = ["met", "not-met", "not-yet-knowable"] as const;

export const FINDINGS = [
  "elements-met",
  "recruitment-stage", // act seen and recruitment points on; purpose still to be established
  "act-seen-purpose-open",
  "exploitation-act-open", // exploitation seen; ask who brought or kept the person
  "exploitation-means-open", // adults only
  "exploitation-without-means", // adults only
  "not-yet-knowable",
  "elements-not-met",
] as const;

export const EXPLOITATION = ["none", "intended", "ongoing", "ended", "unknown"] as const;
export const TRACKS = ["child-labour", "sexual-abuse", "non-punishment"] as const;
export const TALKS = ["to-check", "may-ask", "observe-only"] as const;

export const REASONS = [
  "child",
  "age-in-doubt-so-child",
  "age-not-settled-so-child",
  "adult",
  "act-seen",
  "act-not-known",
  "act-denied",
  "means-not-needed-for-child",
  "means-seen",
  "means-not-known",
  "means-denied",
  "commercial-sexual-use-settles-purpose",
  "purpose-seen",
  "purpose-by-wider-reading",
  "purpose-not-known",
  "purpose-denied",
  "no-to-purpose-not-relied-on",
  "exploitation-presumed-ongoing",
  "answers-disagree",
  "prompt-asks-for-inquiry",
  "absence-is-weak-evidence",
  "not-safe-to-talk",
  "not-understood",
  "law-asks-means-for-child",
  "law-does-not-name-purpose",
] as const;

export type Value = (typeof VALUES)[number];
export type Source = (typeof SOURCES)[number];
export type Strength = (typeof STRENGTHS)[number];
export type Mark = (typeof MARKS)[number];
export type How = (typeof HOWS)[number];
export type DimensionId = (typeof DIMENSIONS)[number];
export type Stage = (typeof STAGES)[number];
export type ActId = (typeof ACTS)[number];
export type MeansId = (typeof MEANS)[number];
export type PurposeId = (typeof PURPOSES)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type FindingCode = (typeof FINDINGS)[number];
export type Exploitation = (typeof EXPLOITATION)[number];
export type Track = (typeof TRACKS)[number];
export type Talk = (typeof TALKS)[number];
export type ReasonCode = (typeof REASONS)[number];

/** `group.name`, the same for ever: `deceptive.wrong-job`. */
export type ItemId = string;

/** One answer. Source and note are kept by the caller for the record; no finding reads them. */
export type Answer = Readonly<{ value: Value; source?: Source; note?: string }>;
/** An item without an answer counts as `not-asked`. */
export type Answers = Readonly<Record<ItemId, Answer>>;

export type Item = Readonly<{ id: ItemId; how: How }>;
export type GroundItem = Item & Readonly<{ stage: Exclude<Stage, DimensionId> }>;
export type WeighedItem = Item & Readonly<{ dimension: DimensionId; strength: Strength }>;

type ListHead = Readonly<{
  id: string;
  /** Edition of the source, then our own counter: `2009-09.1`. Any change of the list changes it. */
  version: string;
  source: string;
  mark: Mark;
  /** True until a person has compared the list with its source, page by page. */
  needsCheck: boolean;
}>;
export type GroundList = ListHead & Readonly<{ kind: "ground"; items: readonly GroundItem[] }>;
export type WeighedList = ListHead & Readonly<{ kind: "weighed"; items: readonly WeighedItem[] }>;
/** Prompts carry no weight and change no finding: presence leads to inquiry, absence means nothing. */
export type PromptList = ListHead &
  Readonly<{
    kind: "prompts";
    items: readonly Item[];
    /** Topics of the source that we do not ask, because they would judge a person by profile. */
    leftOut: readonly string[];
  }>;
export type List = GroundList | WeighedList | PromptList;

/**
 * A national offence as a country pack states it. Its finding drives the charge; protection and statistics
 * follow the international elements.
 */
export type NationalOffence = Readonly<{
  id: string;
  version: string;
  provision: string;
  acts: readonly ActId[];
  means: readonly MeansId[];
  meansNeededForChild: boolean;
  purposes: readonly PurposeId[];
  /** "open": the law's list is inclusive, so a purpose it does not name stays arguable; "closed": it falls outside. */
  purposeList: "open" | "closed";
  marks: Readonly<{ acts: Mark; means: Mark; meansNeededForChild: Mark; purposes: Mark }>;
  needsCheck: boolean;
}>;

/**
 * The fewest further answers that would make an open dimension positive. Each mix is one way to get there:
 * take so many of each strength from the candidates. `setsOf` writes them out.
 */
export type Smallest = Readonly<{
  mixes: readonly (readonly Strength[])[];
  candidates: Readonly<Record<Strength, readonly ItemId[]>>;
}>;

export type DimensionFinding = Readonly<{
  dimension: DimensionId;
  /** Counting only what was answered yes. */
  lower: boolean;
  /** Counting also what is not known. */
  upper: boolean;
  finding: "positive" | "open" | "negative";
  yes: readonly ItemId[];
  unknown: readonly ItemId[];
  smallest: Smallest | null; // null unless open
}>;

export type ElementFinding = Readonly<{
  outcome: Outcome;
  metBy: readonly ItemId[];
  metByDimensions: readonly DimensionId[];
  /** Items and dimensions that could still establish it. */
  open: readonly ItemId[];
  openDimensions: readonly DimensionId[];
}>;
export type MeansFinding = ElementFinding & Readonly<{ needed: boolean }>;

/** An unanswered item that alone would change a finding; null where that answer changes nothing. */
export type Turning<F> = Readonly<{ item: ItemId; ifYes: F | null; ifNo: F | null }>;

export type Elements = Readonly<{ act: ElementFinding; means: MeansFinding; purpose: ElementFinding }>;
export type International = Elements & Readonly<{ outcome: Outcome; finding: FindingCode }>;
export type National = Elements &
  Readonly<{ offence: string; provision: string; outcome: Outcome; reasons: readonly Reason[] }>;

export type Reason = Readonly<{ code: ReasonCode; items: readonly ItemId[] }>;

/** What the advice was computed with. Keep it beside the answers: a later list never re-scores an old case. */
export type Freeze = Readonly<{
  rule: string;
  lists: readonly Readonly<{ id: string; version: string }>[];
  offences: readonly Readonly<{ id: string; version: string }>[];
}>;

/** Protection runs from contact, whatever is found: the constant stands here so that no screen can forget it. */
type Always = Readonly<{ protection: "continues"; freeze: Freeze }>;

export type ActNow = Always & Readonly<{ kind: "act-now"; dangers: readonly ItemId[] }>;

export type Finding = Always &
  Readonly<{
    kind: "finding";
    treatedAs: "child" | "adult";
    talk: Talk;
    international: International & Readonly<{ turning: readonly Turning<FindingCode>[] }>;
    national: readonly (National & Readonly<{ turning: readonly Turning<Outcome>[] }>)[];
    dimensions: readonly DimensionFinding[];
    exploitation: Exploitation;
    /** Roads that open beside this finding and do not wait for it. */
    tracks: readonly Track[];
    reasons: readonly Reason[];
    decision: Readonly<{ by: "named-worker"; noNeedsSecondPerson: boolean }>;
  }>;

export type Advice = ActNow | Finding;
