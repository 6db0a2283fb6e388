/**
 * Cases: the child's case, from opening to the closing of its last track.
 * Promises: seen by its members, each section by who holds it; what happened and when it was entered are two times; nothing is deleted;
 * a track closes only with an outcome and a second person of another agency.
 */
export { openCase, screenedBefore } from "./actions.ts";
export { registerAssessments } from "./assessments/routes.ts";
export { registerBoard } from "./board/routes.ts";
export { registerClosure } from "./closure/routes.ts";
export { registerContact } from "./consents/contact-routes.ts";
export { consentStands, registerConsents } from "./consents/routes.ts";
export { mayContact } from "./consents/rules.ts";
export { registerDocuments } from "./documents/routes.ts";
export { documentVaultRoutes } from "./documents/vault.ts";
export { registerHandOvers } from "./hand-overs/routes.ts";
export { registerHistory } from "./history/routes.ts";
export { importVaultRoutes, registerImports } from "./imports/index.ts";
export { openTexts, type SealedText, sealText } from "./narrative.ts";
export { registerPeople } from "./people/routes.ts";
export { registerPlaces } from "./places/routes.ts";
export { registerPlan } from "./plan/routes.ts";
export { registerResponses } from "./responses/routes.ts";
export { registerCases } from "./routes.ts";
export { newCaseRef, type ResponseHours } from "./rules.ts";
export { advised } from "./screenings/advice.ts";
export { NewDecision, NewScreening, ReportScreeningView } from "./screenings/model.ts";
export { readNotes, writtenNotes } from "./screenings/notes.ts";
export { registerScreenings } from "./screenings/routes.ts";
