import { type ApproximateDate, NO_DATE, readDate } from "../../../../web/kit/approximate-date.ts";
import { Identity } from "../../../identities/model.ts";

/** What of an identity is typed by hand. What a record holds besides stays as it is. */
export const TYPED = [
  "givenName",
  "familyName",
  "nickname",
  "fatherName",
  "motherName",
  "address",
  "phone",
  "documentNumber",
  "marks",
] as const;
type TypedField = (typeof TYPED)[number];

export interface IdentityTyped extends Readonly<Record<TypedField, string>> {
  readonly born: ApproximateDate;
}

/** The form for an identity that was opened, or for nothing yet. */
export function formOf(identity: Readonly<Record<string, unknown>>): IdentityTyped {
  const text = (name: string) => (typeof identity[name] === "string" ? (identity[name] as string) : "");
  const [year = "", month = "", day = ""] = text("birthDate").split("-");
  return {
    ...(Object.fromEntries(TYPED.map((name) => [name, text(name)])) as Record<TypedField, string>),
    born: { ...NO_DATE, year, month, day },
  };
}

/**
 * A phone number as the index knows it: a plus, the country and the digits. Spaces, hyphens and brackets are how people write; a number
 * without its country is not guessed at.
 */
export function phoneOf(typed: string): string | null | "wrong" {
  const bare = typed.replace(/[\s().-]/g, "").replace(/^00/, "+");
  if (bare === "") return null;
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : "wrong";
}

/**
 * The identity to be sealed, or which fields are wrong.
 * @param before what the record holds already; null for a new one
 * @param today `YYYY-MM-DD`
 */
export function identityOf(
  typed: IdentityTyped,
  before: Readonly<Record<string, unknown>> | null,
  today: string,
): { identity: Identity } | { wrong: readonly ("phone" | "born" | "empty")[] } {
  const phone = phoneOf(typed.phone);
  const born = readDate(typed.born, today);
  const wrong = [...(phone === "wrong" ? ["phone" as const] : []), ...(born.kind === "wrong" ? ["born" as const] : [])];
  const kept = Identity.safeParse(before ?? {});
  const filled = Object.fromEntries(
    TYPED.flatMap((name) => {
      const value = name === "phone" ? (phone ?? "") : typed[name].trim();
      return value === "" ? [] : [[name, value]];
    }),
  );
  if (wrong.length > 0) return { wrong };
  const { nationality, languages } = kept.success ? kept.data : {};
  const identity = {
    ...(nationality === undefined ? {} : { nationality }),
    ...(languages === undefined ? {} : { languages }),
    ...filled,
    ...(born.kind === "span" ? { birthDate: dayText(born.from, born.precision) } : {}),
  } as Identity;
  return Object.keys(identity).length === 0 ? { wrong: ["empty"] } : { identity };
}

const dayText = (from: string, precision: "day" | "month" | "year") =>
  from.slice(0, { day: 10, month: 7, year: 4 }[precision]);
