import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Link } from "../../../../web/kit/button.tsx";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { AddPerson } from "./add-person.tsx";
import { useAllowed } from "./allowed.ts";
import { ChangePerson } from "./change-person.tsx";
import { SealIdentity } from "./seal-identity.tsx";
import { SealedPerson } from "./sealed-person.tsx";

type Person = Case["people"][number];
type Act =
  | { readonly is: "add" }
  | { readonly is: "change"; readonly person: Person }
  | { readonly is: "seal"; readonly person: Pick<Person, "id" | "role"> };

const sectionOf = (role: Person["role"]) => (role === "suspect" ? 7 : 1);

/** The people of the case, by role and relation; a name is opened, never listed. */
export function People({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const may = useAllowed();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const holds = (person: Pick<Person, "role">) => of.sections.includes(sectionOf(person.role));
  const name = (person: Person) => {
    const relation = person.relation === "self" ? "" : nameOfCode(pack?.relations, person.relation, language);
    return [t(`role.${person.role}`), relation].filter((part) => part !== "").join(", ");
  };
  return (
    <Section
      title={t("page.people")}
      acts={
        <>
          {may("case.write") ? (
            <Button kind="plain" onClick={() => setAct({ is: "add" })}>
              {t("person.title")}
            </Button>
          ) : null}
          {may("identity.erase") && of.manages && of.tracks.every((track) => track.closedAt !== null) ? (
            <Link to={`/cases/${of.id}/erasure`}>{t("page.erase")}</Link>
          ) : null}
        </>
      }
    >
      {of.people.length === 0 ? (
        <p className="quiet">{t("page.people-none")}</p>
      ) : (
        <Rows label={t("page.people")}>
          {of.people.map((person) => (
            <Row
              key={person.id}
              what={name(person)}
              why={
                <>
                  {[
                    person.relation !== null && person.relation !== "self" && person.relationClaimed
                      ? t("page.claimed")
                      : "",
                    person.age === null ? "" : t("page.age", { age: person.age }),
                    person.livesWith === true ? t("page.lives-with") : "",
                    person.erased ? t("page.erased") : person.sealed ? t("page.name-sealed") : t("page.name-none"),
                  ]
                    .filter((part) => part !== "")
                    .join(" · ")}
                  {person.sealed && !person.erased && person.role !== "child" && holds(person) ? (
                    <Disclosure label={t("page.open-name", { role: t(`role.${person.role}`) })}>
                      <SealedPerson of={of} personId={person.id} role={person.role} what={t("sealed.other")} />
                    </Disclosure>
                  ) : null}
                </>
              }
              act={
                may("case.write") ? (
                  <div className="case-acts">
                    {!person.sealed && !person.erased && holds(person) && may("identity.write") ? (
                      <Button kind="plain" onClick={() => setAct({ is: "seal", person })}>
                        {t("seal.write")}
                        <span className="unseen">: {name(person)}</span>
                      </Button>
                    ) : null}
                    <Button kind="plain" onClick={() => setAct({ is: "change", person })}>
                      {t("change")}
                      <span className="unseen">: {name(person)}</span>
                    </Button>
                  </div>
                ) : undefined
              }
            />
          ))}
        </Rows>
      )}
      {act?.is === "add" ? (
        <AddPerson
          of={of}
          onClose={close}
          onAdded={(person) => setAct(holds(person) && may("identity.write") ? { is: "seal", person } : null)}
        />
      ) : null}
      {act?.is === "change" ? <ChangePerson of={of} person={act.person} onClose={close} /> : null}
      {act?.is === "seal" ? (
        <SealIdentity of={of} personId={act.person.id} role={act.person.role} onClose={close} />
      ) : null}
    </Section>
  );
}
