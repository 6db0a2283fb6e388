import { useTranslation } from "react-i18next";
import { Link } from "../../../../web/kit/button.tsx";
import { nameIn } from "../../../../web/kit/languages/format.ts";
import { Section } from "../../../../web/kit/page.tsx";
import { Row, Rows } from "../../../../web/kit/rows.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { nameOfCode } from "../../../agencies/pack-names.ts";
import { type Case, usePack } from "../shared.tsx";

/** As many as are read at a glance; all of them stand on the page of access. */
const AT_A_GLANCE = 4;

/** Who can see this: the members, each with why and until when. Never a recusal, oversight, or a home's name. */
export function WhoSees({ of }: { readonly of: Case }) {
  const { t, i18n } = useTranslation("cases");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return (
    <Section
      title={t("page.who")}
      acts={<Link to={`/cases/${of.id}/access`}>{t("page.who-all", { count: of.members.length })}</Link>}
    >
      <Rows label={t("page.who")}>
        {of.members.slice(0, AT_A_GLANCE).map((member) => (
          <Row
            key={member.member}
            what={member.agency === null ? t("care-home") : nameIn(member.worker ?? member.agency, language)}
            why={
              <>
                {member.isOwner
                  ? t("page.leads")
                  : nameOfCode(
                      pack?.purposes.map((p) => ({ ...p, code: String(p.number) })),
                      String(member.purpose),
                      language,
                    )}
                {" · "}
                {member.sections.length === 0
                  ? t("page.summary-only")
                  : member.sections.map((section) => t(`section.${section}`)).join(", ")}
                {member.until === null ? null : (
                  <>
                    {" · "}
                    {t("page.until")} <Moment at={member.until} as="day-short" />
                  </>
                )}
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
