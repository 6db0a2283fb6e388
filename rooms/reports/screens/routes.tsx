import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/reports", screen: () => import("./inbox.tsx"), nav: { place: "reports" } },
  { path: "/reports/call", screen: () => import("./call.tsx"), under: "reports" },
  { path: "/reports/call/$callId", screen: () => import("./call.tsx"), under: "reports" },
  { path: "/reports/new", screen: () => import("./new-report.tsx"), under: "reports" },
  { path: "/reports/second-reads", screen: () => import("./second-reads.tsx"), under: "reports" },
  { path: "/reports/$reportId", screen: () => import("./report.tsx"), under: "reports" },
  { path: "/reports/$reportId/case", screen: () => import("./open-case.tsx"), under: "reports" },
];
