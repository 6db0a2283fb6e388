import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell } from "../../../platform/sheets/cells.ts";
import { codeLists, fieldNamed, importFields } from "./fields.ts";
import { readValue } from "./values.ts";

const context = { order: null, assumed: "day-first" as const, today: "2026-11-24", callingCode: "91" };

/** What a field reads: its value in short, `null` for nothing, or the code of what is wrong; doubts behind. */
function reads(field: string, cell: Cell) {
  const reading = readValue(cell, fieldNamed(field), context);
  if (!reading.ok) return `wrong: ${reading.wrong.code}`;
  const { content } = reading;
  const doubts = reading.doubts.map((doubt) => ` (${doubt.code})`).join("");
  if (content === null) return doubts === "" ? null : doubts;
  if (content.is === "codes") return content.codes.join("+") + doubts;
  if (content.is === "age")
    return `${content.from ?? ""}..${content.to ?? ""}${content.about ? " about" : ""}${doubts}`;
  if (content.is === "text") return content.text + doubts;
  if (content.is === "yes-no") return (content.yes ? "yes" : "no") + doubts;
  if (content.is === "number") return String(content.number) + doubts;
  return content.date.from + doubts;
}

describe("codes", () => {
  test.each([
    ["prs_Gender", "Feminine", "Feminine"],
    ["prs_Gender", "female", "Feminine"],
    ["prs_Gender", "F", "Feminine"],
    ["prs_Gender", "लड़की", "Feminine"],
    ["prs_Gender", "TransgenderFeminine", "TransgenderFeminine"],
    ["prs_Gender", "Transgender Feminine ", "TransgenderFeminine"],
    ["prs_Gender", "Not Specified/Unknown", "NonSpecifiedUnknown"],
    ["prs_Gender", "unknown", "NonSpecifiedUnknown"],
    ["prs_Gender", "Feminne", "Feminine (code-guessed)"],
    ["prs_Gender", "blue", "wrong: code-unknown"],
    ["prs_Gender", "Feminine; Masculine", "wrong: several-answers"],
    ["vic_MethodsOfControl", "DebtBondage ", "DebtBondage"],
    ["vic_MethodsOfControl", "Debt bondage ; Threatens children/family", "DebtBondage+ThreatensChildrenFamily"],
    ["vic_MethodsOfControl", "PhysicalThreats DebtBondage", "PhysicalThreats+DebtBondage"],
    ["vic_MethodsOfControl", "unknown", null],
    [
      "vic_TypeOfExploitation",
      "Forced labor, sexual exploitation and child labour",
      "ForcedLabour+SexualExploitation+ChildLabour",
    ],
    ["vic_TypeOfExploitation", "Forced military (by non-state actors)", "ForcedMilitaryByNonStateActors"],
    ["vic_TypeOfExploitation", "बाल श्रम", "ChildLabour"],
    ["vic_TypeOfExploitation", "['Forced labour', 'Servitude']", "ForcedLabour+Servitude"],
    ["vic_ForcedLabourIndustry", "C_Manufacturing", "C_Manufacturing"],
    ["vic_ForcedLabourIndustry", "Section F", "F_Construction"],
    ["cas_Status", "Follow up", "FollowUp"],
    ["vic_RelationshipToTrafficker", "FriendAcquaintance;StrangerUnknownOther", "Acquainted+Unaquainted"],
  ])("%s reads %j as %s", (field, text, expected) => {
    expect(reads(field, text)).toBe(expected);
  });

  test("a semicolon inside a label separates nothing", () => {
    const water = "Water supply; sewerage, waste management and remediation";
    const trade = "Wholesale and retail trade; repair of motor vehicles and motorcycles";
    const house =
      "Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use";
    expect(reads("vic_ForcedLabourIndustry", water)).toBe("E_WaterSupplySewerageWasteManagement");
    expect(reads("vic_ForcedLabourIndustry", `${trade}; Education;${house}`)).toBe(
      "G_WholesaleAndRetailTradeRepairOfMotorVehicles+P_Education+T_ActivitiesOfHouseholdsAsEmployers",
    );
    expect(reads("vic_ForcedLabourIndustry", `${house}, Agriculture, forestry and fishing`)).toBe(
      "T_ActivitiesOfHouseholdsAsEmployers+A_AgricultureForestryAndFishing",
    );
  });

  test("any choice of any list, in any order and with any separator, comes back, by label and by code", () => {
    const lists = importFields.filter((field) => field.kind === "choices" && field.list !== null);
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.constantFrom(";", "; ", " ; ", "|", "\n"),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (field, separator, byLabel, random) => {
          const all = [...(codeLists.get(field.list ?? "") ?? [])];
          const picked = all.map((one) => ({ one, at: random.next().value as number })).sort((a, b) => a.at - b.at);
          const some = picked.slice(0, 1 + ((random.next().value as number) % all.length)).map(({ one }) => one);
          const text = some.map(([code, label]) => (byLabel ? label : code)).join(separator);
          expect(reads(field.name, text)).toBe(some.map(([code]) => code).join("+"));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a survey tool's several answers are separated by spaces", () => {
    fc.assert(
      fc.property(fc.subarray([...(codeLists.get("vic_TypeOfExploitation") ?? [])], { minLength: 1 }), (some) => {
        const codes = some.map(([code]) => code);
        expect(reads("vic_TypeOfExploitation", codes.join(" "))).toBe(codes.join("+"));
      }),
    );
  });

  test("what is not on the list is told with what is nearest", () => {
    const reading = readValue("sexual explotation online", fieldNamed("vic_TypeOfExploitation"), context);
    expect(reading.ok ? [] : reading.wrong.right[0]).toBe("Sexual exploitation");
  });
});

describe("countries and languages", () => {
  test.each([
    ["prs_Citizenship", "IN", "IN"],
    ["prs_Citizenship", "IND", "IN"],
    ["prs_Citizenship", "India", "IN"],
    ["prs_Citizenship", "Indian", "IN"],
    ["prs_Citizenship", "भारत", "IN"],
    ["prs_Citizenship", "Nepali; Bangladeshi", "NP+BD"],
    ["prs_Citizenship", "IN NP", "IN+NP"],
    ["prs_Citizenship", "Cote d'Ivoire", "CI"],
    ["prs_Citizenship", "Korea, Republic of", "KR"],
    ["prs_Citizenship", "Congo, Democratic Republic of the", "CD"],
    ["prs_Citizenship", "Bolivia (Plurinational State of)", "BO"],
    ["prs_Citizenship", "Türkiye", "TR"],
    ["prs_Citizenship", "UK", "GB"],
    ["prs_Citizenship", "stateless", "XXA"],
    ["prs_Citizenship", "NA", "NA (na-is-namibia)"],
    ["prs_Citizenship", "n/a", null],
    ["prs_Citizenship", "in", "wrong: code-unknown"],
    ["prs_Citizenship", "Bangladsh", "BD (code-guessed)"],
    ["prs_MailingCountry", "India; Nepal", "wrong: several-answers"],
    ["prs_PrimaryLanguage", "Hindi", "hi"],
    ["prs_PrimaryLanguage", "hin", "hi"],
    ["prs_PrimaryLanguage", "भोजपुरी", "bho"],
    ["prs_PrimaryLanguage", "Maithili/Nepali", "mai+ne"],
  ])("%s reads %j as %s", (field, text, expected) => {
    expect(reads(field, text)).toBe(expected);
  });
});

describe("ages", () => {
  test.each([
    ["14", "14..14"],
    ["14 yrs", "14..14"],
    ["14 years 6 months", "14..14"],
    ["१४ साल", "14..14"],
    ["about 15", "15..15 about"],
    ["14-16", "14..16"],
    ["14 to 16 years", "14..16"],
    ["0--8", "0..8"],
    ["48+", "48.."],
    ["above 18", "19.."],
    ["under 18", "..17"],
    ["<18", "..17"],
    ["8 months", "0..0"],
    ["minor", "..17"],
    ["adult", "18.."],
    ["unknown", null],
    ["212", "wrong: age-impossible"],
    ["16-14", "wrong: age-impossible"],
    ["young", "wrong: age-unreadable"],
  ])("%s is %s", (text, expected) => {
    expect(reads("hw_Age", text)).toBe(expected);
  });
});

describe("other kinds", () => {
  test.each<[string, Cell, string | null]>([
    ["con_Consent", "Yes", "yes"],
    ["con_Consent", "TRUE", "yes"],
    ["con_Consent", true, "yes"],
    ["con_Consent", 0, "no"],
    ["con_Consent", "हाँ", "yes"],
    ["con_Consent", "नहीं", "no"],
    ["con_Consent", "not known", null],
    ["con_Consent", "orally", "wrong: yes-no-unclear"],
    ["prs_MobilePhone", "98765 43210", "+919876543210"],
    ["prs_MobilePhone", "098765-43210", "+919876543210"],
    ["prs_MobilePhone", "+977 980 1234567", "+9779801234567"],
    ["prs_MobilePhone", "0044 20 7946 0000", "+442079460000"],
    ["prs_MobilePhone", 9876543210, "+919876543210"],
    ["prs_MobilePhone", "9.19877E+11", "wrong: digits-lost"],
    ["prs_MobilePhone", "1234567", "1234567 (phone-not-international)"],
    ["prs_MobilePhone", "father 9876543210", "father 9876543210 (phone-with-words)"],
    ["prs_Email", "asha@Example.ORG", "asha@example.org"],
    ["prs_Email", "asha at example", "wrong: email-unreadable"],
    ["prs_IdentityNumber", "1.23457E+11", "wrong: digits-lost"],
    ["prs_NumberOfChildren", "२", "2"],
    ["prs_NumberOfChildren", "1,234", "1234"],
    ["prs_NumberOfChildren", "two", "wrong: number-unreadable"],
    ["prs_FirstName", "  Asha\u00a0Kumari \u200b", "Asha Kumari"],
    ["prs_FirstName", "=HYPERLINK(A1)", "wrong: formula-text"],
    ["cco_CaseComment", "=== call back ===", "=== call back ==="],
    ["prs_FirstName", { error: "#REF!" }, "wrong: cell-error"],
    ["prs_Birthdate", { date: "2010-05-06", time: null }, "2010-05-06"],
    ["prs_FirstName", null, null],
  ])("%s reads %j as %s", (field, cell, expected) => {
    expect(reads(field, cell)).toBe(expected);
  });

  test("no field ever throws on what people type", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.double(),
      fc.boolean(),
      fc.constant({ error: "#N/A" }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...importFields), cell, (field, content) => {
        expect(typeof readValue(content, field, context).ok).toBe("boolean");
      }),
      { numRuns: 3000 },
    );
  });
});
