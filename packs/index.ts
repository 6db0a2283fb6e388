/**
 * Packs: a country is a folder of data.
 * Promises: loaded whole or refused whole, with file, line and what would be right; nobody real in any cast; no default that gives away
 * where a child sleeps or what it said.
 */

export { packHash } from "./hash.ts";
export type { AgencyKind, Jurisdiction, Purpose, RiskLevel, Role } from "./model.ts";
export { type Loaded, loadPack } from "./pack.ts";
export { called, type Problem, type Reader } from "./problems.ts";
export { screeningOffences } from "./screening.ts";
export type { CastOfPack, Country, Pack } from "./shape.ts";
export { isUsual, nameOutside, proposedSections } from "./sharing.ts";
export type { Cast, Story, StoryCase, StoryPerson, StoryReport } from "./story-model.ts";
export { type Action, actionCodes, type Section, sectionCodes, sections } from "./vocabulary.ts";
