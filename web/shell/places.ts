/** The places in the frame: where each leads for this worker, and which one a page belongs to. */
import { type Me, offered, PLACES, type Place } from "./contract.ts";
import type { RoomScreen } from "./rooms.ts";

export interface PlaceLink {
  readonly place: Place;
  readonly to: string;
}

/** An overseer's agency opens oversight's rooms, whatever the roles are called. */
const mayOversee = (me: Me) => me.worker.agency?.isOversight === true || me.worker.roles.includes("overseer");

/** The places this worker is offered, in the frame's order. */
export function placesFor(me: Me, screens: readonly RoomScreen[]): PlaceLink[] {
  return PLACES.flatMap((place): PlaceLink[] => {
    if (place === "my-day") return [{ place, to: "/" }];
    if (place === "help") return [{ place, to: "/help" }];
    if (place === "oversight" && !mayOversee(me)) return [];
    const screen = screens.find((one) => one.nav?.place === place && offered(one.roles, me.worker));
    return screen === undefined ? [] : [{ place, to: screen.path }];
  });
}

/** The place a path belongs to; null for pages of none (one's sessions). */
export function placeOf(path: string, screens: readonly RoomScreen[]): Place | null {
  if (path === "/") return "my-day";
  const under = screens.find((screen) => screen.under !== undefined && matches(screen.path, path))?.under;
  const first = path.split("/")[1] ?? "";
  return (
    under ??
    screens.find((screen) => screen.nav !== undefined && screen.path.split("/")[1] === first)?.nav?.place ??
    asPlace(first)
  );
}

const asPlace = (part: string): Place | null => PLACES.find((place) => place === part && place !== "my-day") ?? null;

/** Does a path fit a route's pattern? `$name` stands for one part, `$` at the end for the rest. */
function matches(pattern: string, path: string): boolean {
  const [wanted, parts] = [pattern.split("/"), path.split("/")];
  if (wanted.at(-1) === "$") return wanted.slice(0, -1).every((part, at) => part.startsWith("$") || part === parts[at]);
  return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("$") || part === parts[at]);
}
