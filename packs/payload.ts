/** A pack's places and agencies, and its invented cast, as agencies.load_pack takes them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

type Names = Record<string, string>;
interface PlacesFile { jurisdictions: { id: string; code: string; names: Names }[]; districts: { code: string; jurisdiction: string; names: Names }[] }
interface KindsFile { kinds: { code: string; oversight: boolean; nameIsLocation: boolean }[] }
interface CastFile {
  agencies: Record<string, { id: string; kind: string; jurisdiction: string; names: Names; units: Record<string, { id: string; names: Names; districts: string[] }> }>;
  workers: Record<string, { id: string; names: Names; unit: string; roles: string[]; language: string; login: string; about?: Names }>;
}

function file<T>(country: string, name: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, country, name), "utf8")) as T;
}

export interface CastMember {
  key: string;
  id: string;
  unitId: string;
  agencyId: string;
  agencyKind: string;
  login: string;
  names: Names;
  roles: string[];
  unit: Names;
  agency: Names;
  about: Names | null;
}

/** The invented people of a pack's demonstration. */
export function castOf(country: string): CastMember[] {
  const cast = file<CastFile>(country, "cast.json");
  const units = new Map(Object.values(cast.agencies).flatMap((agency) => Object.entries(agency.units).map(([key, unit]) => [key, { unit, agency }] as const)));
  return Object.entries(cast.workers).map(([key, worker]) => {
    const place = units.get(worker.unit);
    if (!place) throw new Error(`packs/${country}/cast.json: ${key} serves in ${worker.unit}, which is no unit there.`);
    return {
      key, id: worker.id, unitId: place.unit.id, agencyId: place.agency.id, agencyKind: place.agency.kind, login: worker.login,
      names: worker.names, roles: worker.roles, unit: place.unit.names, agency: place.agency.names, about: worker.about ?? null,
    };
  });
}

/** One of the cast by its key. @throws Error for an unknown one */
export function castMember(key: string, country = "in"): CastMember {
  const found = castOf(country).find((member) => member.key === key);
  if (!found) throw new Error(`Nobody in the cast is called ${key}.`);
  return found;
}

/** What agencies.load_pack takes. */
export function packPayload(country: string, { cast: withCast }: { cast: boolean }): object {
  const { jurisdictions, districts } = file<PlacesFile>(country, "places.json");
  const kinds = new Map(file<KindsFile>(country, "agency-kinds.json").kinds.map((kind) => [kind.code, kind]));
  const byCode = new Map(jurisdictions.map((j) => [j.code, j.id]));
  const places = {
    jurisdictions: jurisdictions.map(({ id, code, names }) => ({ id, code, names })),
    districts: districts.map((d) => ({ code: d.code, names: d.names, jurisdictionId: byCode.get(d.jurisdiction) })),
  };
  if (!withCast) return places;
  const { agencies, workers } = file<CastFile>(country, "cast.json");
  const unitIds = new Map(Object.values(agencies).flatMap((a) => Object.entries(a.units).map(([key, unit]) => [key, unit.id] as const)));
  return {
    ...places,
    agencies: Object.values(agencies).map((a) => ({
      id: a.id, kind: a.kind, jurisdictionId: byCode.get(a.jurisdiction), names: a.names,
      nameIsLocation: kinds.get(a.kind)?.nameIsLocation ?? false, isOversight: kinds.get(a.kind)?.oversight ?? false,
    })),
    units: Object.values(agencies).flatMap((a) => Object.values(a.units).map((u) => ({ id: u.id, agencyId: a.id, names: u.names, districts: u.districts }))),
    workers: Object.values(workers).map((w) => ({ id: w.id, names: w.names, language: w.language, roles: w.roles, unitId: unitIds.get(w.unit), invented: true })),
  };
}

/** Hours until the first response by risk level: the pack's own period, or the latest where it says "at once". Null where none is due. */
export function responseHours(country: string): Record<"immediate" | "high" | "medium" | "low" | "none", number | null> {
  const { levels } = file<{ levels: { code: string; firstResponse: { within: string; atLatest: string } | null }[] }>(country, "risk-levels.json");
  const hours = (code: string): number | null => {
    const response = levels.find((level) => level.code === code)?.firstResponse;
    if (!response) return null;
    const within = Temporal.Duration.from(response.within);
    return (within.blank ? Temporal.Duration.from(response.atLatest) : within).total({ unit: "hours", relativeTo: "2026-01-01" });
  };
  return { immediate: hours("immediate"), high: hours("high"), medium: hours("medium"), low: hours("low"), none: hours("none") };
}
