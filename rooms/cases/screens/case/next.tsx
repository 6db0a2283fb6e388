import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { When } from "../../../../web/kit/when.tsx";
import type { Case } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";
import { RecordEvent } from "./record-event.tsx";
import { SetRisk } from "./set-risk.tsx";
import { TrackRow } from "./track.tsx";

/** What is next: the first response while it is owed, and what stays open until somebody closes it. */
export function Next({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const may = useAllowed();
  const [act, setAct] = useState<"event" | "risk" | null>(null);
  const close = () => setAct(null);
  return (
    <Section title={t("page.next")}>
      <Acts>
        {may("case.write") ? (
          <Button kind="first" onClick={() => setAct("event")}>
            {t("event.title")}
          </Button>
        ) : null}
        {may("case.risk") ? (
          <Button onClick={() => setAct("risk")}>{t(of.risk === null ? "set-risk.title" : "set-risk.change")}</Button>
        ) : null}
      </Acts>
      <Rows label={t("page.next")}>
        {of.respondBy === null ? null : (
          <Row
            time={<When dueAt={of.respondBy} startedAt={of.riskSetAt} />}
            what={t("page.respond")}
            why={t(`risk-means.${of.risk ?? "none"}`)}
          />
        )}
        {of.tracks.map((track) => (
          <TrackRow key={track.track} of={of} track={track} />
        ))}
      </Rows>
      {act === "event" ? <RecordEvent of={of} onClose={close} /> : null}
      {act === "risk" ? <SetRisk of={of} onClose={close} /> : null}
    </Section>
  );
}
