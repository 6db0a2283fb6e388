import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "../../../web/kit/button.tsx";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { Page } from "../../../web/kit/page.tsx";
import { Empty, Row, Rows } from "../../../web/kit/rows.tsx";
import { Shown } from "../../../web/kit/shown.tsx";
import { When } from "../../../web/kit/when.tsx";
import { approvals, useAsked } from "./shared.ts";

/** What waits for my word as a second person. */
export default function Approvals() {
  const { t, i18n } = useTranslation("access");
  const language = i18n.resolvedLanguage ?? "en";
  const asked = useAsked();
  const found = useQuery(approvals());
  return (
    <Page title={t("inbox.title")} lead={t("inbox.lead")} shape="hung">
      <Shown query={found} small>
        {(read) =>
          read.approvals.length === 0 ? (
            <Empty title={t("inbox.none")}>{t("inbox.none-lead")}</Empty>
          ) : (
            <Rows label={t("inbox.title")}>
              {read.approvals.map((approval) => {
                const what = asked(approval);
                return (
                  <Row
                    key={approval.id}
                    time={<When dueAt={approval.expiresAt} startedAt={approval.askedAt} />}
                    what={what.title}
                    about={what.details}
                    why={approval.askedBy === null ? t("day.why") : nameIn(approval.askedBy, language)}
                    act={
                      <Link to={`/approvals/${approval.id}`} asButton>
                        {t("day.act")}
                        <span className="unseen">: {what.title}</span>
                      </Link>
                    }
                  />
                );
              })}
            </Rows>
          )
        }
      </Shown>
    </Page>
  );
}
