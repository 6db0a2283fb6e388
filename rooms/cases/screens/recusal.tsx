import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../web/kit/button.tsx";
import { Disclosure } from "../../../web/kit/disclosure.tsx";
import { Notice } from "../../../web/kit/notice.tsx";
import { useSubmit } from "../../../web/kit/reading.ts";
import { useProblemWords } from "../../../web/kit/refusal.tsx";

/** "I know somebody in this case": two plain steps, because the door closes at once and one cannot open it again oneself. */
export function Recusal({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation("cases");
  const words = useProblemWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = useSubmit<object, null>({ path: `/api/cases/${caseId}/recusal` });
  const declare = () =>
    send.mutate(
      {},
      {
        onSuccess: async () => {
          await navigate({ to: "/cases", replace: true });
          // Nothing of the case stays in memory behind a closed door.
          queries.removeQueries({ queryKey: ["cases", caseId] });
          queries.removeQueries({ queryKey: ["looks", caseId] });
          await queries.invalidateQueries({ queryKey: ["cases"] });
        },
      },
    );
  return (
    <Disclosure label={t("recusal.title")}>
      <p>{t("recusal.lead")}</p>
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      <Acts>
        <Button kind="danger" busy={send.isPending} onClick={declare}>
          {t("recusal.declare")}
        </Button>
      </Acts>
    </Disclosure>
  );
}
