import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/cases", screen: () => import("./list.tsx"), nav: { place: "cases" } },
  { path: "/cases/new", screen: () => import("./new-case.tsx"), under: "cases" },
  { path: "/cases/$caseId", screen: () => import("./case.tsx"), under: "cases" },
  { path: "/cases/$caseId/facts", screen: () => import("./facts.tsx"), under: "cases" },
  { path: "/cases/$caseId/history", screen: () => import("./history.tsx"), under: "cases" },
  { path: "/cases/$caseId/access", screen: () => import("./access.tsx"), under: "cases" },
  { path: "/people", screen: () => import("./people.tsx"), nav: { place: "people" } },
];
