import "./board.css";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { request } from "../../../../web/kit/client.ts";
import type { Counts } from "../model.ts";

const ORDER = ["immediate", "high", "medium", "low", "none", "unset"] as const satisfies readonly (keyof Counts)[];

/** A supervisor's open cases by risk, each count a way to its cases. Nobody else has a board, and then nothing stands here. */
export function AgencyBoard({ onPick }: { readonly onPick: (risk: keyof Counts) => void }) {
  const { t, i18n } = useTranslation("cases");
  const { data } = useQuery({ queryKey: ["cases", "board"], queryFn: () => request("GET", "/api/case-board") });
  const open = data?.board?.open;
  if (open === undefined) return null;
  const number = new Intl.NumberFormat(i18n.resolvedLanguage);
  return (
    <section className="agency-board" aria-labelledby="agency-board">
      <h2 id="agency-board">{t("board.title")}</h2>
      <ul>
        {ORDER.map((risk) => (
          <li key={risk}>
            <button type="button" onClick={() => onPick(risk)} disabled={open[risk] === 0}>
              <b>{number.format(open[risk])}</b> {t(`risk.${risk}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
