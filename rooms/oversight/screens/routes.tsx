import type { ScreenRoute } from "../../../web/shell/contract.ts";

export const screens: readonly ScreenRoute[] = [
  { path: "/oversight", screen: () => import("./oversight.tsx"), nav: { place: "oversight" }, roles: ["overseer"] },
];
