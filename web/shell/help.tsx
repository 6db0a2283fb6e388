import { useTranslation } from "react-i18next";
import { Page, Section } from "../kit/page.tsx";

/** The first ten minutes: what the signs mean, and that nothing is lost. */
const TOPICS = ["time", "sealed", "way", "unsure", "lost", "refused", "recuse", "keys", "danger"] as const;

export default function Help() {
  const { t } = useTranslation("shell");
  return (
    <Page title={t("help.title")} lead={t("help.lead")} shape="narrow">
      {TOPICS.map((topic) => (
        <Section key={topic} title={t(`help.${topic}.title`)}>
          <p>{t(`help.${topic}.text`)}</p>
        </Section>
      ))}
    </Page>
  );
}
