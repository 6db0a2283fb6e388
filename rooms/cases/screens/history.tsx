import "./case.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page } from "../../../web/kit/page.tsx";
import { reading } from "../../../web/kit/reading.ts";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { Change } from "../model.ts";
import { type Case, useAgencyName, useCaseTitle, usePack } from "./shared.tsx";

/** Field history: who changed what from what, and why. */
export default function History() {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  const history = useQuery(reading<{ changes: Change[] }>(`/api/cases/${caseId}/history`));
  const title = useCaseTitle();
  const said = useSaid();
  const agencyName = useAgencyName();
  return (
    <Shown query={found}>
      {(of) => {
        const roleOf = (id: string) => {
          const person = of.people.find((one) => one.id === id);
          return person === undefined ? t("history.somebody") : t(`role.${person.role}`);
        };
        const what = (change: Change) =>
          change.of === "people"
            ? `${roleOf(change.rowId)}: ${t(`history.field.${change.field}`, { defaultValue: change.field })}`
            : t(`history.field.${change.field}`, { defaultValue: change.field });
        return (
          <Page
            title={t("history.title")}
            lead={t("history.lead")}
            crumbs={[
              { label: t("list.title"), to: "/cases" },
              { label: title(of), to: `/cases/${of.id}` },
              { label: t("history.title") },
            ]}
            shape="hung"
          >
            <Shown query={history} small>
              {(read) =>
                read.changes.length === 0 ? (
                  <Empty title={t("history.none")}>{t("history.none-lead")}</Empty>
                ) : (
                  <Rows label={t("history.title")}>
                    {read.changes.map((change) => (
                      <Row
                        key={change.id}
                        still
                        time={<Moment at={change.at} />}
                        what={what(change)}
                        about={
                          <>
                            <del>{said(change, change.was)}</del> → <ins>{said(change, change.became)}</ins>
                          </>
                        }
                        why={
                          <>
                            {change.reason === null ? null : (
                              <span className="said" dir="auto">
                                {change.reason}
                                <br />
                              </span>
                            )}
                            {[
                              change.worker === null ? t("care-home") : nameIn(change.worker, language),
                              change.worker === null ? "" : agencyName(change.agency, change.fromHome),
                            ]
                              .filter((part) => part !== "")
                              .join(" · ")}
                          </>
                        }
                      />
                    ))}
                  </Rows>
                )
              }
            </Shown>
          </Page>
        );
      }}
    </Shown>
  );
}

/** A value of a change in words. */
function useSaid(): (change: Change, value: unknown) => string {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return ({ field }, value) => {
    if (value === null || value === undefined) return t("history.nothing");
    if (typeof value === "boolean")
      return field === "relationClaimed"
        ? t(value ? "person.is-claimed" : "person.is-proved")
        : t(value ? "yes" : "no");
    const code = String(value);
    if (field === "risk") return t(`risk.${code}`, { defaultValue: code });
    if (field === "situation") return nameOfCode(pack?.situations, code, language);
    if (field === "district") return nameOfCode(pack?.districts, code, language);
    if (field === "relation") return nameOfCode(pack?.relations, code, language);
    return t(`fact.${field}.${code}`, { defaultValue: code });
  };
}
