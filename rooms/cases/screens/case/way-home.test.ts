import { beforeAll, expect, test } from "vitest";
import { setPlace } from "../../../../web/kit/languages/format.ts";
import { wayOf } from "./way-home.tsx";

beforeAll(() => setPlace("IN", "Asia/Kolkata"));

const reached = (...stages: [string, string][]) =>
  stages.map(([stage, reachedAt], id) => ({ id: String(id), stage, reachedAt, leftAt: null })) as never;
const tracks = [{ track: "justice", openedAt: "", closedAt: null, outcome: null }] as never;

test("a child who was reached after midnight in Delhi was reached on that day, not on the day before in Greenwich", () => {
  const way = wayOf({ stages: reached(["safe", "2026-11-24T20:30:00Z"]), tracks });
  expect(way.stages).toEqual([{ name: "safe", state: "open", on: "2026-11-25" }]);
});

test("going back to safety after coming home is a way back, and home stays reached", () => {
  const way = wayOf({
    stages: reached(
      ["safe", "2026-01-02T10:00:00Z"],
      ["home", "2026-03-02T10:00:00Z"],
      ["safe", "2026-04-02T10:00:00Z"],
    ),
    tracks: [],
  });
  expect(way.returns).toEqual([{ from: "home", to: "safe", on: "2026-04-02" }]);
  expect(way.stages.map((stage) => `${stage.name} ${stage.state}`)).toEqual(["safe open", "home done"]);
});

test("justice goes on beside care, and is nothing one comes back from", () => {
  const way = wayOf({
    stages: reached(
      ["cared-for", "2026-01-02T10:00:00Z"],
      ["justice", "2026-02-02T10:00:00Z"],
      ["cared-for", "2026-03-02T10:00:00Z"],
    ),
    tracks,
  });
  expect(way.returns).toEqual([]);
  expect(way.stages.map((stage) => `${stage.name} ${stage.state}`)).toEqual(["cared-for open", "justice open"]);
});
