import { sql } from "kysely";
import { did, type Upkeep } from "../../platform/jobs/index.ts";

/** The reports room's own upkeep: late second readings go to somebody else. */
export const reportsUpkeep: readonly Upkeep[] = [
  {
    purpose: "redraw-second-reads",
    everyMinutes: 15,
    run: (act) => act((tx) => did(tx, sql`select reports.redraw_second_reads() as did`)),
  },
];
