/**
 * Cases: the child's case, from opening to the closing of its last track.
 * Promises: seen by its members, each section by who holds it; what happened and when it was entered are two times; nothing is deleted;
 * a track closes only with an outcome and a second person of another agency.
 */
export { openCase } from "./actions.ts";
export { registerBoard } from "./board/routes.ts";
export { registerClosure } from "./closure/routes.ts";
export { openTexts, type SealedText, sealText } from "./narrative.ts";
export { registerPlaces } from "./places/routes.ts";
export { registerCases } from "./routes.ts";
export { newCaseRef, type ResponseHours } from "./rules.ts";
export { registerScreenings } from "./screenings/routes.ts";
