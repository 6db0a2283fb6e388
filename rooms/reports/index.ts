/**
 * Reports: someone says something.
 * Promises: what was acknowledged is on disk; what was said is sealed before it is stored; nothing is deleted; whatever one person sets
 * aside, another, drawn by lot, reads again within a day.
 */

export { publicReportPages } from "./public/pages.ts";
export { createPublicReports } from "./public-reports.ts";
export { registerReports } from "./routes.ts";
export { spokenCodes } from "./spoken-codes.ts";
export { reportsUpkeep } from "./tasks.ts";
export { reportVaultRoutes } from "./vault.ts";
