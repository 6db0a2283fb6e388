import { expect, test } from "vitest";
import type { Me } from "./contract.ts";
import { placeOf, placesFor } from "./places.ts";
import type { RoomScreen } from "./rooms.ts";
import { safeNext } from "./session.ts";

const screen = async () => ({ default: () => null });
const SCREENS: readonly RoomScreen[] = [
  { room: "cases", path: "/cases", screen, nav: { place: "cases" } },
  { room: "cases", path: "/cases/$caseId/notes", screen },
  { room: "cases", path: "/imports/$fileId", screen, under: "cases" },
  { room: "reports", path: "/inbox", screen, nav: { place: "reports" }, roles: ["helpline-worker"] },
  { room: "oversight", path: "/oversight", screen, nav: { place: "oversight" } },
];
const me = (roles: string[], isOversight = false) => ({ worker: { roles, agency: { isOversight } } }) as unknown as Me;

test("each worker is offered the places of their roles; oversight only overseers", () => {
  const names = (who: Me) => placesFor(who, SCREENS).map((link) => link.place);
  expect(names(me(["helpline-worker"]))).toEqual(["my-day", "reports", "cases", "help"]);
  expect(names(me(["investigator"]))).toEqual(["my-day", "cases", "help"]);
  expect(names(me(["overseer"], true))).toContain("oversight");
});

test("a page lights up its place, also where its path begins with another word", () => {
  const lit = ["/", "/cases", "/cases/7/notes", "/imports/9", "/inbox", "/help", "/sessions"].map((path) =>
    placeOf(path, SCREENS),
  );
  expect(lit).toEqual(["my-day", "cases", "cases", "cases", "reports", "help", null]);
});

test("after a sign-in one lands on our own pages only", () => {
  expect(safeNext("/cases/7?q=x")).toBe("/cases/7?q=x");
  for (const bad of [
    "//elsewhere.example",
    "/\\elsewhere",
    "https://elsewhere.example",
    "javascript:alert(1)",
    "/sign-in?next=/",
    7,
    undefined,
  ]) {
    expect(safeNext(bad)).toBe("/");
  }
});
