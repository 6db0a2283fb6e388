import "./frame.css";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouter, useRouterState } from "@tanstack/react-router";
import { type FocusEvent, lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "../kit/button.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { nameIn } from "../kit/languages/format.ts";
import { PrintMark } from "../kit/print-mark.tsx";
import { useShortcuts } from "../kit/shortcuts.ts";
import { Toasts } from "../kit/toast.tsx";
import type { Me, Place } from "./contract.ts";
import { Doors } from "./doors.tsx";
import { House } from "./house.tsx";
import { followChanges } from "./live.ts";
import { type PlaceLink, placeOf, placesFor } from "./places.ts";
import type { RoomScreen } from "./rooms.ts";
import { useMe } from "./session.ts";
import { Settings, SignOut } from "./settings.tsx";

const KeyboardHelp = lazy(() => import("../kit/keyboard-help.tsx").then((file) => ({ default: file.KeyboardHelp })));

/** Letters after `g`: the same places on every keyboard. */
const KEYS: Record<Place, string> = { "my-day": "d", reports: "r", cases: "c", people: "p", oversight: "o", help: "h" };
/** On a phone these stand in the bar, the rest under "More". */
const IN_BOTTOM_BAR = 3;

/** What stands around every page of a signed-in worker. */
export function Frame({ screens }: { readonly screens: readonly RoomScreen[] }) {
  const { t, i18n } = useTranslation("shell");
  const me = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const [over, setOver] = useState<"keys" | "more" | "out" | null>(null);
  const places = placesFor(me, screens);
  const here = placeOf(path, screens);
  const language = i18n.resolvedLanguage ?? "en";
  const queries = useQueryClient();
  useEffect(() => followChanges(queries), [queries]);
  useReadyPlaces(places);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever lay over the page before goes with it
  useEffect(() => setOver(null), [path]);
  useShortcuts([
    { keys: "?", label: t("me.keys"), run: () => setOver("keys") },
    ...places.map(({ place, to }) => ({
      keys: `g ${KEYS[place]}`,
      label: t(`places.${place}`),
      run: () => void navigate({ to }),
    })),
  ]);

  const settings = (
    <Settings
      demo={me.demo}
      onKeys={() => setOver("keys")}
      onSignOut={() => setOver("out")}
      onGone={() => setOver(null)}
    />
  );
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header>
        {me.demo ? (
          <div className="demo-strip">
            <b>{t("demo.word")}</b> {t("demo.rest")}
          </div>
        ) : null}
        <div className="bar">
          <Link to="/" className="mark" aria-label={`${t("name")}, ${t("places.my-day")}`}>
            <House />
            {t("name")}
          </Link>
          <nav className="bar-places" aria-label={t("places.title")}>
            <Places places={places} here={here} />
          </nav>
          <MePanel me={me} language={language} onNarrow={() => setOver("more")}>
            {settings}
          </MePanel>
        </div>
      </header>
      <Doors me={me} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="bottom screen-only" aria-label={t("places.title")}>
        <ul>
          {places.slice(0, IN_BOTTOM_BAR).map((link) => (
            <OnePlace key={link.place} link={link} here={here} />
          ))}
          <li>
            <button type="button" aria-haspopup="dialog" onClick={() => setOver("more")}>
              {t("places.more")}
            </button>
          </li>
        </ul>
      </nav>
      {over === "more" ? (
        <Dialog title={nameIn(me.worker.names, language)} onClose={() => setOver(null)}>
          <p className="quiet">{unitOf(me, language)}</p>
          <nav className="more-places" aria-label={t("places.title")}>
            <ul>
              {places.slice(IN_BOTTOM_BAR).map(({ place, to }) => (
                <li key={place}>
                  <Link
                    to={to}
                    onClick={() => setOver(null)}
                    {...(place === here ? { "aria-current": "page" as const } : {})}
                  >
                    {t(`places.${place}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {settings}
        </Dialog>
      ) : null}
      {over === "keys" ? (
        <Suspense>
          <KeyboardHelp onClose={() => setOver(null)} />
        </Suspense>
      ) : null}
      {over === "out" ? <SignOut onStay={() => setOver(null)} /> : null}
      <Toasts />
      <PrintMark who={`${nameIn(me.worker.names, language)}, ${unitOf(me, language)}`} demo={me.demo} />
    </div>
  );
}

/**
 * Fetches the pages of the bar while nobody does anything, one after the other, so that opening one has no code to wait for and none to
 * read in at the press. Not for somebody who saves data.
 */
function useReadyPlaces(places: readonly PlaceLink[]): void {
  const router = useRouter();
  const all = places.map((place) => place.to).join(" ");
  useEffect(() => {
    const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
    if (saving) return;
    let gone = false;
    void (async () => {
      for (const to of all.split(" ")) {
        await idle();
        if (gone) return;
        await router.preloadRoute({ to }).catch(() => undefined); // it is tried again when it is opened
      }
    })();
    return () => {
      gone = true;
    };
  }, [all, router]);
}

/** Waits until the browser has nothing to do; where it does not tell, for a while. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const rest = (globalThis as { requestIdleCallback?: typeof requestIdleCallback }).requestIdleCallback;
    if (rest === undefined) setTimeout(resolve, 3_000);
    else rest(() => resolve());
  });

/** Unit and agency; the agency alone where the unit says no more. */
function unitOf(me: Me, language: string): string {
  return [me.worker.unit?.names, me.worker.agency?.names]
    .flatMap((names) => (names === undefined ? [] : [nameIn(names, language)]))
    .join(", ");
}

function Places({ places, here }: { readonly places: readonly PlaceLink[]; readonly here: Place | null }) {
  return (
    <ul>
      {places.map((link) => (
        <OnePlace key={link.place} link={link} here={here} />
      ))}
    </ul>
  );
}

function OnePlace({ link, here }: { readonly link: PlaceLink; readonly here: Place | null }) {
  const { t } = useTranslation("shell");
  return (
    <li>
      <Link to={link.to} className="place" {...(link.place === here ? { "aria-current": "page" as const } : {})}>
        {t(`places.${link.place}`)}
      </Link>
    </li>
  );
}

interface MePanelProps {
  readonly me: Me;
  readonly language: string;
  /** On a narrow screen the same things stand in a dialog. */
  readonly onNarrow: () => void;
  readonly children: ReactNode;
}

function MePanel({ me, language, onNarrow, children }: MePanelProps) {
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the panel
  useEffect(() => setOpen(false), [path]);
  const left = (event: FocusEvent<HTMLDivElement>) => {
    // A press on nothing focusable gives no target: the panel closes as well, but not while a dialog takes over.
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what the button opened
    <div
      className="me"
      onBlur={left}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        event.currentTarget.querySelector<HTMLElement>(".me-open")?.focus();
      }}
    >
      <button
        type="button"
        className="me-open"
        aria-expanded={open}
        onClick={() => {
          if (matchMedia("(max-width: 52rem)").matches) onNarrow();
          else setOpen(!open);
        }}
      >
        <span>{nameIn(me.worker.names, language)}</span>
        <small>{unitOf(me, language)}</small>
      </button>
      {open ? (
        <div className="me-panel" tabIndex={-1}>
          {children}
        </div>
      ) : null}
    </div>
  );
}
