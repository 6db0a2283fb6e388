import { useTranslation } from "react-i18next";
import { type Coded, nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../../screens/shared.tsx";
import type { AgeRule } from "../rules.ts";

interface ConsentPack {
  readonly purposes: readonly (Coded & { readonly needsReceiver: boolean; readonly lasts: string })[];
  readonly channels: readonly Coded[];
  readonly ages: readonly (AgeRule & { readonly names: Readonly<Record<string, string>> })[];
}

/** What the country's pack says of consent. */
export function useConsentPack(): ConsentPack | undefined {
  return (usePack().data as unknown as { readonly consent?: ConsentPack } | undefined)?.consent;
}

/** Somebody of the case, by role and relation; never by name. */
export function usePersonName(of: Case): (id: string | null) => string {
  const { t, i18n } = useTranslation("cases");
  const pack = usePack().data;
  return (id) => {
    const person = id === null ? of.people.find((one) => one.role === "child") : of.people.find((one) => one.id === id);
    if (person === undefined) return t(id === null ? "role.child" : "role.other");
    const relation =
      person.relation === null || person.relation === "self"
        ? ""
        : nameOfCode(pack?.relations, person.relation, i18n.resolvedLanguage ?? "en");
    return relation === "" ? t(`role.${person.role}`) : relation;
  };
}
