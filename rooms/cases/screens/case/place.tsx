import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../web/kit/button.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { reading } from "../../../../web/kit/reading.ts";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import type { Case } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";
import { RecordPlace } from "./record-place.tsx";
import { SealedPerson } from "./sealed-person.tsx";

interface Places {
  readonly places: readonly { readonly id: string; readonly since: string; readonly until: string | null }[];
}

/** Where the child sleeps: sealed, and not even named to whoever lacks the location section. */
export function Place({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const may = useAllowed();
  const [recording, setRecording] = useState(false);
  const held = of.sections.includes(2);
  const places = useQuery({ ...reading<Places>(`/api/cases/${of.id}/places`), enabled: held });
  if (!held) return null;
  return (
    <Section
      title={t("page.place")}
      acts={
        may("case.place") ? (
          <Button kind="plain" onClick={() => setRecording(true)}>
            {t("place.title")}
          </Button>
        ) : null
      }
    >
      <Shown query={places} small>
        {(found) => {
          const now = found.places.find((place) => place.until === null);
          return now === undefined ? (
            <p className="quiet">{t("page.place-none")}</p>
          ) : (
            <>
              <p className="small quiet">
                {t("place.since")} <Moment at={now.since} as="day-year" />
              </p>
              <SealedPerson key={now.id} of={of} personId={now.id} what={t("sealed.place")} />
            </>
          );
        }}
      </Shown>
      {recording ? <RecordPlace of={of} onClose={() => setRecording(false)} /> : null}
    </Section>
  );
}
