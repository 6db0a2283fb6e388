import { useTranslation } from "react-i18next";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { SealedPerson } from "./sealed-person.tsx";

/** The people of the case, by role and relation; a name is opened, never listed. */
export function People({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return (
    <Section title={t("page.people")}>
      {of.people.length === 0 ? (
        <p className="quiet">{t("page.people-none")}</p>
      ) : (
        <Rows label={t("page.people")}>
          {of.people.map((person) => {
            const relation = person.relation === "self" ? "" : nameOfCode(pack?.relations, person.relation, language);
            const claimed = relation !== "" && person.relationClaimed;
            return (
              <Row
                key={person.id}
                what={[t(`role.${person.role}`), relation].filter((part) => part !== "").join(", ")}
                why={[
                  claimed ? t("page.claimed") : "",
                  person.age === null ? "" : t("page.age", { age: person.age }),
                  person.erased ? t("page.erased") : person.sealed ? t("page.name-sealed") : t("page.name-none"),
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              />
            );
          })}
        </Rows>
      )}
      {of.people
        .filter((person) => person.sealed && !person.erased && person.role !== "child")
        .filter((person) => of.sections.includes(person.role === "suspect" ? 7 : 1))
        .map((person) => (
          <Disclosure key={person.id} label={t("page.open-name", { role: t(`role.${person.role}`) })}>
            <SealedPerson of={of} personId={person.id} what={t("sealed.other")} />
          </Disclosure>
        ))}
    </Section>
  );
}
