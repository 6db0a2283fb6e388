import type { z } from "zod";
import type { ReportView } from "../model.ts";

/** A report as its page reads it. */
export type Report = z.infer<typeof ReportView>;
