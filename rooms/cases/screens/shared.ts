import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { request } from "../../../web/kit/client.ts";
import { nameOfCode, type PackNames } from "../../agencies/pack-names.ts";
import type { CaseRow, CaseView } from "../model.ts";

export type Case = z.infer<typeof CaseView>;

export const usePack = () =>
  useQuery({ queryKey: ["pack"], queryFn: () => request<PackNames>("GET", "/api/pack"), staleTime: 600_000 });

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
