import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "../../../web/kit/button.tsx";
import { Section } from "../../../web/kit/page.tsx";
import { reading } from "../../../web/kit/reading.ts";
import type { MyDayContribution } from "../../../web/shell/contract.ts";
import { useMe } from "../../../web/shell/session.ts";
import { useUnits } from "./shared.ts";

/** For whoever keeps the workers: how many there are, who has not signed up, and the way to add one. */
function Colleagues() {
  const { t } = useTranslation("agencies");
  const found = useQuery(reading<{ colleagues: readonly { signsIn: boolean | null }[] }>("/api/colleagues"));
  const all = found.data?.colleagues ?? [];
  const office = useUnits().data;
  const oversight = useMe().worker.agency?.isOversight === true;
  const waiting = all.filter((one) => one.signsIn === false).length;
  return (
    <Section title={t("colleagues.title")}>
      <p>{t("colleagues.count", { count: all.length })}</p>
      {waiting === 0 ? null : <p>{t("colleagues.waiting", { count: waiting })}</p>}
      <div className="acts">
        <Link asButton to="/colleagues">
          {t("colleagues.open")}
        </Link>
        <Link to="/units">{t("units.open")}</Link>
        {office?.keepsAgencies === true ? <Link to="/agencies">{t("agencies.open")}</Link> : null}
        {oversight ? <Link to="/overseers">{t("overseers.open")}</Link> : null}
      </div>
    </Section>
  );
}

export const myDay: MyDayContribution = { Section: Colleagues, order: 40, roles: ["administrator"] };
