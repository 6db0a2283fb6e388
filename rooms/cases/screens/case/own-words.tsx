import { useTranslation } from "react-i18next";
import { Section } from "../../../../web/kit/page.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { type Case, useAgencyName } from "../shared.tsx";

/** The child is a person: what she or he said has a place on the page, for whoever holds that section (harm.md, rule 2). */
export function OwnWords({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const agencyName = useAgencyName();
  const words = of.notes.filter((note) => note.kind === "own-words");
  return (
    <Section title={t("page.own-words")} note={t("page.own-words-note")}>
      {words.length === 0 ? (
        <p className="quiet">{t("page.own-words-none")}</p>
      ) : (
        words.map((note) => (
          <figure key={note.id} className="own-words">
            <blockquote className="said" dir="auto">
              {note.text ?? t("page.sealed-note")}
            </blockquote>
            <figcaption className="small quiet">
              <Moment at={note.writtenAt} /> · {agencyName(note.agency, true)}
            </figcaption>
          </figure>
        ))
      )}
    </Section>
  );
}
