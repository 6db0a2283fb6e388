import type { PlannedCase } from "./model.ts";

/** The situation in which a child is found, read off the standard's codes of exploitation and industry; the first that fits. */
const byCode: readonly (readonly [field: string, code: string, situation: string])[] = [
  ["vic_ForcedLabourIndustry", "T_ActivitiesOfHouseholdsAsEmployers", "domestic-work"],
  ["vic_ForcedLabourIndustry", "A_AgricultureForestryAndFishing", "farm"],
  ["vic_ForcedLabourIndustry", "C_Manufacturing", "workshop"],
  ["vic_ForcedLabourIndustry", "I_AccommodationAndFoodServiceActivities", "shop-or-eatery"],
  ["vic_ForcedLabourIndustry", "G_WholesaleAndRetailTradeRepairOfMotorVehicles", "shop-or-eatery"],
  ["vic_ForcedLabourIndustry", "R_ArtsEntertainmentAndRecreation", "performance"],
  ["vic_TypeOfExploitation", "SexualExploitation", "brothel"],
  ["vic_TypeOfExploitation", "ForcedBegging", "begging"],
  ["vic_TypeOfExploitation", "ForcedMarriage", "marriage"],
  ["vic_TypeOfExploitation", "Servitude", "domestic-work"],
  ["vic_TypeOfExploitation", "ForcedAdoption", "illegal-adoption"],
];

/** @param known the codes of the country's pack; what it does not know becomes "other", which every pack has */
export function situationOf(planned: PlannedCase, known: ReadonlySet<string>): string {
  const values = planned.people.find((person) => person.role === "victim")?.values ?? [];
  const found = byCode.find(([field, code, situation]) => {
    const content = values.find((value) => value.field === field)?.content;
    return known.has(situation) && content?.is === "codes" && content.codes.includes(code);
  });
  return found?.[2] ?? "other";
}
