import { useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../web/kit/page.tsx";
import { CaseForm } from "../../cases/screens/new-case.tsx";

/** A case out of a report. The report shows its case from then on. */
export default function OpenCase() {
  const { t } = useTranslation("reports");
  const { reportId = "" } = useParams({ strict: false }) as { reportId?: string };
  const navigate = useNavigate();
  return (
    <Page
      title={t("page.open-case")}
      crumbs={[{ label: t("inbox.title"), to: "/reports" }, { label: t("page.case") }]}
      shape="narrow"
    >
      <CaseForm
        path={`/api/reports/${reportId}/case`}
        draft={`report/${reportId}/case`}
        madeOld={["/api/cases", "/api/reports"]}
        onMade={(id) => void navigate({ to: `/cases/${id}` })}
      />
    </Page>
  );
}
