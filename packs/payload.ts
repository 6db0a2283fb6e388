/** A loaded pack in the forms that the database and the screens take. */
import { screeningOffences } from "./screening.ts";
import type { CastOfPack, Pack } from "./shape.ts";
import { sections } from "./vocabulary.ts";

/** What agencies.load_pack takes: places, and with a cast its agencies, units and people. */
export function databasePayload(pack: Pack, { cast: withCast }: { cast: boolean }): object {
  const idOf = new Map(pack.jurisdictions.map((j) => [j.code, j.id]));
  const kinds = new Map(pack.kinds.map((kind) => [kind.code, kind]));
  const places = {
    jurisdictions: pack.jurisdictions.map(({ id, code, names }) => ({ id, code, names })),
    kinds: pack.kinds.map((kind) => ({ code: kind.code, sections: kind.sections.map((section) => sections[section]) })),
    districts: pack.districts.map((d) => ({ code: d.code, names: d.names, jurisdictionId: idOf.get(d.jurisdiction) })),
  };
  if (!withCast || pack.stage === null) return places;
  const { agencies, workers } = pack.stage.cast;
  const unitIds = new Map(
    Object.values(agencies).flatMap((a) => Object.entries(a.units).map(([key, unit]) => [key, unit.id] as const)),
  );
  return {
    ...places,
    agencies: Object.values(agencies).map((a) => ({
      id: a.id,
      kind: a.kind,
      jurisdictionId: idOf.get(a.jurisdiction),
      names: a.names,
      nameIsLocation: kinds.get(a.kind)?.nameIsLocation ?? false,
      isOversight: kinds.get(a.kind)?.oversight ?? false,
    })),
    units: Object.values(agencies).flatMap((a) =>
      Object.values(a.units).map((u) => ({ id: u.id, agencyId: a.id, names: u.names, districts: u.districts })),
    ),
    workers: Object.values(workers).map((w) => ({
      id: w.id,
      names: w.names,
      language: w.language,
      roles: w.roles,
      unitId: unitIds.get(w.unit),
      invented: true,
    })),
  };
}

/** The names of codes, in every language of the pack, as the screens need them. */
export function packForScreens(pack: Pack) {
  const {
    about,
    jurisdictions,
    districts,
    kinds,
    purposes,
    roles,
    situations,
    riskLevels,
    relations,
    eventKinds,
    consent,
    tracks,
  } = pack;
  return {
    about,
    jurisdictions,
    districts,
    purposes,
    situations,
    riskLevels,
    relations,
    eventKinds,
    consent,
    tracks,
    kinds: kinds.map(({ code, names, purpose, sections, nameIsLocation }) => ({
      code,
      names,
      purpose,
      sections,
      nameIsLocation,
    })),
    roles: roles.map(({ code, names, actions, kinds }) => ({ code, names, actions, kinds })),
    // The screening runs in the browser as well; what is kept is the server's own.
    offences: screeningOffences(pack),
  };
}

/** Hours until the first response by risk level: the pack's own period, or the latest where it says "at once". Null where none is due. */
export function responseHours(pack: Pack): Record<"immediate" | "high" | "medium" | "low" | "none", number | null> {
  const hours = (code: string): number | null => {
    const response = pack.riskLevels.find((level) => level.code === code)?.firstResponse;
    if (!response) return null;
    const within = Temporal.Duration.from(response.within);
    return (within.blank ? Temporal.Duration.from(response.atLatest) : within).total({
      unit: "hours",
      relativeTo: "2026-01-01",
    });
  };
  return {
    immediate: hours("immediate"),
    high: hours("high"),
    medium: hours("medium"),
    low: hours("low"),
    none: hours("none"),
  };
}

/** The sections of the event kinds that have one, by kind. */
export function eventSections(pack: Pack): Record<string, number> {
  return Object.fromEntries(
    pack.eventKinds.flatMap((kind) => (kind.section === null ? [] : [[kind.code, sections[kind.section]]])),
  );
}

/** Which event kinds answer a first response, or try to. */
export function responseKinds(pack: Pack): Record<string, "seen" | "tried"> {
  return Object.fromEntries(pack.eventKinds.flatMap((kind) => (kind.response ? [[kind.code, kind.response]] : [])));
}

/** The number of the purpose for which a home is on a case; 1, protection, in a country whose pack has no homes. */
export function carePurpose(pack: Pack): number {
  const home = pack.kinds.find((kind) => kind.nameIsLocation);
  return pack.purposes.find((purpose) => purpose.code === home?.purpose)?.number ?? 1;
}

/** May somebody with one of these roles do this act? */
export function allows(pack: Pack): (roles: readonly string[], action: string) => boolean {
  const acts = new Map(pack.roles.map((role) => [role.code, new Set<string>(role.actions)]));
  return (roles, action) => roles.some((role) => acts.get(role)?.has(action) ?? false);
}

export type { CastOfPack, Pack };
