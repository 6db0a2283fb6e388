import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { NationalOffence } from "../../../../engines/screening/index.ts";
import { request } from "../../../../web/kit/client.ts";
import type { Crumb } from "../../../../web/kit/page.tsx";
import { reading } from "../../../../web/kit/reading.ts";
import { useMe } from "../../../../web/shell/session.ts";
import type { ReportScreeningView, ScreeningView } from "../model.ts";

export type Kept = z.infer<typeof ReportScreeningView> & Partial<z.infer<typeof ScreeningView>>;

/** What is screened: a case, or a report before there is one. The screens are the same. */
export interface Place {
  readonly kind: "case" | "report";
  readonly id: string;
  /** Of its screenings, at the server. */
  readonly api: string;
  /** Of the case or report itself. */
  readonly home: string;
  readonly page: string;
  readonly draft: string;
}

export function usePlace(): Place {
  const { caseId, reportId } = useParams({ strict: false }) as { caseId?: string; reportId?: string };
  const [kind, id] = reportId === undefined ? (["case", caseId ?? ""] as const) : (["report", reportId] as const);
  return {
    kind,
    id,
    api: `/api/${kind}s/${id}/screenings`,
    home: `/${kind}s/${id}`,
    page: `/${kind}s/${id}/screening`,
    draft: `${kind}/${id}/screening`,
  };
}

export function useCrumbs(place: Place, last?: string): Crumb[] {
  const { t } = useTranslation("cases/screenings");
  return [
    { label: t(`crumb.${place.kind}s`), to: `/${place.kind}s` },
    { label: t(`crumb.${place.kind}`), to: place.home },
    ...(last === undefined ? [] : [{ label: t("title"), to: place.page }, { label: last }]),
  ];
}

export const useScreenings = (place: Place) => useQuery(reading<{ screenings: readonly Kept[] }>(place.api));

/** The pack, as far as screening needs it. */
interface ScreeningPack {
  readonly offences?: readonly NationalOffence[];
  readonly roles: readonly { readonly code: string; readonly actions: readonly string[] }[];
  readonly about: {
    readonly emergency: readonly {
      readonly number: string;
      readonly names: Readonly<Record<string, string>>;
      readonly danger: boolean;
    }[];
  };
}

export const useScreeningPack = () =>
  useQuery({ queryKey: ["pack"], queryFn: () => request<ScreeningPack>("GET", "/api/pack"), staleTime: 600_000 });

/** May this worker's roles do it? Only for what is offered: the server asks again. */
export function useMay(action: "screening.make" | "screening.decide"): boolean {
  const { roles } = useMe().worker;
  const pack = useScreeningPack().data;
  return pack?.roles.some((role) => roles.includes(role.code) && role.actions.includes(action)) ?? false;
}
