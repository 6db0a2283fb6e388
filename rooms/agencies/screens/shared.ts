/** What the pages of an agency's upkeep read, and the words they share. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { reading } from "../../../web/kit/reading.ts";
import { useMe } from "../../../web/shell/session.ts";
import type { Colleague, ColleagueDetail, GoneColleague, OwnOffice, OwnUnit } from "../model.ts";
import { type Coded, nameOfCode, type PackNames } from "../pack-names.ts";

export type Unit = z.infer<typeof OwnUnit>;
export type Here = z.infer<typeof Colleague>;
export type Gone = z.infer<typeof GoneColleague>;
export type Detail = z.infer<typeof ColleagueDetail>;

export const COLLEAGUES = "/api/colleagues";
export const UNITS = "/api/units";

/** What the pack says that these pages need. */
export interface AgencyPack extends Pick<PackNames, "districts" | "jurisdictions"> {
  readonly roles: readonly (Coded & { readonly kinds: readonly string[] })[];
  readonly kinds: readonly Coded[];
}
export const useAgencyPack = () => useQuery({ ...reading<AgencyPack>("/api/pack"), staleTime: 600_000 }).data;
export const useColleagues = () =>
  useQuery(reading<{ colleagues: readonly Here[]; gone: readonly Gone[] }>(COLLEAGUES));
export const useUnits = () => useQuery(reading<z.infer<typeof OwnOffice>>(UNITS));

/** Names of units and roles in the reader's language, and the roles that can be given in this agency. */
export function useOffice() {
  const { i18n } = useTranslation("agencies");
  const language = i18n.resolvedLanguage ?? "en";
  const me = useMe();
  const pack = useAgencyPack();
  const units = useUnits().data?.units ?? [];
  const kind = me.worker.agency?.kind ?? "";
  return {
    language,
    me,
    pack,
    units,
    open: units.filter((unit) => unit.closedAt === null),
    unitName: (id: string) => nameIn(units.find((unit) => unit.id === id)?.names ?? {}, language),
    roleNames: (codes: readonly string[]) => codes.map((code) => nameOfCode(pack?.roles, code, language)).join(", "),
    // Two people name an overseer, on a page of their own.
    roles: (pack?.roles ?? []).filter((role) => role.code !== "overseer" && role.kinds.includes(kind)),
  };
}
