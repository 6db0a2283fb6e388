import type { GIVERS, Standing } from "./model.ts";

type Giver = (typeof GIVERS)[number];

/** One recorded answer, as the rule needs it. Instants in milliseconds. */
export interface Answer {
  readonly id: string;
  readonly giver: Giver;
  readonly answer: "yes" | "no" | "not-asked-danger";
  readonly purpose: string;
  readonly receiver: string | null;
  readonly channel: string | null;
  readonly toPlease: "no" | "perhaps" | "yes";
  readonly givenAt: number;
  readonly endsAt: number;
  readonly withdrawnAt: number | null;
}

export interface Asked {
  readonly purpose: string;
  readonly receiver: string | null;
  readonly channel: string | null;
}

/** What a country's pack says of an age. */
export interface AgeRule {
  readonly from: number;
  readonly to: number;
  readonly decides: "caregiver" | "child";
  readonly child: "told" | "assent-spoken" | "assent-written" | "consent";
}

export interface Stands {
  readonly state: Standing;
  /** Whose word makes it so, or whose is missing. */
  readonly by: Giver | null;
  /** Until when a yes holds: the earliest end of the words it rests on. */
  readonly until: number | null;
  /** A yes that was, or perhaps was, given to please. */
  readonly doubtful: boolean;
}

/**
 * Whose word is needed at this age. Where the age is not known, or the pack says nothing of it, both are asked: the caregiver decides and
 * the child says yes. Whoever is not a child decides alone.
 */
export function wordsNeeded(ages: readonly AgeRule[], age: number | null): { decides: Giver; childToo: boolean } {
  if (age !== null && age >= 18) return { decides: "child", childToo: true };
  const rule = age === null ? undefined : ages.find((one) => one.from <= age && age <= one.to);
  if (rule === undefined) return { decides: "caregiver", childToo: true };
  return rule.decides === "child"
    ? { decides: "child", childToo: true }
    : { decides: "caregiver", childToo: rule.child !== "told" };
}

/**
 * What stands now. Asked by every act that shares something or goes outward; anything but "yes" stops it.
 *
 * The child's own no, or a word taken back, always counts, whoever else agreed. Where the caregiver may be the danger the caregiver is not
 * asked, and the committee's word takes that place. An answer for every receiver (null) does not answer for a named one, and an answer
 * through one channel does not open another: consent is never wider than what was asked.
 * @param at the instant to tell it for, in milliseconds
 */
export function standing(
  answers: readonly Answer[],
  asked: Asked,
  needed: { readonly decides: Giver; readonly childToo: boolean },
  at: number,
): Stands {
  const fits = answers.filter(
    (one) =>
      one.purpose === asked.purpose &&
      one.receiver === asked.receiver &&
      (one.channel === null || one.channel === asked.channel) &&
      one.givenAt <= at,
  );
  const word = (giver: Giver) => wordOf(fits, giver, at);
  const child = word("child");
  if (child.state === "no" || child.state === "withdrawn") return say(child.state, "child");
  const parts: (Word & { readonly by: Giver })[] = [];
  if (needed.decides === "caregiver") {
    const caregiver = word("caregiver");
    const committee = word("committee");
    // The committee's word stands in for a caregiver who is the danger, and for one who was never asked.
    parts.push(
      caregiver.state === "danger" || (caregiver.state === "never-asked" && committee.state !== "never-asked")
        ? { ...committee, by: "committee" }
        : { ...caregiver, by: "caregiver" },
    );
  }
  if (needed.childToo || child.state === "ended") parts.push({ ...child, by: "child" });
  for (const state of ORDER) {
    const part = parts.find((one) => one.state === state);
    if (part !== undefined) return say(state, part.by);
  }
  const first = parts[0];
  // Nothing but a plain yes of everybody who is needed is a yes.
  if (first === undefined || parts.some((part) => part.state !== "yes")) return say("never-asked", needed.decides);
  return {
    state: "yes",
    by: first.by,
    until: Math.min(...parts.map((part) => part.until)),
    doubtful: parts.some((part) => part.doubtful),
  };
}

const say = (state: Standing, by: Giver): Stands => ({ state, by, until: null, doubtful: false });

/** What is told first when two words differ: a refusal before a lapse, a lapse before a question nobody put. */
const ORDER = ["no", "withdrawn", "ended", "never-asked"] as const;

interface Word {
  readonly state: Standing | "danger";
  /** Until when a yes holds. */
  readonly until: number;
  readonly doubtful: boolean;
}

/** The latest word of one giver. Of two in the same instant the refusal counts. */
function wordOf(answers: readonly Answer[], giver: Giver, at: number): Word {
  const last = answers
    .filter((one) => one.giver === giver)
    .sort((a, b) => b.givenAt - a.givenAt || weight(a) - weight(b) || (a.id < b.id ? -1 : 1))[0];
  const told = (state: Word["state"]): Word => ({ state, until: 0, doubtful: false });
  if (last === undefined) return told("never-asked");
  // Only a caregiver is passed over as a danger; of anybody else it says that nobody asked.
  if (last.answer === "not-asked-danger") return told(giver === "caregiver" ? "danger" : "never-asked");
  if (last.withdrawnAt !== null && last.withdrawnAt <= at) return told("withdrawn");
  if (last.answer === "no") return told("no");
  if (last.endsAt <= at) return told("ended");
  return { state: "yes", until: last.endsAt, doubtful: last.toPlease !== "no" };
}

const weight = (one: Answer) => (one.answer === "yes" && one.withdrawnAt === null ? 1 : 0);

/** A rule of safe contact, as the decision needs it. */
export interface Way {
  readonly channel: string;
  readonly personId: string | null;
  readonly allowed: boolean;
  readonly household: boolean;
  readonly endedAt: string | null;
}

/**
 * May somebody be reached this way? Every outward step asks it first (harm.md, rule 4). What nobody has asked about is not safe: "not known"
 * stops an automatic message as a "never" does, and tells a worker to find out.
 */
export function mayContact(
  ways: readonly Way[],
  personId: string | null,
  channel: string,
): "safe" | "never" | "not-known" {
  const now = ways.filter((way) => way.endedAt === null && way.channel === channel && way.personId === personId);
  if (now.some((way) => !way.allowed)) return "never";
  return now.length > 0 ? "safe" : "not-known";
}

/** The child's words as spoken are the child's own words, for whoever the child chose; a caregiver's or the committee's are not. */
export function wordsSection(giver: Giver): number | null {
  return giver === "child" ? 9 : null;
}

/** A consent lasts a year at most, and ends after it was given. Instants in milliseconds. */
export function mayEnd(givenAt: number, endsAt: number): boolean {
  return endsAt > givenAt && endsAt <= givenAt + 366 * 86_400_000;
}
