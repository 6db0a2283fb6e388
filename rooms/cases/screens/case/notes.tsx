import { useTranslation } from "react-i18next";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { type Case, useAgencyName } from "../shared.tsx";
import { WriteNote } from "./write-note.tsx";

/** What people of the case wrote to each other; a note with a section is read by those who hold it. */
export function Notes({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const agencyName = useAgencyName();
  const notes = of.notes.filter((note) => note.kind !== "own-words");
  return (
    <Section title={t("page.notes")}>
      <WriteNote of={of} />
      {notes.length === 0 ? (
        <p className="quiet">{t("page.notes-none")}</p>
      ) : (
        <Rows label={t("page.notes")}>
          {notes.map((note) => (
            <Row
              key={note.id}
              still
              time={<Moment at={note.writtenAt} />}
              what={
                <span className="said" dir="auto">
                  {note.text ?? t("page.sealed-note")}
                </span>
              }
              why={[
                note.kind === "note" ? "" : t(`note-kind.${note.kind}`, { defaultValue: "" }),
                note.section === null ? "" : t(`section.${note.section}`),
                agencyName(note.agency, true),
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
