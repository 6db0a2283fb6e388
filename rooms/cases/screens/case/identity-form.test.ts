import { expect, test } from "vitest";
import { formOf, identityOf, phoneOf } from "./identity-form.ts";

const today = "2026-11-24";

test("an identity that is opened and sealed again unchanged is the same, in every script", () => {
  for (const identity of [
    { givenName: "ফুলমণি", familyName: "হাঁসদা", phone: "+911234567890", birthDate: "2012-03", nationality: "IND" },
    { givenName: "زبیدہ", motherName: "रुख़साना", languages: ["ur", "hi"], documentNumber: "AB 12" },
  ])
    expect(identityOf(formOf(identity), identity, today)).toEqual({ identity });
});

test("a phone number is read as people write it, and never guessed", () => {
  expect(phoneOf("+91 98765-43210")).toBe("+919876543210");
  expect(phoneOf("0091 (98765) 43210")).toBe("+919876543210");
  expect(phoneOf("98765 43210")).toBe("wrong");
  expect(phoneOf(" ")).toBeNull();
});

test("what is wrong is named, and an empty record is not sealed", () => {
  expect(identityOf({ ...formOf({}), phone: "12" }, null, today)).toEqual({ wrong: ["phone"] });
  expect(identityOf({ ...formOf({}), born: { ...formOf({}).born, year: "2031" } }, null, today)).toEqual({
    wrong: ["born"],
  });
  expect(identityOf(formOf({}), null, today)).toEqual({ wrong: ["empty"] });
});
