import ctdc from "./facts/ctdc-victim-perpetrator.json" with { type: "json" };
import htcds from "./facts/htcds-2.0.json" with { type: "json" };
import type { About, FieldKind, ImportField, Section } from "./model.ts";

/**
 * The fields that a column can become: those of HTCDS 2.0 (IOM, CC BY 4.0) under their own names, the same for a suspect, and what
 * offices write besides. Which ones are sealed is decided here, once.
 */

type Judged = Partial<Pick<ImportField, "kind" | "section" | "exactKey" | "future">> & {
  about: About;
  sealed: boolean;
};

/** By the standard's prefix, where a field has no line of its own below. */
const byPrefix: Readonly<Record<string, Judged>> = {
  org: { about: "organisation", sealed: true, section: "location" },
  prs: { about: "victim", sealed: false },
  vic: { about: "victim", sealed: false },
  per: { about: "suspect", sealed: false, section: "suspects" },
  cas: { about: "case", sealed: false },
  cco: { about: "note", sealed: true, section: "statements" },
  hte: { about: "trafficking-event", sealed: true, section: "statements" },
  spl: { about: "support-plan", sealed: false },
  con: { about: "consent", sealed: false },
};

const named = { about: "victim", sealed: true, section: "identity" } as const;
const reached = { about: "victim", sealed: true, section: "contact" } as const;
// Where she lives is where she can be found.
const housed = { about: "victim", sealed: true, section: "location" } as const;
const told = { about: "victim", sealed: true, section: "statements" } as const;
const referredIn = { about: "referral-in", sealed: false } as const;
const referredOut = { about: "referral-out", sealed: false } as const;

const judged: Readonly<Record<string, Judged>> = {
  org_Phone: { about: "organisation", sealed: true, section: "location", kind: "phone", exactKey: "phone" },
  org_Type: { about: "organisation", sealed: false },
  org_ShippingCountry: { about: "organisation", sealed: false },
  prs_Salutation: named,
  prs_FirstName: named,
  prs_MiddleName: named,
  prs_SecondName: named,
  // The full day points at one child; the years of age that follow from it do not.
  prs_Birthdate: named,
  prs_IdentityNumber: { ...named, kind: "document", exactKey: "document" },
  prs_Title: named,
  prs_Email: { ...reached, kind: "email" },
  prs_HomePhone: { ...reached, kind: "phone", exactKey: "phone" },
  prs_MobilePhone: { ...reached, kind: "phone", exactKey: "phone" },
  prs_MailingCity: housed,
  prs_MailingState: housed,
  prs_MailingStreet: housed,
  prs_MailingPostalCode: housed,
  prs_MailingLongitude: housed,
  prs_MailingLatitude: housed,
  vic_AgreementToManagePersonalData: { about: "consent", sealed: false },
  vic_AgeWhenTrafficked: { about: "victim", sealed: false, kind: "age" },
  // The standard allows one; CTDC publishes several, and the official form asks for several industries.
  vic_RelationshipToTrafficker: { about: "victim", sealed: false, kind: "choices" },
  vic_ForcedLabourIndustry: { about: "victim", sealed: false, kind: "choices" },
  vic_LocationOfRecruitment: told,
  vic_LocationOfExploitation: told,
  vic_Vulnerabilities: { about: "victim", sealed: false, section: "health" },
  vic_DetailsOfVulnerabilities: { about: "victim", sealed: true, section: "counselling" },
  per_RoleDetails: { about: "suspect", sealed: true, section: "suspects" },
  cas_ReasonForCaseClosure: { about: "case", sealed: true, section: "statements" },
  cas_CaseOwner: { about: "case", sealed: true },
  cas_ReferringOrganisation: { ...referredIn, sealed: true, section: "location" },
  cas_IncomingReferralDate: referredIn,
  cas_ReferringPrimaryCaseWorker: { ...referredIn, sealed: true },
  cas_ReasonForIncomingReferral: referredIn,
  cas_IncomingReferralDetails: { ...referredIn, sealed: true, section: "statements" },
  cas_ReferredOrganisation: { ...referredOut, sealed: true, section: "location" },
  cas_ReferredPrimaryCaseWorker: { ...referredOut, sealed: true },
  cas_ReasonForOutgoingReferral: referredOut,
  cas_OutgoingReferralDate: { ...referredOut, future: true },
  cas_OutgoingReferralDetails: { ...referredOut, sealed: true, section: "statements" },
  hte_Country: { about: "trafficking-event", sealed: false, kind: "country" },
  hte_Date: { about: "trafficking-event", sealed: false },
  hte_Type: { about: "trafficking-event", sealed: false },
  spl_Objectives: { about: "support-plan", sealed: true, section: "counselling" },
  spl_ActionPlan: { about: "support-plan", sealed: true, section: "counselling" },
  spl_PlannedEndDate: { about: "support-plan", sealed: false, future: true },
  spl_ActualEndDate: { about: "support-plan", sealed: false, future: true },
};

