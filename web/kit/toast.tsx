import "./toast.css";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "./button.tsx";
import { useKitWords } from "./words.ts";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** Long enough to read and to reach; the count stands while the pointer or the focus is on it. */
const STAYS_MS = 10_000;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says that something is done, and offers to undo it. Only for what one may miss: anything else belongs on the page. */
export function showToast(text: string, undo?: () => void): void {
  last += 1;
  change([...toasts.slice(-2), { id: last, text, ...(undo === undefined ? {} : { undo }) }]);
}

const remove = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Where they appear; once, in the frame. */
export function Toasts() {
  const { say } = useKitWords();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section className="toasts screen-only" aria-label={say("toast.region")} aria-live="polite">
      {shown.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const { say } = useKitWords();
  const [looked, setLooked] = useState(false);
  useEffect(() => {
    if (looked) return;
    const timer = setTimeout(() => remove(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [looked, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only stops the count
    <div
      className="toast"
      onPointerEnter={() => setLooked(true)}
      onPointerLeave={() => setLooked(false)}
      onFocus={() => setLooked(true)}
      onBlur={() => setLooked(false)}
    >
      <span>{toast.text}</span>
      {toast.undo === undefined ? null : (
        <Button
          kind="plain"
          onClick={() => {
            toast.undo?.();
            remove(toast.id);
          }}
        >
          {say("toast.undo")}
        </Button>
      )}
      <Button kind="plain" onClick={() => remove(toast.id)}>
        {say("toast.dismiss")}
      </Button>
    </div>
  );
}
