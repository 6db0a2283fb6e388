import { useTranslation } from "react-i18next";
import { Section } from "../../../../web/kit/page.tsx";
import { Timeline, type TimelineEntry } from "../../../../web/kit/timeline.tsx";
import { headlineOf, nameOfCode } from "../../../agencies/pack-names.ts";
import { TRACK } from "../../model.ts";
import { type Case, useAgencyName, usePack } from "../shared.tsx";

/** What happened, last first. A headline is never a statement: without the section it says that something was done, and no more. */
export function Happened({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const agencyName = useAgencyName();
  const entries = of.timeline.map((event): TimelineEntry => {
    const risk = typeof event.codes.level === "string" ? t(`risk.${event.codes.level}`, { defaultValue: "" }) : "";
    const track = pack?.tracks.find((one) => TRACK[one.code as keyof typeof TRACK] === event.codes.track);
    const ended = track === undefined ? "" : nameOfCode([track], track.code, language);
    const outcome =
      typeof event.codes.outcome === "string" ? nameOfCode(track?.outcomes, event.codes.outcome, language) : "";
    return {
      id: event.id,
      at: event.happenedAt ?? event.recordedAt,
      enteredAt: event.recordedAt,
      sealed: !event.held,
      ...(event.happenedAt === null || event.approx === null ? {} : { approx: event.approx as "day" }),
      what: event.held
        ? nameOfCode(pack?.eventKinds, event.kind, language)
        : (headlineOf(pack, event.section, language) ?? t("headline.0")),
      detail: (
        <>
          {event.text === null ? null : (
            <span className="said" dir="auto">
              {event.text}
              <br />
            </span>
          )}
          {[
            risk,
            ended,
            outcome,
            agencyName(event.agency, event.fromHome),
            event.fromPaper ? t("page.from-paper") : "",
            event.corrects === null ? "" : t("page.corrects"),
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </>
      ),
    };
  });
  return (
    <Section title={t("page.happened")}>
      <Timeline label={t("page.happened")} entries={entries} />
    </Section>
  );
}
