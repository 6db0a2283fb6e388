import "./sign-in.css";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { forgetDrafts } from "../kit/draft.ts";
import { Page } from "../kit/page.tsx";
import { ownProblem } from "../kit/problem.ts";
import { Refusal } from "../kit/refusal.tsx";
import { Shown } from "../kit/shown.tsx";
import { Cast } from "./cast.tsx";
import { castOptions } from "./session.ts";

/** The cast once more while somebody plays: to read a code, or to become somebody else. In a real installation there is nothing here. */
export default function OtherCast() {
  const { t } = useTranslation("shell");
  const cast = useQuery({ ...castOptions, refetchInterval: 15_000 });
  return (
    <Shown query={cast}>
      {(members) =>
        members === null ? (
          <Refusal problem={ownProblem("not-found", 404)} />
        ) : (
          <Page title={t("cast.title")} lead={t("cast.codes")}>
            <Cast
              cast={members}
              onEntered={() => {
                // In a demonstration nobody's unfinished work is worth a question.
                void forgetDrafts().finally(() => location.replace("/"));
              }}
            />
          </Page>
        )
      }
    </Shown>
  );
}
