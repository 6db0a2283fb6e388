import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../kit/page.tsx";
import { Waiting } from "../kit/waiting.tsx";
import { Cast } from "./cast.tsx";
import { Entrance } from "./entrance.tsx";
import { castOptions, safeNext } from "./session.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** The entrance: in a demonstration the cast, else name and password. */
export default function SignIn() {
  const { t } = useTranslation("shell");
  const cast = useQuery(castOptions);
  const queries = useQueryClient();
  const search = useSearch({ strict: false }) as { next?: unknown };
  const enter = () => {
    queries.clear();
    // A fresh start of the page: whatever somebody else had open is gone from memory.
    location.replace(safeNext(search.next));
  };
  if (cast.isPending) return <Entrance>{<Waiting />}</Entrance>;
  if (cast.data !== null && cast.data !== undefined) {
    return (
      <Entrance wide>
        <PageTitle>{t("cast.title")}</PageTitle>
        <p className="lead">{t("cast.lead")}</p>
        <Cast cast={cast.data} onEntered={enter} />
      </Entrance>
    );
  }
  return (
    <Entrance>
      <PageTitle>{t("sign-in.title")}</PageTitle>
      <SignInForm onDone={enter} />
    </Entrance>
  );
}
