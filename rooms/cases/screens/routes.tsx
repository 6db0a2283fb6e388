import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/cases", screen: () => import("./list.tsx"), nav: { place: "cases" } },
  { path: "/cases/new", screen: () => import("./new-case.tsx"), under: "cases" },
  { path: "/cases/$caseId", screen: () => import("./case.tsx"), under: "cases" },
];
