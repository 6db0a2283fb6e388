import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/colleagues", screen: () => import("./colleagues.tsx"), roles: ["administrator"] },
  { path: "/colleagues/$workerId", screen: () => import("./colleague.tsx"), roles: ["administrator"] },
  { path: "/units", screen: () => import("./units.tsx"), roles: ["administrator"] },
  { path: "/agencies", screen: () => import("./agencies.tsx"), roles: ["administrator"] },
  { path: "/overseers", screen: () => import("./overseers.tsx"), roles: ["administrator"] },
];
