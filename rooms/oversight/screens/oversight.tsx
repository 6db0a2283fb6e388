import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Link } from "../../../web/kit/button.tsx";
import { request } from "../../../web/kit/client.ts";
import { Page } from "../../../web/kit/page.tsx";
import { Tabs } from "../../../web/kit/tabs.tsx";
import { Moment } from "../../../web/kit/when.tsx";
import { Cases } from "./cases.tsx";
import { Openings } from "./openings.tsx";
import { Refusals } from "./refusals.tsx";
import { Unread } from "./unread.tsx";

const LISTS = ["unread", "openings", "refusals", "cases"] as const;
type List = (typeof LISTS)[number];
const SHOWN = { unread: Unread, openings: Openings, refusals: Refusals, cases: Cases } as const;
const asList = (value: unknown): List => LISTS.find((list) => list === value) ?? "openings";

/** What an overseer reads: what waits too long, who opened what and why, what was refused, and the cases without names. */
export default function Oversight() {
  const { t } = useTranslation("oversight");
  const search = useSearch({ strict: false }) as { readonly list?: unknown };
  const navigate = useNavigate();
  const log = useQuery({
    queryKey: ["oversight", "log"],
    queryFn: () => request("GET", "/api/oversight/log"),
    refetchInterval: 15_000,
  });
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      acts={
        log.data === undefined ? null : (
          <span className="quiet">
            {t("log", { count: log.data.size })}
            {log.data.at === null ? null : (
              <>
                {" "}
                · {t("signed")} <Moment at={log.data.at} />
              </>
            )}
          </span>
        )
      }
    >
      <Tabs
        label={t("lists")}
        value={asList(search.list)}
        // Another list is another view: nothing of the one before is carried over.
        onChange={(list) => void navigate({ to: ".", search: { list } as never, replace: true, resetScroll: false })}
        tabs={LISTS.map((list) => {
          const Shown = SHOWN[list];
          return {
            value: list,
            label: t(`${list}.title`),
            content: () => (
              <>
                <p className="small quiet">{t(`${list}.note`)}</p>
                <Shown />
              </>
            ),
          };
        })}
      />
      <p>
        <Link to="/help">{t("help")}</Link>
      </p>
    </Page>
  );
}
