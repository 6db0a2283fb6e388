import "./case.css";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button, Link } from "../../../web/kit/button.tsx";
import { Choice } from "../../../web/kit/choice.tsx";
import { TextField } from "../../../web/kit/field.tsx";
import { type Column, DataTable } from "../../../web/kit/list/data-table.tsx";
import { useAllRows } from "../../../web/kit/list/use-all-rows.ts";
import { useListView } from "../../../web/kit/list/use-list-view.ts";
import { Notice } from "../../../web/kit/notice.tsx";
import { Page, Section } from "../../../web/kit/page.tsx";
import { reading, useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { nameOfCode } from "../../agencies/pack-names.ts";
import type { PersonOfCase } from "../model.ts";
import { useAllowed } from "./case/allowed.ts";
import { phoneOf } from "./case/identity-form.ts";
import { usePack } from "./shared.tsx";

interface Found {
  readonly people: readonly PersonOfCase[];
  readonly next: string | null;
}
const pick = (page: Found) => page.people;
const BANDS = [
  { upTo: 5, band: "0-5" },
  { upTo: 11, band: "6-11" },
  { upTo: 14, band: "12-14" },
  { upTo: 17, band: "15-17" },
  { upTo: 200, band: "18" },
] as const;

/** The band of an age: a list of exact ages would say more than it needs to. */
const bandOf = (age: number | null) => (age === null ? "none" : (BANDS.find((one) => age <= one.upTo)?.band ?? "18"));
const RANK_OF_BAND = [...BANDS.map((one) => one.band), "none" as const];
const keyOfPerson = (person: PersonOfCase) => person.id;
const toItsCase = (person: PersonOfCase) => `/cases/${person.caseId}`;
const KEYS = ["role", "relation", "band", "found", "ref"];
const ROLES = ["child", "sibling", "caregiver", "suspect", "person-of-concern", "other"] as const;

/** The people of my cases: found by a phone or document number, or by role; a name only after opening it on the case. */
export default function People() {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const may = useAllowed();
  const pack = usePack().data;
  const list = useAllRows<Found & { next: string | null }, PersonOfCase>("/api/people", pick);
  const [view, setView] = useListView(KEYS);
  const columns = useMemo((): Column<PersonOfCase>[] => {
    const role = (person: PersonOfCase) => t(`role.${person.role}`);
    const relation = (person: PersonOfCase) =>
      person.relation === null || person.relation === "self"
        ? ""
        : `${nameOfCode(pack?.relations, person.relation, language)}${person.relationClaimed ? ` (${t("page.claimed")})` : ""}`;
    const band = (person: PersonOfCase) => t(`age-band.${bandOf(person.age)}`);
    const situation = (person: PersonOfCase) => nameOfCode(pack?.situations, person.situation, language);
    const name = (person: PersonOfCase) => t(person.sealed ? "page.name-sealed" : "page.name-none");
    return [
      {
        key: "role",
        label: t("people.role"),
        width: "minmax(9rem, 1fr)",
        title: true,
        value: (person) => person.role,
        order: role,
        words: role,
        cell: role,
        choices: ROLES.map((one) => ({ value: one, label: t(`role.${one}`) })),
      },
      {
        key: "relation",
        label: t("people.relation"),
        width: "minmax(9rem, 1fr)",
        value: (person) => `${person.relation ?? ""}${person.relationClaimed ? "?" : ""}`,
        order: relation,
        words: relation,
        cell: relation,
      },
      {
        key: "band",
        label: t("people.age"),
        width: "8rem",
        value: (person) => bandOf(person.age),
        order: (person) => RANK_OF_BAND.indexOf(bandOf(person.age)),
        words: band,
        cell: band,
        choices: RANK_OF_BAND.map((one) => ({ value: one, label: t(`age-band.${one}`) })),
      },
      {
        key: "found",
        label: t("list.situation"),
        width: "minmax(10rem, 1.4fr)",
        value: (person) => person.situation,
        order: situation,
        words: situation,
        cell: situation,
      },
      { key: "ref", label: t("people.case"), width: "8rem", value: (person) => person.ref },
      {
        key: "name",
        label: t("people.name"),
        width: "9rem",
        sortable: false,
        value: (person) => (person.sealed ? "sealed" : "none"),
        words: name,
        cell: name,
      },
    ];
  }, [t, pack, language]);
  return (
    <Page title={t("people.title")} lead={t("people.lead")}>
      {may("identity.find") ? <Search /> : null}
      <Section title={t("people.mine")} note={t("people.mine-note")}>
        <DataTable
          label={t("people.mine")}
          rows={list.rows}
          columns={columns}
          rowKey={keyOfPerson}
          rowTo={toItsCase}
          view={view}
          onView={setView}
          state={list.state}
          problem={list.problem}
          onRetry={list.retry}
          empty={
            <Empty
              title={t("people.none")}
              acts={
                <Link to="/cases" asButton>
                  {t("people.to-cases")}
                </Link>
              }
            >
              {t("people.none-lead")}
            </Empty>
          }
        />
      </Section>
    </Page>
  );
}

type Kind = "phone" | "document";

/**
 * Exact search by a number, in the cases of the own agency that the reader sees. What stands under an answer is always the same sentence,
 * whether something was found or not: an answer is no way to learn of somebody else's case (harm.md, rule 6).
 */
function Search() {
  const { t } = useTranslation("cases");
  const words = useProblemWords();
  const [kind, setKind] = useState<Kind>("phone");
  const [value, setValue] = useState("");
  const [wrong, setWrong] = useState(false);
  // Not kept as a draft and not in the address: a number that is looked for is somebody's.
  const send = useSubmit<{ kind: Kind; value: string }, { found: { personId: string; caseId: string }[] }>({
    path: "/api/identity-searches",
  });
  const found = send.data?.found;
  const look = () => {
    const phone = phoneOf(value);
    const bad = kind === "phone" ? phone === null || phone === "wrong" : value.trim().length < 4;
    setWrong(bad);
    if (!bad) send.mutate({ kind, value: kind === "phone" ? (phone ?? "") : value.trim() });
  };
  return (
    <Section title={t("search.title")} note={t("search.note")}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!send.isPending) look();
        }}
      >
        <Choice
          name="kind"
          label={t("search.by")}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setWrong(false);
            send.reset();
          }}
          options={[
            { value: "phone", label: t("search.phone") },
            { value: "document", label: t("search.document") },
          ]}
        />
        <TextField
          label={t(kind === "phone" ? "search.phone" : "search.document")}
          hint={t(kind === "phone" ? "seal.phone-hint" : "search.document-hint")}
          value={value}
          onChange={(next) => {
            setValue(next);
            setWrong(false);
          }}
          error={wrong ? t(kind === "phone" ? "seal.phone-wrong" : "search.document-wrong") : null}
          inputMode={kind === "phone" ? "tel" : "text"}
          maxLength={60}
          dir="ltr"
          short
        />
        <Acts>
          <Button type="submit" busy={send.isPending}>
            {t("search.act")}
          </Button>
        </Acts>
      </form>
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      <div role="status">
        {found === undefined ? null : (
          <>
            {found.length === 0 ? <p>{t("search.none")}</p> : <FoundPeople ids={found.map((one) => one.personId)} />}
            <p className="small quiet">{t("search.always")}</p>
          </>
        )}
      </div>
    </Section>
  );
}

function FoundPeople({ ids }: { readonly ids: readonly string[] }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const found = useQuery(reading<Found>(`/api/people?ids=${[...new Set(ids)].slice(0, 50).join(",")}`));
  return (
    <Shown query={found} small>
      {(read) => (
        <Rows label={t("search.found")}>
          {read.people.map((person) => (
            <Row
              key={person.id}
              what={
                <Link to={`/cases/${person.caseId}`}>
                  {t(`role.${person.role}`)}
                  {person.relation === null || person.relation === "self"
                    ? ""
                    : `, ${nameOfCode(pack?.relations, person.relation, language)}`}
                </Link>
              }
              about={person.ref}
              why={[
                nameOfCode(pack?.situations, person.situation, language),
                nameOfCode(pack?.districts, person.district, language),
                person.caseIsOpen ? "" : t("page.closed"),
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            />
          ))}
        </Rows>
      )}
    </Shown>
  );
}
