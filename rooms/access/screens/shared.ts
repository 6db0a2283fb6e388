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
  const named = (value: unknown) => nameIn(asNames(value), language);
  const districts = (value: unknown) =>
    Array.isArray(value) && value.length > 0
      ? value.map((code) => nameOfCode(pack?.districts, String(code), language)).join(", ")
      : t("asked.no-district");
  /** A change of a unit or an agency: what it is called, where, and what stood there before. */
  const office = (payload: ApprovalView["payload"]) => {
    const change = String(payload["change"]);
    const old = named(payload["unitNames"]);
    const list = districts(payload["districts"]);
    const before = districts(payload["before"]);
    const agency = t("asked.of", { agency: named(payload["agencyNames"]) });
    const parts: Record<string, readonly string[]> = {
      "unit-added": [agency, t("asked.districts", { list })],
      "unit-changed": [
        agency,
        t("asked.called", { name: named(payload["names"]) }),
        before === list ? t("asked.districts", { list }) : t("asked.districts-change", { before, list }),
      ],
      "agency-added": [
        t("asked.kind", {
          kind: nameOfCode(pack?.kinds, String(payload["kind"]), language),
          place: nameOfCode(pack?.jurisdictions, String(payload["jurisdiction"]), language),
        }),
        t("asked.first-unit", { name: old }),
        t("asked.first-person", { name: named(payload["administrator"]) }),
        t("asked.keeps"),
      ],
    };
    return {
      title: t(`asked.${change}`, { name: named(payload["names"] ?? payload["unitNames"]), old }),
      details: (parts[change] ?? [agency]).join(" · "),
    };
  };
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
    if (action === "office-change") return office(payload);
    if (action === "identity-erasure") return { title: t("asked.erase"), details: t("asked.erase-details") };
    return { title: action, details: JSON.stringify(payload) };
  };
}
