import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { request } from "../../../web/kit/client.ts";
import { problemOf } from "../../../web/kit/problem.ts";
import type { DayItems, MyDayContribution } from "../../../web/shell/contract.ts";
import { useHandOverItems } from "../hand-overs/screens/day.ts";
import { useTaskItems } from "../plan/screens/day.ts";
import { useCaseTitle } from "./shared.tsx";

/** First responses that are owed, over the whole caseload; what has been answered is gone. */
function useResponses(): DayItems {
  const { t } = useTranslation("cases");
  const title = useCaseTitle();
  const found = useQuery({
    queryKey: ["cases", "first-responses"],
    queryFn: () => request("GET", "/api/first-responses"),
  });
  // Whose role reads no case, such as an administrator's, is owed none: nothing has failed.
  const notTheirs = found.isError && problemOf(found.error).code === "role-not-enough";
  return {
    state: found.isPending ? "reading" : found.isError && !notTheirs ? "failed" : "read",
    retry: () => void found.refetch(),
    items: (found.data?.owed ?? []).map((row) => ({
      id: row.id,
      dueAt: row.respondBy,
      startedAt: row.riskSetAt,
      what: t("page.respond"),
      about: title(row),
      subject: { label: row.ref, to: `/cases/${row.id}` },
      why: t(`risk-means.${row.risk ?? "none"}`),
      act: { label: t("page.to-case"), to: `/cases/${row.id}` },
    })),
  };
}

/** Responses, tasks and hand-overs together: one list, by time. */
function useItems(): DayItems {
  const parts = [useResponses(), useTaskItems(), useHandOverItems()];
  return {
    items: parts.flatMap((part) => part.items),
    state: parts.some((part) => part.state === "failed")
      ? "failed"
      : parts.some((part) => part.state === "reading")
        ? "reading"
        : "read",
    retry: () => {
      for (const part of parts) if (part.state === "failed") part.retry?.();
    },
  };
}

export const myDay: MyDayContribution = { useItems, order: 20 };