const standardFields: ImportField[] = htcds.fields.map((field) => {
  const own = judged[field.name] ?? byPrefix[field.name.slice(0, 3)];
  if (!own) throw new Error(`nobody has judged ${field.name}`);
  return {
    name: field.name,
    source: "HTCDS 2.0",
    label: field.label,
    about: own.about,
    kind: own.kind ?? (field.kind as FieldKind),
    list: field.codes.length > 0 ? field.name : null,
    sealed: own.sealed,
    section: own.section ?? null,
    exactKey: own.exactKey ?? null,
    future: own.future ?? false,
  };
});

type Own = [
  name: string,
  label: string,
  about: About,
  kind: FieldKind,
  sealed: boolean,
  section?: Section | null,
  more?: Partial<Pick<ImportField, "list" | "exactKey" | "future" | "source">>,
];

const suspects = "suspects";
const ownFields: ImportField[] = (
  [
    ["hw_RegisterNumber", "Number in the old register", "case", "document", true, null, { exactKey: "document" }],
    ["hw_SourceRecord", "Id of the record in the old system", "case", "document", true, null, { exactKey: "document" }],
    ["hw_RegistrationDate", "Date of registration", "registration", "date", false],
    [
      "hw_FirNumber",
      "Number of the first information report",
      "case",
      "document",
      true,
      "statements",
      { exactKey: "document" },
    ],
    ["hw_PoliceStation", "Police station", "case", "text", true],
    ["hw_District", "District", "case", "text", true, "location"],
    ["hw_FullName", "Full name", "victim", "text", true, "identity"],
    ["hw_Alias", "Other names", "victim", "text", true, "identity"],
    ["hw_Age", "Age", "victim", "age", false],
    ["hw_MajorityStatus", "Adult or minor", "victim", "choice", false, null, { list: "hw_MajorityStatus" }],
    ["hw_Religion", "Religion or community", "victim", "text", true, "identity"],
    ["hw_Health", "Health", "victim", "long-text", true, "health"],
    ["hw_HomeAddress", "Home address", "victim", "long-text", true, "location"],
    ["hw_FatherName", "Father's name", "caregiver", "text", true, "identity"],
    ["hw_MotherName", "Mother's name", "caregiver", "text", true, "identity"],
    ["hw_GuardianName", "Guardian's name", "caregiver", "text", true, "identity"],
    ["hw_GuardianPhone", "Guardian's phone", "caregiver", "phone", true, "contact", { exactKey: "phone" }],
    ["hw_ExploitationCountry", "Country of exploitation", "victim", "countries", false],
    ["hw_RescueDate", "Date of rescue", "rescue", "date", false],
    ["hw_RescuePlace", "Place of rescue", "rescue", "text", true, "statements"],
    ["hw_CareHome", "Care home", "placement", "text", true, "location"],
    ["hw_PlacementDate", "Date of placement", "placement", "date", false],
    ["hw_CaseClosureDate", "Date of closure", "case", "date", false],
    ["suspect/hw_FullName", "Suspect's name", "suspect", "text", true, suspects],
    ["suspect/hw_Age", "Suspect's age", "suspect", "age", false, suspects],
    ["suspect/hw_Phone", "Suspect's phone", "suspect", "phone", true, suspects, { exactKey: "phone" }],
    [
      "suspect/prs_Gender",
      "Suspect's gender",
      "suspect",
      "choices",
      false,
      suspects,
      { source: "HTCDS 2.0", list: "prs_Gender" },
    ],
    [
      "suspect/prs_Citizenship",
      "Suspect's citizenship",
      "suspect",
      "countries",
      false,
      suspects,
      { source: "HTCDS 2.0" },
    ],
    [
      "ctdc_RegistrationYears",
      "Years of registration",
      "registration",
      "choice",
      false,
      null,
      fromCtdc("yearRegister"),
    ],
    ["ctdc_CitizenshipRegion", "Region of citizenship", "victim", "choice", false, null, fromCtdc("UN_COO_Region")],
    ["ctdc_ExploitationRegion", "Region of exploitation", "victim", "choice", false, null, fromCtdc("UN_COE_Region")],
    [
      "ctdc_PaidTrafficker",
      "Did the victim pay the trafficker",
      "victim",
      "choices",
      false,
      null,
      fromCtdc("IP_PayMoney"),
    ],
    [
      "suspect/ctdc_RoleGroup",
      "Suspect's roles, grouped",
      "suspect",
      "choices",
      false,
      suspects,
      fromCtdc("suspect/ctdc_RoleGroup"),
    ],
    ["suspect/ctdc_AgeBand", "Suspect's age band", "suspect", "choices", false, suspects, fromCtdc("IP_ageBroad")],
    [
      "suspect/ctdc_CitizenshipRegion",
      "Suspect's region of citizenship",
      "suspect",
      "choices",
      false,
      suspects,
      fromCtdc("IP_citizen_UNRegion"),
    ],
  ] satisfies Own[]
).map(([name, label, about, kind, sealed, section, more]: Own) => ({
  name,
  source: "Homeward",
  label,
  about,
  kind,
  list: null,
  sealed,
  section: section ?? null,
  exactKey: null,
  future: false,
  ...more,
}));

