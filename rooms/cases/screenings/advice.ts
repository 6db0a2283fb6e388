import { type Advice, type Answers, assess, type NationalOffence } from "../../../engines/screening/index.ts";
import { type Refusal, refuse } from "../../../platform/http/problems.ts";
import type { GivenAnswers } from "./model.ts";

/** The engine's advice on answers as they came in, or a refusal where an item stands on no list in force. */
export function advised(answers: GivenAnswers, offences: readonly NationalOffence[]): Advice | Refusal {
  try {
    return assess({ answers: answers as Answers, offences });
  } catch (error) {
    if (error instanceof RangeError) return refuse("screening-unknown-item");
    throw error;
  }
}
