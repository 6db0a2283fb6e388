/** Forms that lose nothing: `const draft = useDraft("case/42/note", { text: "" })`. */
import { useCallback, useEffect, useRef, useState } from "react";
import { DraftStore, openDrawer } from "./draft-store.ts";

let store: Promise<DraftStore | null> | null = null;
let worker: string | null = null;
/** One thing after the other: a draft that is being sealed while its form is sent must not land after it was removed. */
let line: Promise<unknown> = Promise.resolve();

function inLine<T>(work: () => Promise<T>): Promise<T> {
  const turn = line.then(work, work);
  line = turn.catch(() => undefined);
  return turn;
}

function drafts(): Promise<DraftStore | null> {
  store ??= openDrawer().then(
    (drawer) => {
      const opened = new DraftStore(drawer);
      void opened.sweep();
      return opened;
    },
    () => null, // the browser keeps nothing: forms work, only without a net
  );
  return store;
}

/** The shell says whose drafts these are; null while nobody is signed in. */
export function setDraftOwner(id: string | null): void {
  worker = id;
}

/** Whose drafts are being kept; null while nobody is signed in. */
export function draftOwner(): string | null {
  return worker;
}

export async function countDrafts(): Promise<number> {
  if (worker === null) return 0;
  return (await (await drafts())?.count(worker)) ?? 0;
}

/** On signing out on purpose. An expired session does not call this: its drafts wait for the same person. */
export async function forgetDrafts(): Promise<void> {
  const mine = worker;
  worker = null; // from here on nothing new is kept
  if (mine !== null) await inLine(async () => (await drafts())?.forget(mine));
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (next: T | ((before: T) => T)) => void;
  /** When the kept draft was found that `value` started from; null for a fresh form. */
  readonly restoredAt: number | null;
  /** `reading` until the store has answered: show the form then, so that nothing typed is overwritten. */
  readonly state: "reading" | "idle" | "saving" | "kept" | "not-kept";
  /** Removes the draft and starts afresh. */
  readonly discard: () => void;
  /** After the form was sent: removes the draft and leaves what is on the screen. */
  readonly sent: () => void;
}

/** Typing is kept after this pause. Short: a tab may close at any moment. */
const PAUSE_MS = 250;

/**
 * A form's value that survives a closed tab and an expired session.
 * @param form names the form within this worker's work: `report/17/answer`
 * @param initial what a fresh form holds; its first value counts
 */
export function useDraft<T>(form: string, initial: T): Draft<T> {
  const [fresh] = useState(initial);
  const [value, setValue] = useState(initial);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const [state, setState] = useState<Draft<T>["state"]>("reading");
  const latest = useRef({ value, dirty: false, form });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const { dirty, value: now, form: name } = latest.current;
    const mine = worker;
    if (!dirty || mine === null) return;
    latest.current.dirty = false;
    try {
      const kept = await inLine(async () => {
        const opened = await drafts();
        await opened?.save(mine, name, now);
        return opened !== null;
      });
      setState((before) => (kept ? (before === "saving" && !latest.current.dirty ? "kept" : before) : "not-kept"));
    } catch {
      setState("not-kept");
    }
  }, []);

  useEffect(() => {
    let gone = false;
    latest.current = { value: fresh, dirty: false, form };
    setValue(fresh);
    setRestoredAt(null);
    setState("reading");
    const mine = worker;
    const find = async () => {
      const opened = await drafts();
      const kept = opened === null || mine === null ? null : await opened.read<T>(mine, form);
      if (gone) return;
      if (kept !== null && !latest.current.dirty) {
        latest.current.value = kept.value;
        setValue(kept.value);
        setRestoredAt(kept.savedAt);
      }
      setState(opened === null ? "not-kept" : "idle");
    };
    find().catch(() => {
      if (!gone) setState("not-kept");
    });
    const leaving = () => void flush();
    document.addEventListener("visibilitychange", leaving);
    addEventListener("pagehide", leaving);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", leaving);
      removeEventListener("pagehide", leaving);
      void flush();
    };
  }, [form, fresh, flush]);

  const set = useCallback<Draft<T>["set"]>(
    (next) => {
      const before = latest.current.value;
      const now = typeof next === "function" ? (next as (before: T) => T)(before) : next;
      latest.current.value = now;
      latest.current.dirty = true;
      setValue(now);
      setState((was) => (was === "not-kept" ? was : "saving"));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  const sent = useCallback(() => {
    clearTimeout(timer.current);
    latest.current.dirty = false;
    setRestoredAt(null);
    setState((was) => (was === "not-kept" ? was : "idle"));
    const mine = worker;
    const name = latest.current.form;
    if (mine !== null) void inLine(async () => (await drafts())?.discard(mine, name));
  }, []);

  const discard = useCallback(() => {
    sent();
    latest.current.value = fresh;
    setValue(fresh);
  }, [fresh, sent]);

  return { value, set, restoredAt, state, discard, sent };
}