function fromCtdc(list: string): { source: "CTDC"; list: string } {
  return { source: "CTDC", list };
}

/** All fields, those of the standard first. */
export const importFields: readonly ImportField[] = [...standardFields, ...ownFields];

const fieldByName = new Map(importFields.map((field) => [field.name, field]));

/** @throws RangeError on a name that no field bears: mappings are checked before they are used */
export function fieldNamed(name: string): ImportField {
  const field = fieldByName.get(name);
  if (!field) throw new RangeError(`no import field ${name}`);
  return field;
}

export function isField(name: string): boolean {
  return fieldByName.has(name);
}

/** The perpetrators' roles that CTDC publishes as four columns. */
export const ctdcRoles = ["Exploiter", "RecruiterBroker", "TransactionProcess", "ControlAbuseKidnap"] as const;

/** Code lists by name: code and English label, in the standard's order. */
export const codeLists: ReadonlyMap<string, readonly (readonly [code: string, label: string])[]> = new Map([
  ...htcds.fields
    .filter((field) => field.codes.length > 0)
    .map((field): [string, [string, string][]] => [
      field.name,
      field.codes.map(([code, label]) => [code ?? "", label ?? code ?? ""]),
    ]),
  [
    "hw_MajorityStatus",
    [
      ["Adult", "Adult"],
      ["Minor", "Minor"],
    ],
  ],
  ["suspect/ctdc_RoleGroup", ctdcRoles.map((role): [string, string] => [role, role])],
  ...ctdc.columns.map((column): [string, [string, string][]] => [
    column.name,
    column.values.map((value) => [value, value]),
  ]),
]);
