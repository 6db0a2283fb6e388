import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/approvals", screen: () => import("./approvals.tsx"), under: "my-day" },
  { path: "/approvals/$approvalId", screen: () => import("./approval.tsx"), under: "my-day" },
];
