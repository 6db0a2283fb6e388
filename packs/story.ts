/** What a seeding script and a test need of the stories: the moments as instants, and the words that must stay sealed. */
import type { CastOfPack } from "./shape.ts";
import type { Moment, StoryCase, StoryReport } from "./story-model.ts";

/**
 * A moment of a story as an instant.
 * @param moment `day N hh:mm`, in the pack's time zone
 * @param dayZero the calendar day that is day 0
 * @throws RangeError for a moment of another form, which no loaded pack holds
 */
export function instantOf(moment: Moment, dayZero: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  const [, day, time] = /^day (-?\d+) (\d\d:\d\d)$/.exec(moment) ?? [];
  if (day === undefined || time === undefined) throw new RangeError(`"${moment}" is no moment of a story.`);
  return dayZero
    .add({ days: Number(day) })
    .toZonedDateTime({ timeZone, plainTime: time })
    .toInstant();
}

/** Every case and report of the stage, the stories' among them. */
export function everything({ stories, cases, reports }: CastOfPack): { cases: StoryCase[]; reports: StoryReport[] } {
  return {
    cases: [...stories.flatMap((story) => story.cases), ...cases],
    reports: [...stories.flatMap((story) => story.reports), ...reports],
  };
}

/**
 * What must be found in no table, file or log outside a seal once the stage has been played: names, families, phones, addresses, and all
 * that somebody wrote about somebody. Given names alone are left out: workers share them. Longest first, without doubles.
 */
export function sealedWords(stage: CastOfPack): string[] {
  const { cases, reports } = everything(stage);
  const found = [...cases.flatMap((told) => [...ofCase(told)]), ...reports.flatMap((report) => [...ofReport(report)])];
  return [...new Set(found)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function* ofCase(told: StoryCase): Generator<string> {
  yield told.riskWhy;
  for (const { names, phones, addresses } of told.people) {
    if (names.family) yield* [names.family, `${names.given} ${names.family}`];
    yield* (names.also ?? []).filter((name) => name.includes(" "));
    yield* (phones ?? []).map(({ number }) => number);
    yield* (addresses ?? []).map(({ text }) => text);
  }
  const written = [
    told.place,
    ...told.recusals,
    ...(told.contact ?? []),
    ...told.events,
    ...told.notes,
    ...(told.consents ?? []),
  ];
  for (const entry of written) if (entry?.text) yield entry.text;
  for (const goal of told.goals) yield* [goal.text, ...goal.tasks.map(({ text }) => text)];
}

function* ofReport(report: StoryReport): Generator<string> {
  yield report.text;
  if (!report.from.anonymous) {
    if (report.from.name) yield report.from.name;
    if (report.from.phone) yield report.from.phone.number;
  }
  yield* report.phones.map(({ number }) => number);
  yield* report.addresses.map(({ text }) => text);
  yield* report.messages.map(({ text }) => text);
  if (report.whereTo) yield report.whereTo;
}
