import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { nameIn } from "../../../web/kit/languages/format.ts";
import { reading } from "../../../web/kit/reading.ts";
import { nameOfCode, type PackNames } from "../../agencies/pack-names.ts";
import type { ApprovalView } from "../model.ts";

export const approvals = () => reading<{ approvals: ApprovalView[] }>("/api/approvals");
export const usePack = () => useQuery({ ...reading<PackNames>("/api/pack"), staleTime: 600_000 });

const TRACKS = ["care", "justice"] as const;
const asNames = (value: unknown) =>
  typeof value === "object" && value !== null ? (value as Record<string, string>) : {};

/** What exactly is asked, in words: an approval is bound to this and nothing else. */
export function useAsked(): (approval: Pick<ApprovalView, "action" | "payload">) => { title: string; details: string } {
  const { t, i18n } = useTranslation("access");
  const language = i18n.resolvedLanguage ?? "en";
  const pack = usePack().data;
  return ({ action, payload }) => {
    if (action === "track-closing") {
      const track = TRACKS[Number(payload["track"]) - 1] ?? "care";
      const outcomes = pack?.tracks.find((one) => one.code === track)?.outcomes;
      const outcome = nameOfCode(outcomes, String(payload["outcome"] ?? ""), language);
      return { title: t(`asked.close-${track}`), details: t("asked.outcome", { outcome }) };
    }
    if (action === "overseer-naming")
      return {
        title: t("asked.overseer", { name: nameIn(asNames(payload["names"]), language) }),
        details: [
          nameIn(asNames(payload["unitNames"]), language),
          nameIn(asNames(payload["agencyNames"]), language),
          t(payload["worker"] === null ? "asked.new-worker" : "asked.known-worker"),
          t(`asked.basis.${payload["basis"]}`, { defaultValue: String(payload["basis"] ?? "") }),
        ]
          .filter((part) => part !== "")
          .join(" · "),
      };
    if (action === "identity-erasure") return { title: t("asked.erase"), details: t("asked.erase-details") };
    return { title: action, details: JSON.stringify(payload) };
  };
}
