import "./case.css";
import "./casework.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type ApproximateDate, readDate } from "../../../web/kit/approximate-date.ts";
import { Link } from "../../../web/kit/button.tsx";
import { dayOf, formatDate, nameIn } from "../../../web/kit/languages/format.ts";
import { Page } from "../../../web/kit/page.tsx";
import { useCaseOnPrint } from "../../../web/kit/print-mark.tsx";
import type { ProblemError } from "../../../web/kit/problem.ts";
import { reading } from "../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../web/kit/refusal.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { type Case, useCaseTitle } from "./shared.tsx";

const PARTS = ["screening", "plan", "consent", "documents", "hand-over", "assessments"] as const;
export type CasePart = (typeof PARTS)[number];

/** The parts of a case that are pages of their own. */
export function CaseParts({ caseId, here }: { readonly caseId: string; readonly here?: CasePart }) {
  const { t } = useTranslation("cases/plan");
  return (
    <nav className="case-parts screen-only" aria-label={t("parts.title")}>
      <ul>
        {PARTS.map((part) => (
          <li key={part}>
            <Link to={`/cases/${caseId}/${part}`} {...(part === here ? { "aria-current": "page" as const } : {})}>
              {t(`parts.${part}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A page under a case: the way back, the case's title without a name, its number on every printed page. */
export function UnderCase({
  part,
  lead,
  acts,
  children,
}: {
  readonly part: CasePart;
  readonly lead: string;
  readonly acts?: ReactNode;
  readonly children: (of: Case) => ReactNode;
}) {
  const { t } = useTranslation(["cases/plan", "cases"]);
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  const title = useCaseTitle();
  useCaseOnPrint(found.data?.ref);
  return (
    <Shown query={found}>
      {(of) => (
        <Page
          title={t(`parts.${part}`)}
          windowTitle={`${t(`parts.${part}`)} · ${of.ref}`}
          crumbs={[
            { label: t("list.title", { ns: "cases" }), to: "/cases" },
            { label: of.ref, to: `/cases/${of.id}` },
            { label: t(`parts.${part}`) },
          ]}
          lead={
            <>
              {title(of)}
              <br />
              <span className="small screen-only">{lead}</span>
            </>
          }
          acts={acts}
        >
          <CaseParts caseId={of.id} here={part} />
          {children(of)}
        </Page>
      )}
    </Shown>
  );
}

/** What the server refused, where it was asked, with what to do next; what was typed stays. */
export function Refused({ error }: { readonly error: ProblemError | null }) {
  return error === null ? null : <SmallRefusal problem={error.problem} />;
}

/** Units on the case that this reader may know of, each once, with the agency's name before it. */
export function useUnits(of: Case): { readonly value: string; readonly label: string }[] {
  const { i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const units = new Map<string, string>();
  for (const member of of.members)
    if (member.unitId !== null && member.agency !== null)
      units.set(
        member.unitId,
        member.unit === null
          ? nameIn(member.agency, language)
          : `${nameIn(member.agency, language)} · ${nameIn(member.unit, language)}`,
      );
  return [...units].map(([value, label]) => ({ value, label }));
}

/** A section by name, for "who reads this". */
export function useSectionName(): (section: number | null) => string {
  const { t } = useTranslation(["cases/plan", "cases"]);
  return (section) => (section === null ? t("everybody") : t(`section.${section}`, { ns: "cases" }));
}

/** An exact day as `YYYY-MM-DD`; null while it is none. */
export function exactDay(date: ApproximateDate): string | null {
  const read = readDate(date, dayOf(Date.now()), true);
  return read.kind === "span" && read.precision === "day" ? read.from : null;
}

/** An exact moment; without a time of day the end of the working day, which is said beside the field. */
export function exactMoment(date: ApproximateDate, otherwise = "18:00"): string | null {
  const read = readDate(date, dayOf(Date.now()), true);
  if (read.kind !== "span" || read.precision !== "day") return null;
  return new Date(`${read.from}T${read.time ?? otherwise}:00`).toISOString();
}

/** A day as the three fields hold it, so many days from now. */
export function fieldsOf(day: string, time = ""): ApproximateDate {
  const [year = "", month = "", date = ""] = day.slice(0, 10).split("-");
  return { day: String(Number(date)), month: String(Number(month)), year, time, about: false, words: "" };
}

export const dayFromNow = (days: number): string => dayOf(Date.now() + days * 86_400_000);

/** A plain day in the reader's language. */
export function useDay(): (day: string) => string {
  const { i18n } = useTranslation("cases");
  return (day) => formatDate(day, "day-year", i18n.resolvedLanguage ?? "en");
}
