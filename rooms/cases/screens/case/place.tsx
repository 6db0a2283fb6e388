import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Disclosure } from "../../../../web/kit/disclosure.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, reading } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import type { PlaceView } from "../../places/model.ts";
import type { Case } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";
import { LeavePlace, ProlongStay } from "./place-acts.tsx";
import { RecordPlace } from "./record-place.tsx";
import { SealedPerson } from "./sealed-person.tsx";

/** Where the child sleeps: sealed, and not even named to whoever lacks the location section. */
export function Place({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const may = useAllowed();
  const queries = useQueryClient();
  const words = useProblemWords();
  // The act keeps the place it was begun on: what others do meanwhile, or its own success, does not take the form away.
  const [act, setAct] = useState<{ is: "record" } | { is: "prolong" | "leave"; place: PlaceView } | null>(null);
  const held = of.sections.includes(2);
  const places = useQuery({ ...reading<{ places: PlaceView[] }>(`/api/cases/${of.id}/places`), enabled: held });
  if (!held) return null;
  const acts = may("case.place");
  const now = places.data?.places.find((place) => place.until === null);
  const earlier = places.data?.places.filter((place) => place.until !== null) ?? [];
  const old = () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) });
  /** The steps that undo an act, one after the other; what the server says against it is told. */
  const undo = (steps: readonly (() => Promise<unknown>)[]) => () => {
    void (async () => {
      try {
        for (const step of steps) await step();
        showToast(t("place.undone"));
      } catch (thrown) {
        showToast(words(problemOf(thrown)).title);
      }
      await old();
    })();
  };
  const departure = (id: string) => `/api/cases/${of.id}/places/${id}/departure`;
  const leaves = (id: string) => () => request("PUT", departure(id), { at: new Date().toISOString() });
  const returns = (id: string) => () => request("DELETE", departure(id));
  return (
    <Section
      title={t("page.place")}
      acts={
        acts ? (
          <Button kind="plain" onClick={() => setAct({ is: "record" })}>
            {t(now === undefined ? "place.title" : "place.move")}
          </Button>
        ) : null
      }
    >
      <Shown query={places} small>
        {() => (
          <>
            {now === undefined ? (
              <p className="quiet">{t("page.place-none")}</p>
            ) : (
              <>
                <Stay place={now} />
                <SealedPerson key={now.id} of={of} personId={now.id} what={t("sealed.place")} />
                {acts ? (
                  <Acts>
                    {now.inHome ? (
                      <Button kind="plain" onClick={() => setAct({ is: "prolong", place: now })}>
                        {t("place.prolong")}
                      </Button>
                    ) : null}
                    <Button kind="plain" onClick={() => setAct({ is: "leave", place: now })}>
                      {t("place.leave")}
                    </Button>
                  </Acts>
                ) : null}
              </>
            )}
            {earlier.length === 0 ? null : (
              <Disclosure label={t("place.earlier")}>
                {earlier.map((place) => (
                  <div key={place.id}>
                    <p className="small quiet">
                      {t("place.since")} <Moment at={place.since} as="day-year" /> · {t("place.until")}{" "}
                      <Moment at={place.until ?? place.since} as="day-year" />
                    </p>
                    <SealedPerson of={of} personId={place.id} what={t("sealed.place")} />
                  </div>
                ))}
              </Disclosure>
            )}
          </>
        )}
      </Shown>
      {act?.is === "record" ? (
        <RecordPlace
          of={of}
          moves={now !== undefined}
          onKept={({ id, ended, inHome }) =>
            showToast(
              t(inHome ? "place.kept-home" : "place.kept"),
              undo([leaves(id), ...(ended === null ? [] : [returns(ended)])]),
            )
          }
          onClose={() => setAct(null)}
        />
      ) : null}
      {act?.is === "prolong" ? <ProlongStay of={of} place={act.place} onClose={() => setAct(null)} /> : null}
      {act?.is === "leave" ? (
        <LeavePlace
          of={of}
          place={act.place}
          onLeft={() => showToast(t("place.left"), undo([returns(act.place.id)]))}
          onClose={() => setAct(null)}
        />
      ) : null}
    </Section>
  );
}

/** Since when; for a home also until when, and whether it can see the case. Never which: that is opened. */
function Stay({ place }: { readonly place: PlaceView }) {
  const { t } = useTranslation("cases");
  return (
    <p className="small quiet">
      {t("place.since")} <Moment at={place.since} as="day-year" />
      {place.reviewAt === null ? null : (
        <>
          {" · "}
          {t(Date.parse(place.reviewAt) > Date.now() ? "place.looked-at" : "place.overdue")}{" "}
          <Moment at={place.reviewAt} as="day-year" /> · {t(place.homeOnCase ? "place.home-sees" : "place.home-out")}
        </>
      )}
    </p>
  );
}
