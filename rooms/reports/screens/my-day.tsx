import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { request } from "../../../web/kit/client.ts";
import type { DayItems, MyDayContribution } from "../../../web/shell/contract.ts";
import { useMe } from "../../../web/shell/session.ts";

/** Calls that I have not finished, unread reports in danger, and what the lot gave me to read again. */
function useItems(): DayItems {
  const { t } = useTranslation("reports");
  const reports = useQuery({
    queryKey: ["reports", "day"],
    queryFn: () => request("GET", "/api/reports?which=open&atMost=20"),
    refetchInterval: 30_000,
  });
  const reads = useQuery({
    queryKey: ["second-reads"],
    queryFn: () => request("GET", "/api/second-reads"),
  });
  const me = useMe();
  const calls = useQuery({
    queryKey: ["calls"],
    queryFn: () => request("GET", "/api/calls"),
    enabled: me.worker.agency?.kind === "helpline",
  });
  const unread = (reports.data?.reports ?? []).filter((report) => !report.read || report.mine);
  return {
    state: reports.isPending ? "reading" : reports.isError ? "failed" : "read",
    retry: () => void reports.refetch(),
    items: [
      ...(calls.data?.calls ?? []).map((call) => ({
        id: call.id,
        startedAt: call.receivedAt,
        dueAt: new Date(Date.parse(call.receivedAt) + 30 * 60_000).toISOString(),
        what: t("day.call"),
        about: call.danger === "now" ? t("day.danger") : t("day.call-about"),
        act: { label: t("day.open"), to: `/reports/call/${call.id}` },
      })),
      ...unread.map((report) => ({
        id: report.id,
        startedAt: report.receivedAt,
        // Somebody in danger: now. Anything else unread: within four hours of its coming.
        dueAt: new Date(Date.parse(report.receivedAt) + (report.danger === "now" ? 10 : 240) * 60_000).toISOString(),
        what: t("day.read"),
        about: report.danger === "now" ? t("day.danger") : t(`channel.${report.channel}`),
        act: { label: t("day.open"), to: `/reports/${report.id}` },
      })),
      ...(reads.data?.reads ?? []).map((read) => ({
        id: read.id,
        dueAt: read.dueAt,
        startedAt: read.actedAt,
        what: t("day.second"),
        about: t(`act.${read.act}`, { defaultValue: read.act }),
        act: { label: t("day.open"), to: "/reports/second-reads" },
      })),
    ],
  };
}

export const myDay: MyDayContribution = {
  useItems,
  order: 10,
  roles: ["helpline-worker", "case-worker", "investigator", "duty-officer", "supervisor"],
};
