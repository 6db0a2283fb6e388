import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/colleagues", screen: () => import("./colleagues.tsx"), roles: ["administrator"] },
  { path: "/colleagues/$workerId", screen: () => import("./colleague.tsx"), roles: ["administrator"] },
];
