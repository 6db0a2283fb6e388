/** What the rooms bring: their screens and their share of My day. contract.ts says how. */
import type { MyDayContribution, ScreenRoute } from "./contract.ts";

export interface RoomScreen extends ScreenRoute {
  /** The folder's name; also the namespace of its words. */
  readonly room: string;
}

const screenFiles = import.meta.glob<readonly ScreenRoute[]>("../../rooms/*/screens/routes.tsx", {
  eager: true,
  import: "screens",
});
const dayFiles = import.meta.glob<MyDayContribution>("../../rooms/*/screens/my-day.tsx", { import: "myDay" });

const roomOf = (file: string): string => /rooms\/([^/]+)\//.exec(file)?.[1] ?? "";

/** Every room's screens. @throws Error where two claim one path: the second would never be seen */
export function roomScreens(): RoomScreen[] {
  const screens = Object.entries(screenFiles).flatMap(([file, found]) =>
    found.map((screen) => ({ ...screen, room: roomOf(file) })),
  );
  const owners = new Map<string, string>();
  for (const { path, room } of screens) {
    const before = owners.get(path);
    if (before !== undefined) throw new Error(`${room} and ${before} both claim the path ${path}`);
    owners.set(path, room);
  }
  return screens;
}

export interface RoomDay extends MyDayContribution {
  readonly room: string;
}

/** Loads every room's share of My day, in order. */
export async function roomDays(loadWords: (room: string) => Promise<void>): Promise<RoomDay[]> {
  const days = await Promise.all(
    Object.entries(dayFiles).map(async ([file, load]) => {
      const room = roomOf(file);
      const [day] = await Promise.all([load(), loadWords(room)]);
      return { ...day, room };
    }),
  );
  return days.sort((one, other) => (one.order ?? 0) - (other.order ?? 0) || (one.room < other.room ? -1 : 1));
}
