import { useTranslation } from "react-i18next";
import { Page, Section } from "../kit/page.tsx";

const ITEMS = ["danger", "sealed", "nothing", "offline", "recuse", "keys"] as const;

/** Short answers, the urgent one first. */
export default function Help() {
  const { t } = useTranslation("shell");
  return (
    <Page title={t("help.title")} lead={t("help.lead")} shape="narrow">
      {ITEMS.map((item) => (
        <Section key={item} title={t(`help.items.${item}.q`)}>
          <p>{t(`help.items.${item}.a`)}</p>
        </Section>
      ))}
    </Page>
  );
}
