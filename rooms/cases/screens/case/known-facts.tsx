import { useTranslation } from "react-i18next";
import { Link } from "../../../../web/kit/button.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { Facts } from "../../../../web/kit/rows.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";
import { useAllowed } from "./allowed.ts";

/** The facts of the case, each with what it rests on, and where they are changed. */
export function KnownFacts({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  const may = useAllowed();
  const age = [of.age === null ? "" : String(of.age), t(`fact.ageBasis.${of.ageBasis}`)].filter((part) => part !== "");
  return (
    <Section
      title={t("facts.known")}
      acts={may("case.write") ? <Link to={`/cases/${of.id}/facts`}>{t("change")}</Link> : null}
    >
      <Facts
        facts={[
          { name: t("fact.sex.name"), value: t(`fact.sex.${of.sex}`) },
          { name: t("fact.age.name"), value: age.join(", ") },
          { name: t("fact.isChild.name"), value: t(`fact.isChild.${of.isChild}`) },
          { name: t("fact.situation.name"), value: nameOfCode(pack?.situations, of.situation, language) },
          {
            name: t("fact.district.name"),
            value: of.district === null ? t("not-sure") : nameOfCode(pack?.districts, of.district, language),
          },
        ]}
      />
      <p>
        <Link to={`/cases/${of.id}/history`}>{t("page.history")}</Link>
      </p>
    </Section>
  );
}
