import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../web/kit/languages/format.ts";
import type { DayItems, MyDayContribution } from "../../../web/shell/contract.ts";
import { approvals, useAsked } from "./shared.ts";

/** What waits for my word as a second person: each has an end, after which it falls. */
function useItems(): DayItems {
  const { t, i18n } = useTranslation("access");
  const asked = useAsked();
  const found = useQuery(approvals());
  return {
    state: found.isPending ? "reading" : found.isError ? "failed" : "read",
    retry: () => void found.refetch(),
    items: (found.data?.approvals ?? []).map((approval) => ({
      id: approval.id,
      dueAt: approval.expiresAt,
      startedAt: approval.askedAt,
      what: t("day.what"),
      about: asked(approval).title,
      why:
        approval.askedBy === null
          ? t("day.why")
          : t("day.why-from", { agency: nameIn(approval.askedBy, i18n.resolvedLanguage ?? "en") }),
      act: { label: t("day.act"), to: `/approvals/${approval.id}` },
    })),
  };
}

export const myDay: MyDayContribution = { useItems, order: 10, roles: ["supervisor", "administrator"] };
