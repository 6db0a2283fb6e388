import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { formatDate, nameIn } from "../../../../web/kit/languages/format.ts";
import { reading } from "../../../../web/kit/reading.ts";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import type { Change, Plan } from "../model.ts";

/** Who changed what from what, and why; read when somebody asks. */
export function History({ caseId, plan }: { readonly caseId: string; readonly plan: Plan }) {
  const { t, i18n } = useTranslation("cases/plan");
  const language = i18n.resolvedLanguage ?? "en";
  const [open, setOpen] = useState(false);
  const found = useQuery({
    ...reading<{ changes: Change[] }>(`/api/cases/${caseId}/plan/history`),
    enabled: open,
  });
  const told = (value: unknown): string => {
    if (typeof value !== "string") return "";
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatDate(value, "moment", language);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, "day-year", language);
    // Another unit or person: named where the plan names it, else only that it was another.
    if (/^[0-9a-f-]{36}$/.test(value)) {
      const known =
        plan.tasks.find((task) => task.unitId === value)?.unit ??
        plan.tasks.find((task) => task.workerId === value)?.worker;
      return known ? nameIn(known, language) : t("history.another");
    }
    return t(`task.how.${value}`, { defaultValue: t(`goal.outcome.${value}`, { defaultValue: value }) });
  };
  return (
    <div className="screen-only">
      <Disclosure label={t("history.title")} open={open} onToggle={setOpen}>
        {open ? (
          <Shown query={found} small>
            {({ changes }) =>
              changes.length === 0 ? (
                <p className="quiet">{t("history.none")}</p>
              ) : (
                <Rows>
                  {changes.map((change) => (
                    <Row
                      key={change.id}
                      time={<Moment at={change.at} />}
                      what={t(`history.${change.of}.${change.field}`, { defaultValue: change.field })}
                      about={
                        <>
                          {change.wasText === null ? (
                            [told(change.was), told(change.became)].filter((part) => part !== "").join(" → ")
                          ) : (
                            <span className="said">{t("history.was", { words: change.wasText })}</span>
                          )}
                          {change.by === null ? null : <> · {nameIn(change.by, language)}</>}
                        </>
                      }
                      why={change.reason === null ? undefined : <span className="said">{change.reason}</span>}
                    />
                  ))}
                </Rows>
              )
            }
          </Shown>
        ) : null}
      </Disclosure>
    </div>
  );
}
