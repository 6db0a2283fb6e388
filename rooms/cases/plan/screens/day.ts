import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { reading } from "../../../../web/kit/reading.ts";
import type { DayItems } from "../../../../web/shell/contract.ts";
import type { CaseRow } from "../../model.ts";
import { useCaseTitle } from "../../screens/shared.tsx";
import type { MyTask } from "../model.ts";

/** What my unit has to do: mine, what nobody has taken, and a colleague's once it is late. Codes only; nothing is opened for it. */
export function useTaskItems(): DayItems {
  const { t, i18n } = useTranslation(["cases/plan", "cases"]);
  const title = useCaseTitle();
  const found = useQuery(reading<{ tasks: MyTask[] }>("/api/tasks"));
  const mine = (found.data?.tasks ?? []).filter(
    (task) => task.whose !== "colleague" || Date.parse(task.dueAt) < Date.now(),
  );
  return {
    state: found.isPending ? "reading" : found.isError && found.error.problem.status !== 403 ? "failed" : "read",
    retry: () => void found.refetch(),
    items: mine.map((task) => ({
      id: task.id,
      dueAt: task.dueAt,
      startedAt: task.madeAt,
      what: task.held
        ? t(`kind.${task.kind ?? "other"}`)
        : t("day.headline", { section: t(`section.${task.section}`, { ns: "cases" }) }),
      about: title(task as Pick<CaseRow, "sex" | "age" | "ageBasis" | "situation" | "district">),
      subject: { label: task.ref, to: `/cases/${task.caseId}` },
      why:
        task.whose === "me"
          ? t("day.mine")
          : task.whose === "unit" || task.worker === null
            ? t("day.unit")
            : nameIn(task.worker, i18n.resolvedLanguage ?? "en"),
      act: { label: t("day.open"), to: `/cases/${task.caseId}/plan` },
    })),
  };
}
