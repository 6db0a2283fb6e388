/**
 * Views that a person keeps of a list. A view's name and its search words are whatever somebody typed, and so may name a child: they stay
 * on this device, sealed like a draft, under a key of their own that signing out does not destroy. They never reach the server.
 */
import { useCallback, useEffect, useMemo, useState } from "react";
import { draftOwner } from "../draft.ts";
import { DraftStore, openDrawer } from "../draft-store.ts";
import { turn } from "../turn.ts";
import type { NamedView } from "./list-tools.tsx";

/** A view that nobody has changed for this long is forgotten with the device. */
const LIFE_MS = 400 * 24 * 3_600_000;

let store: Promise<DraftStore | null> | null = null;

function views(): Promise<DraftStore | null> {
  store ??= openDrawer("homeward.views").then(
    (drawer) => new DraftStore(drawer, Date.now, LIFE_MS),
    () => null, // the browser keeps nothing: views work until the page is closed
  );
  return store;
}

/** @param list names the list: `reports`, `cases` */
export function useKeptViews(list: string): {
  readonly kept: readonly NamedView[];
  readonly onKeep: (view: NamedView) => void;
  readonly onForget: (name: string) => void;
} {
  const [kept, setKept] = useState<readonly NamedView[]>([]);
  useEffect(() => {
    let gone = false;
    const mine = draftOwner();
    if (mine === null) return;
    turn()
      .then(views)
      .then((opened) => opened?.read<NamedView[]>(mine, `views/${list}`))
      .then((found) => {
        if (!gone && found) setKept(found.value);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [list]);
  const change = useCallback(
    (next: readonly NamedView[]) => {
      setKept(next);
      const mine = draftOwner();
      if (mine !== null)
        views().then(
          (opened) => opened?.save(mine, `views/${list}`, next),
          () => undefined,
        );
    },
    [list],
  );
  return useMemo(
    () => ({
      kept,
      onKeep: (view: NamedView) => change([...kept.filter((one) => one.name !== view.name), view]),
      onForget: (name: string) => change(kept.filter((one) => one.name !== name)),
    }),
    [kept, change],
  );
}
