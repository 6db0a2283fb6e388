import "./case.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Columns, Page } from "../../../web/kit/page.tsx";
import { reading } from "../../../web/kit/reading.ts";
import { Shown } from "../../../web/kit/shown.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { SafeContact } from "../consents/screens/contact.tsx";
import { Happened } from "./case/happened.tsx";
import { KnownFacts } from "./case/known-facts.tsx";
import { WhoLooked } from "./case/looked.tsx";
import { Next } from "./case/next.tsx";
import { Notes } from "./case/notes.tsx";
import { OwnWords } from "./case/own-words.tsx";
import { People } from "./case/people.tsx";
import { Place } from "./case/place.tsx";
import { SealedPerson } from "./case/sealed-person.tsx";
import { WayHome } from "./case/way-home.tsx";
import { WhoSees } from "./case/who-sees.tsx";
import { Recusal } from "./recusal.tsx";
import { type Case, RiskTag, useCaseTitle } from "./shared.tsx";
import { CaseParts } from "./under-case.tsx";

/** The child's case: where the child is on the way home, what is next, who can see it, whom it is safe to contact. */
export default function CasePage() {
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  return <Shown query={found}>{(of) => <OneCase of={of} />}</Shown>;
}

function OneCase({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const child = of.people.filter((person) => person.sealed && !person.erased && person.role === "child");
  return (
    <Page
      title={useCaseTitle()(of)}
      windowTitle={of.ref}
      crumbs={[{ label: t("list.title"), to: "/cases" }, { label: of.ref }]}
      lead={<Lead of={of} />}
    >
      {of.sections.includes(1)
        ? child.map((person) => (
            <SealedPerson key={person.id} of={of} personId={person.id} role={person.role} what={t("sealed.child")} />
          ))
        : null}
      <CaseParts caseId={of.id} />
      <WayHome of={of} />
      <Columns>
        <div className="case-main">
          <Next of={of} />
          <Happened of={of} />
          <Notes of={of} />
        </div>
        <div className="case-side">
          <SafeContact of={of} />
          <WhoSees of={of} />
          <People of={of} />
          <Place of={of} />
          <OwnWords of={of} />
          <KnownFacts of={of} />
          <WhoLooked of={of} />
          <Recusal caseId={of.id} />
        </div>
      </Columns>
    </Page>
  );
}

function Lead({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const owner = of.members.find((member) => member.isOwner);
  return (
    <>
      {of.risk === null ? null : (
        <>
          <RiskTag risk={of.risk} />{" "}
        </>
      )}
      {t("page.opened")} <Moment at={of.openedAt} />
      {owner === undefined
        ? null
        : ` · ${t("page.owner")} ${owner.agency === null ? t("care-home") : nameIn(owner.agency, i18n.resolvedLanguage ?? "en")}`}
      {of.isOpen ? null : ` · ${t("page.closed")}`}
    </>
  );
}
