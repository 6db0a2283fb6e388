import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/cases", screen: () => import("./list.tsx"), nav: { place: "cases" } },
  { path: "/cases/new", screen: () => import("./new-case.tsx"), under: "cases" },
  {
    path: "/cases/import",
    screen: () => import("../imports/screens/start.tsx"),
    words: ["cases/imports"],
    under: "cases",
  },
  {
    path: "/cases/import/$importId",
    screen: () => import("../imports/screens/work.tsx"),
    words: ["cases/imports", "cases/imports/facts"],
    under: "cases",
  },
  { path: "/cases/$caseId", screen: () => import("./case.tsx"), under: "cases" },
  { path: "/cases/$caseId/facts", screen: () => import("./facts.tsx"), under: "cases" },
  { path: "/cases/$caseId/history", screen: () => import("./history.tsx"), under: "cases" },
  { path: "/cases/$caseId/access", screen: () => import("./access.tsx"), under: "cases" },
  {
    path: "/cases/$caseId/erasure",
    screen: () => import("../erasure/screens/page.tsx"),
    words: ["cases/erasure"],
    under: "cases",
    roles: ["supervisor"],
  },
  { path: "/people", screen: () => import("./people.tsx"), nav: { place: "people" } },
  { path: "/cases/$caseId/plan", screen: () => import("../plan/screens/page.tsx"), under: "cases" },
  { path: "/cases/$caseId/consent", screen: () => import("../consents/screens/page.tsx"), under: "cases" },
  { path: "/cases/$caseId/documents", screen: () => import("../documents/screens/page.tsx"), under: "cases" },
  { path: "/cases/$caseId/hand-over", screen: () => import("../hand-overs/screens/page.tsx"), under: "cases" },
  { path: "/cases/$caseId/assessments", screen: () => import("../assessments/screens/page.tsx"), under: "cases" },
  // A report is screened before there is a case; the screens are the same and belong to this room.
  ...["/cases/$caseId/screening", "/reports/$reportId/screening"].flatMap((path): ScreenRoute[] => {
    const under = path.startsWith("/cases") ? "cases" : "reports";
    return [
      { path, screen: () => import("../screenings/screens/overview.tsx"), under },
      { path: `${path}/questions`, screen: () => import("../screenings/screens/questions.tsx"), under },
      { path: `${path}/sheet`, screen: () => import("../screenings/screens/sheet.tsx"), under },
      { path: `${path}/$screeningId`, screen: () => import("../screenings/screens/one.tsx"), under },
    ];
  }),
];
