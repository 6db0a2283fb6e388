/**
 * How a room adds screens without touching the shell. The shell finds these files by name at build time:
 *
 *   rooms/<room>/screens/routes.tsx   export const screens: readonly ScreenRoute[]     (loaded with the app: keep it to paths and imports)
 *   rooms/<room>/screens/my-day.tsx   export const myDay: MyDayContribution            (loaded when My day opens)
 *   rooms/<room>/words/{en,hi}.json   the room's words, namespace = the folder's name  (loaded with the room's first screen)
 *
 * Example:
 *   export const screens: readonly ScreenRoute[] = [
 *     { path: "/reports", screen: () => import("./inbox.tsx"), nav: { place: "reports" }, roles: ["helpline", "police"] },
 *     { path: "/reports/$reportId", screen: () => import("./report.tsx") },
 *   ];
 * and `inbox.tsx` has `export default function Inbox() { … }`. Parameters: `useParams({ strict: false })`, typed by zod or by hand.
 */
import type { ComponentType } from "react";

/** The places in the frame, in the order in which they stand. `my-day` and `help` belong to the shell. */
export const PLACES = ["my-day", "reports", "cases", "people", "oversight", "help"] as const;
export type Place = (typeof PLACES)[number];

export interface ScreenRoute {
  /** Absolute, in TanStack Router's form: `/cases/$caseId/notes`. Two rooms with one path is a mistake that the start reports. */
  readonly path: string;
  /** The screen, loaded when it is first opened. */
  readonly screen: () => Promise<{ readonly default: ComponentType }>;
  /** Words that this screen needs besides the room's: those of a subject within it ("cases/imports"). */
  readonly words?: readonly string[];
  /** Where the frame shows this screen. At most one screen stands for a place; the others below it light it up by `under`. */
  readonly nav?: { readonly place: Exclude<Place, "my-day" | "help"> };
  /** The place that is marked as "you are here" while this screen is open; without it, the first part of the path decides. */
  readonly under?: Place;
  /**
   * Who is offered the screen. Only a kindness: the server decides, and somebody else who types the address gets the page that is also
   * shown for an address that does not exist. Absent: every signed-in worker.
   */
  readonly roles?: readonly string[];
}

/** One thing to do. Words are already in the reader's language; a headline must not be a statement (harm.md, rule 2). */
export interface DayItem {
  readonly id: string;
  /** When it is due: ISO 8601 instant, or null where no clock runs. */
  readonly dueAt: string | null;
  /** When its clock began, where it is known: the last quarter of the way is "soon". */
  readonly startedAt?: string | null;
  /** The act, as a verb: "Hear the child before the Committee". */
  readonly what: string;
  /** Of whom, without a name: "girl, 14 · Delhi South". */
  readonly about?: string;
  /** The case or report it belongs to. */
  readonly subject?: { readonly label: string; readonly to: string };
  /** Whose duty, which law, what happens otherwise. */
  readonly why?: string;
  /** The next step: a verb on a button. Exactly one of `to` and `do`. */
  readonly act?: { readonly label: string; readonly to: string } | { readonly label: string; readonly do: () => void };
}

export interface DayItems {
  readonly items: readonly DayItem[];
  readonly state: "reading" | "read" | "failed";
  readonly retry?: () => void;
}

/** What a room brings to My day: things to do, which the shell sorts into one list by time, and a section of its own below it. */
export interface MyDayContribution {
  /** Called as a hook on each rendering of My day. */
  readonly useItems?: () => DayItems;
  /** Something that is no single act: "Nobody has read 4 uploads for more than 48 hours." Renders nothing when all is well. */
  readonly Section?: ComponentType;
  /** Order among sections; lower is higher on the page. */
  readonly order?: number;
  /** Only workers with one of these roles; absent: everybody. */
  readonly roles?: readonly string[];
}

/** A name in each language it is known in; one is enough. */
export type Names = Readonly<Record<string, string>>;

/** Who is signed in, as `GET /api/me` tells it. */
export interface Me {
  readonly worker: {
    readonly id: string;
    readonly names: Names;
    readonly roles: readonly string[];
    /** BCP 47; the language in which this worker wants to read. */
    readonly language: string;
    readonly unit: { readonly id: string; readonly names: Names } | null;
    readonly agency: {
      readonly id: string;
      readonly names: Names;
      readonly kind: string;
      readonly isOversight: boolean;
    } | null;
  };
  readonly session: {
    /** How strongly this session was proved: 1 password, 2 second factor. */
    readonly level: number;
    readonly levelAgeSeconds: number | null;
    /** ISO 8601 instant. */
    readonly expiresAt: string;
    readonly hasSecondFactor: boolean;
  };
  /** A demonstration in which everybody is invented. */
  readonly demo: boolean;
  /** Country and IANA time zone by which days are counted. */
  readonly place: { readonly country: string; readonly timeZone: string };
}

/** May a worker with these roles be offered a screen? */
export function offered(roles: readonly string[] | undefined, worker: Me["worker"]): boolean {
  return roles === undefined || roles.some((role) => worker.roles.includes(role));
}
