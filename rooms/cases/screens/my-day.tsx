import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { request } from "../../../web/kit/client.ts";
import type { DayItems, MyDayContribution } from "../../../web/shell/contract.ts";
import type { CaseRow } from "../model.ts";
import { useCaseTitle } from "./shared.tsx";

/** Cases whose first response is due or late, and nothing that has been answered since. */
function useItems(): DayItems {
  const { t } = useTranslation("cases");
  const title = useCaseTitle();
  const found = useQuery({
    queryKey: ["cases", "day"],
    queryFn: () => request<{ cases: CaseRow[] }>("GET", "/api/cases?open=yes&atMost=100"),
  });
  return {
    state: found.isPending ? "reading" : found.isError ? "failed" : "read",
    retry: () => void found.refetch(),
    items: (found.data?.cases ?? [])
      .filter((row) => row.respondBy !== null)
      .map((row) => ({
        id: row.id,
        dueAt: row.respondBy,
        startedAt: row.openedAt,
        what: t("page.respond"),
        about: title(row),
        subject: { label: row.ref, to: `/cases/${row.id}` },
        why: t(`risk-means.${row.risk ?? "none"}`),
        act: { label: t("page.write"), to: `/cases/${row.id}` },
      })),
  };
}

export const myDay: MyDayContribution = { useItems, order: 20 };
