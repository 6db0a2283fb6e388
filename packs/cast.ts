/**
 * The invented people of India's pack by name, for tests, stories and the demonstration: `person("farah")` is checked by the compiler.
 * Nobody here is real.
 */
import cast from "./in/cast.json" with { type: "json" };

export type AgencyKey = keyof typeof cast.agencies;
export type PersonKey = keyof typeof cast.workers;

export type Person = {
  key: PersonKey;
  id: string;
  names: { en: string; hi: string };
  login: string;
  language: "en" | "hi";
  roles: readonly string[];
  unit: { key: string; id: string; names: { en: string; hi: string } };
  agency: { key: AgencyKey; id: string; kind: string; jurisdiction: string; names: { en: string; hi: string } };
  /** A line for the page "Who are you tonight?"; only the leading parts have one. */
  about: { en: string; hi: string } | null;
};

type Unit = { id: string; names: { en: string; hi: string } };
const agencyEntries = Object.entries(cast.agencies) as [AgencyKey, (typeof cast.agencies)[AgencyKey]][];

/** One of the cast. @throws Error when the person serves in no unit, which no loaded pack allows */
export function person(key: PersonKey): Person {
  const { id, names, login, language, roles, unit: unitKey, ...rest } = cast.workers[key];
  for (const [agencyKey, agency] of agencyEntries) {
    const unit = (agency.units as Readonly<Record<string, Unit>>)[unitKey];
    if (!unit) continue;
    return {
      key,
      id,
      names,
      login,
      language: language as Person["language"],
      roles,
      unit: { key: unitKey, id: unit.id, names: unit.names },
      agency: {
        key: agencyKey,
        id: agency.id,
        kind: agency.kind,
        jurisdiction: agency.jurisdiction,
        names: agency.names,
      },
      about: "about" in rest ? rest.about : null,
    };
  }
  throw new Error(`${key} serves in ${unitKey}, which is no unit of the cast.`);
}

/** Everybody, in the order of the cast page. */
export function everybody(): Person[] {
  return (Object.keys(cast.workers) as PersonKey[]).map(person);
}
