import facts from "./facts/ctdc-victim-perpetrator.json" with { type: "json" };
import { keyOf } from "./text.ts";

/**
 * The layout of the Global Victim-Perpetrator Synthetic Dataset (CTDC, IOM): which of our fields each published column is. Where HTCDS
 * has the field its name and codes are used; the rest keeps CTDC's own. Nothing is lost on the way: `marginals.ts` turns it back.
 * @source dictionary of 1 December 2022, https://www.ctdatacollaborative.org
 */
export type CtdcColumn = { name: string; field: string; choice: string | null };

const fields: Readonly<Record<string, readonly [field: string, choice?: string]>> = {
  yearRegister: ["ctdc_RegistrationYears"],
  gender: ["prs_Gender"],
  majorityStatus: ["hw_MajorityStatus"],
  isForcedLabour: ["vic_TypeOfExploitation", "ForcedLabour"],
  isSexualExploit: ["vic_TypeOfExploitation", "SexualExploitation"],
  UN_COO_Region: ["ctdc_CitizenshipRegion"],
  UN_COE_Region: ["ctdc_ExploitationRegion"],
  IP_Exploiter: ["suspect/ctdc_RoleGroup", "Exploiter"],
  IP_Gender: ["suspect/prs_Gender"],
  IP_ageBroad: ["suspect/ctdc_AgeBand"],
  IP_citizen_UNRegion: ["suspect/ctdc_CitizenshipRegion"],
  IP_Relation: ["vic_RelationshipToTrafficker"],
  IP_PayMoney: ["ctdc_PaidTrafficker"],
  IP_RecruiterBroker: ["suspect/ctdc_RoleGroup", "RecruiterBroker"],
  IP_TransactionProcess: ["suspect/ctdc_RoleGroup", "TransactionProcess"],
  IP_ControlAbuseKidnap: ["suspect/ctdc_RoleGroup", "ControlAbuseKidnap"],
};

/** The published columns in their order. */
export const ctdcColumns: readonly (CtdcColumn & { values: readonly string[] })[] = facts.columns.map((column) => {
  const [field, choice] = fields[column.name] ?? [];
  if (field === undefined) throw new Error(`nobody has placed ${column.name}`);
  return { name: column.name, field, choice: choice ?? null, values: column.values };
});

const byKey = new Map(ctdcColumns.map((column) => [keyOf(column.name), column]));

/** The published column that a header names, in any spelling of case and marks. */
export function ctdcColumnNamed(header: string): CtdcColumn | null {
  return byKey.get(keyOf(header)) ?? null;
}
