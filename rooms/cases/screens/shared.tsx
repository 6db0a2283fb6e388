import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Tag } from "../../../web/kit/notice.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { CaseRow, CaseView } from "../model.ts";

export type Case = z.infer<typeof CaseView>;

export const usePack = () =>
  useQuery({ queryKey: ["pack"], queryFn: () => request("GET", "/api/pack"), staleTime: 600_000 });

/** What a case is called on a page: made of codes, never of a name. "Girl, 14, working in a household, South Delhi". */
export function useCaseTitle(): (row: Pick<CaseRow, "sex" | "age" | "ageBasis" | "situation" | "district">) => string {
  const { t, i18n } = useTranslation("cases");
  const pack = usePack().data;
  const language = i18n.resolvedLanguage ?? "en";
  return (row) => {
    const who = t(`sex.${row.sex}`);
    const age =
      row.age === null
        ? ""
        : row.ageBasis === "papers" || row.ageBasis === "assessed"
          ? `${row.age}`
          : t("about-age", { age: row.age });
    const found = nameOfCode(pack?.situations, row.situation, language);
    const where = nameOfCode(pack?.districts, row.district, language);
    return [who, age, lower(found, language), where].filter((part) => part !== "").join(", ");
  };
}

function lower(text: string, language: string): string {
  return text === "" ? "" : text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}

/** How an agency is called on a case: a home's name is a location, so without that section it is "a care home" (harm.md, rule 1). */
export function useAgencyName(): (agency: Readonly<Record<string, string>> | null, fromHome: boolean) => string {
  const { t, i18n } = useTranslation("cases");
  return (agency, fromHome) =>
    agency === null ? (fromHome ? t("care-home") : "") : nameIn(agency, i18n.resolvedLanguage ?? "en");
}

/** A risk level in its own words; nothing where none is set. */
export function RiskTag({ risk }: { readonly risk: CaseRow["risk"] }) {
  const { t } = useTranslation("cases");
  if (risk === null) return null;
  return <Tag meaning={risk === "immediate" ? "late" : risk === "high" ? "soon" : "info"}>{t(`risk.${risk}`)}</Tag>;
}
