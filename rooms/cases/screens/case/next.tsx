import { useTranslation } from "react-i18next";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { When } from "../../../../web/kit/when.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";

/** What is next: the first response while it is owed, and what stays open until somebody closes it. */
export function Next({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return (
    <Section title={t("page.next")}>
      <Rows>
        {of.respondBy === null ? null : (
          <Row
            time={<When dueAt={of.respondBy} startedAt={of.riskSetAt} />}
            what={t("page.respond")}
            why={t(`risk-means.${of.risk ?? "none"}`)}
          />
        )}
        {of.tracks.map((track) => (
          <Row
            key={track.track}
            still
            time={
              track.closedAt === null ? (
                <span className="quiet">{t("page.no-clock")}</span>
              ) : (
                <When dueAt={null} doneAt={track.closedAt} />
              )
            }
            what={t(`track.${track.track}`)}
            why={
              track.closedAt === null
                ? t("page.track-open")
                : nameOfCode(pack?.tracks?.find((one) => one.code === track.track)?.outcomes, track.outcome, language)
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
