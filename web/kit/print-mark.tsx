import { useEffect, useState, useSyncExternalStore } from "react";
import { formatDate } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

export interface PrintMarkProps {
  readonly who: string;
  readonly caseNumber?: string;
  readonly demo?: boolean;
}

let number: string | undefined;
const listeners = new Set<() => void>();

function tell(next: string | undefined): void {
  number = next;
  for (const listener of listeners) listener();
}

/** While this page stands, its case's number is on every sheet that is printed. */
export function useCaseOnPrint(caseNumber: string | undefined): void {
  useEffect(() => {
    tell(caseNumber);
    return () => tell(undefined);
  }, [caseNumber]);
}

/** Stands at the foot of every printed page: which case, who printed it, when. */
export function PrintMark({ who, caseNumber, demo = false }: PrintMarkProps) {
  const { say, language } = useKitWords();
  const [at, setAt] = useState(() => Date.now());
  const ofPage = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => number,
  );
  const shown = caseNumber ?? ofPage;
  useEffect(() => {
    const printing = () => setAt(Date.now());
    addEventListener("beforeprint", printing);
    return () => removeEventListener("beforeprint", printing);
  }, []);
  return (
    <footer className="print-only print-mark">
      {shown === undefined ? null : <>{say("print.case", { number: shown })} · </>}
      {say("print.by", { who, when: formatDate(at, "moment", language) })}
      {demo ? <> · {say("print.demo")}</> : null}
    </footer>
  );
}
