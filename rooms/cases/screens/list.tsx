import "./case.css";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Select } from "../../../web/kit/choice.tsx";
import { request } from "../../../web/kit/client.ts";
import { TextField } from "../../../web/kit/field.tsx";
import { Notice, Tag } from "../../../web/kit/notice.tsx";
import { Page } from "../../../web/kit/page.tsx";
import { problemOf } from "../../../web/kit/problem.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Waiting } from "../../../web/kit/waiting.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { useMe } from "../../../web/shell/session.ts";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { CaseRow } from "../model.ts";
import { useCaseTitle, usePack } from "./shared.tsx";

interface Found {
  readonly cases: readonly CaseRow[];
  readonly next: string | null;
}

/** The cases that somebody sees, the newest first; filters narrow them. */
export default function CaseList() {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const me = useMe();
  const pack = usePack().data;
  const mayImport =
    pack?.roles.some((role) => me.worker.roles.includes(role.code) && role.actions.includes("import.run")) ?? false;
  const title = useCaseTitle();
  const words = useProblemWords();
  const [open, setOpen] = useState<"yes" | "no" | "any" | null>("yes");
  const [whose, setWhose] = useState<"mine" | "agency" | null>("mine");
  const [situation, setSituation] = useState<string | null>(null);
  const [risk, setRisk] = useState<string | null>(null);
  const [ref, setRef] = useState("");
  const number = /^[0-9A-Za-z-]{2,10}$/.test(ref.trim()) ? ref.trim() : "";
  const filter = new URLSearchParams({
    open: open ?? "any",
    whose: whose ?? "mine",
    atMost: "100",
    ...(situation ? { situation } : {}),
    ...(risk ? { risk } : {}),
    ...(number ? { ref: number } : {}),
  });
  const found = useInfiniteQuery({
    queryKey: ["cases", filter.toString()],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      request<Found>("GET", `/api/cases?${filter}${pageParam === "" ? "" : `&after=${pageParam}`}`),
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.cases) ?? [];
  const filtered = situation !== null || risk !== null || number !== "" || open !== "yes";
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      acts={
        <>
          <Link to="/cases/new" asButton kind="first">
            {t("list.new")}
          </Link>
          {mayImport ? (
            <Link to="/cases/import" asButton>
              {t("list.import")}
            </Link>
          ) : null}
        </>
      }
    >
      <search className="filters" aria-label={t("list.filter")}>
        <Select
          label={t("list.open")}
          value={open}
          onChange={setOpen}
          short
          options={[
            { value: "yes", label: t("list.open-yes") },
            { value: "no", label: t("list.open-no") },
            { value: "any", label: t("list.any") },
          ]}
        />
        {me.worker.roles.includes("supervisor") ? (
          <Select
            label={t("list.whose")}
            value={whose}
            onChange={setWhose}
            short
            options={[
              { value: "mine", label: t("list.whose-mine") },
              { value: "agency", label: t("list.whose-agency") },
            ]}
          />
        ) : null}
        <Select
          label={t("list.situation")}
          value={situation}
          onChange={setSituation}
          short
          options={(pack?.situations ?? []).map((s) => ({
            value: s.code,
            label: nameOfCode(pack?.situations, s.code, language),
          }))}
        />
        <Select
          label={t("list.risk")}
          value={risk}
          onChange={setRisk}
          short
          options={(["immediate", "high", "medium", "low", "none"] as const).map((r) => ({
            value: r,
            label: t(`risk.${r}`),
          }))}
        />
        <TextField label={t("list.number")} value={ref} onChange={setRef} short name="ref" autoComplete="off" />
      </search>
      {found.isError ? (
        <Notice
          meaning="late"
          title={words(problemOf(found.error)).title}
          speak
          acts={<Button onClick={() => void found.refetch()}>{t("again")}</Button>}
        >
          {words(problemOf(found.error)).next}
        </Notice>
      ) : found.isPending ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <Empty title={filtered ? t("list.none-filtered") : t("list.none")}>
          {filtered ? t("list.none-filtered-lead") : t("list.none-lead")}
        </Empty>
      ) : (
        <>
          <Rows label={t("list.title")}>
            {rows.map((row) => (
              <Row
                key={row.id}
                time={<Moment at={row.happenedAt ?? row.openedAt} as="day-short" />}
                what={<Link to={`/cases/${row.id}`}>{title(row)}</Link>}
                about={row.ref}
                why={row.risk === null ? t("risk.unset") : null}
                act={
                  row.risk === null ? undefined : (
                    <Tag meaning={row.risk === "immediate" ? "late" : row.risk === "high" ? "soon" : "info"}>
                      {t(`risk.${row.risk}`)}
                    </Tag>
                  )
                }
              />
            ))}
          </Rows>
          {found.hasNextPage ? (
            <Acts>
              <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t("list.more")}
              </Button>
            </Acts>
          ) : null}
        </>
      )}
    </Page>
  );
}
