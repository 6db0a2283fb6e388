import type { Identity } from "../../identities/model.ts";
import { fieldNamed, isField } from "./fields.ts";
import type { PlannedPerson, PlannedValue } from "./model.ts";

/** Which values of a person become the sealed identity, and which are written beside it. */
export type FoundIdentity = {
  /** Empty where nobody is named. */
  identity: Identity;
  /** What did not go into it. */
  rest: PlannedValue[];
  /** By these the record is found again. */
  exact: { kind: "phone" | "document"; value: string }[];
};

/** A longer one is no number of a document; the vault takes no more. */
const longestKey = 100;

/**
 * Gathers the identity. What has a section of its own (a phone, an address) is not copied into it: whoever holds the identity does not
 * therefore hold where she lives.
 * @param about values of the case whose numbers lead to this person: the old register's, the police's
 */
export function identityOf(person: PlannedPerson, about: readonly PlannedValue[]): FoundIdentity {
  const textOf = (field: string) => {
    const content = person.values.find((value) => value.field === field)?.content;
    return content?.is === "text" ? content.text.trim() : "";
  };
  const used = new Set<string>();
  const take = (field: string, most = 200): string => {
    const text = textOf(field);
    if (text === "" || text.length > most) return "";
    used.add(field);
    return text;
  };
  const identity: Identity = {};
  const put = (part: "givenName" | "familyName" | "nickname" | "documentNumber", text: string) => {
    if (text !== "") identity[part] = text;
  };
  if (person.role === "victim") {
    const first = [take("prs_FirstName", 90), take("prs_MiddleName", 90)].filter((name) => name !== "").join(" ");
    put("givenName", first === "" ? take("hw_FullName") : first);
    put("familyName", take("prs_SecondName"));
    put("nickname", take("hw_Alias"));
    put("documentNumber", take("prs_IdentityNumber", 60));
    const born = birthOf(person.values);
    if (born !== null) {
      identity.birthDate = born;
      used.add("prs_Birthdate");
    }
  } else if (person.role === "suspect") put("givenName", take("suspect/hw_FullName"));
  else put("givenName", take("hw_FatherName") || take("hw_MotherName") || take("hw_GuardianName"));

  const exact = [...person.values, ...about].flatMap((value) => {
    const kind = isField(value.field) ? fieldNamed(value.field).exactKey : null;
    if (kind === null || value.content.is !== "text" || value.content.text.length > longestKey) return [];
    return [{ kind, value: value.content.text }];
  });
  // A number alone must still lead somewhere: it then stands for the name that nobody wrote.
  const [first] = exact;
  if (first && Object.keys(identity).length === 0) identity.marks = first.value;
  return { identity, rest: person.values.filter((value) => !used.has(value.field)), exact };
}

function birthOf(values: readonly PlannedValue[]): string | null {
  const content = values.find((value) => value.field === "prs_Birthdate")?.content;
  if (content?.is !== "date" || content.date.about) return null;
  const { from, precision } = content.date;
  if (precision === "day") return from;
  if (precision === "month") return from.slice(0, 7);
  return precision === "year" ? from.slice(0, 4) : null;
}
