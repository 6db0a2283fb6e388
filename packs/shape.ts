/** What a loaded pack is: a country and, where it has one, its stage. */
import type {
  AboutPack,
  AgencyKind,
  ConsentRules,
  DistrictEntry,
  EventKind,
  Jurisdiction,
  Offence,
  Purpose,
  Relation,
  RiskLevel,
  Role,
  Situation,
  Track,
} from "./model.ts";
import type { Cast, Story, StoryCase, StoryReport } from "./story-model.ts";

/** What a country says: everything but people. */
export type Country = {
  about: AboutPack;
  jurisdictions: readonly Jurisdiction[];
  districts: readonly DistrictEntry[];
  kinds: readonly AgencyKind[];
  purposes: readonly Purpose[];
  roles: readonly Role[];
  situations: readonly Situation[];
  riskLevels: readonly RiskLevel[];
  relations: readonly Relation[];
  eventKinds: readonly EventKind[];
  consent: ConsentRules;
  tracks: readonly Track[];
  offences: readonly Offence[];
};

/** The invented people of a country and what happens to them, for demonstrations and tests. */
export type CastOfPack = {
  cast: Cast;
  stories: readonly Story[];
  cases: readonly StoryCase[];
  reports: readonly StoryReport[];
};

export type Pack = Country & {
  /** Null in a pack without a cast, as a real installation may have it. */
  stage: CastOfPack | null;
  /** SHA-256 over the names and bytes of all files, in hex: a changed pack shows. */
  hash: string;
};
