import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading } from "../../../../web/kit/reading.ts";
import type { DayItems } from "../../../../web/shell/contract.ts";
import type { CaseRow } from "../../model.ts";
import { useCaseTitle } from "../../screens/shared.tsx";
import type { MyHandOver } from "../model.ts";

/** What the shift before left for my unit and nobody has said to have read. It is due while it holds. */
export function useHandOverItems(): DayItems {
  const { t, i18n } = useTranslation("cases/hand-overs");
  const title = useCaseTitle();
  const found = useQuery(reading<{ handOvers: MyHandOver[] }>("/api/hand-overs"));
  return {
    state: found.isPending ? "reading" : found.isError && found.error.problem.status !== 403 ? "failed" : "read",
    retry: () => void found.refetch(),
    items: (found.data?.handOvers ?? []).map((one) => ({
      id: one.id,
      dueAt: one.until,
      startedAt: one.writtenAt,
      what: t("day.do"),
      about: title(one as Pick<CaseRow, "sex" | "age" | "ageBasis" | "situation" | "district">),
      subject: { label: one.ref, to: `/cases/${one.caseId}` },
      why: t("day.from", {
        who: one.writer === null ? "" : nameIn(one.writer, i18n.resolvedLanguage ?? "en"),
        number: one.number,
      }),
      act: { label: t("day.open"), to: `/cases/${one.caseId}/hand-over` },
    })),
  };
}
