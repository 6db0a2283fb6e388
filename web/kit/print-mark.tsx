import { useEffect, useState } from "react";
import { formatDate } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

export interface PrintMarkProps {
  readonly who: string;
  readonly caseNumber?: string;
  readonly demo?: boolean;
}

/** Stands at the foot of every printed page: which case, who printed it, when. */
export function PrintMark({ who, caseNumber, demo = false }: PrintMarkProps) {
  const { say, language } = useKitWords();
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => {
    const printing = () => setAt(Date.now());
    addEventListener("beforeprint", printing);
    return () => removeEventListener("beforeprint", printing);
  }, []);
  return (
    <footer className="print-only print-mark">
      {caseNumber === undefined ? null : <>{say("print.case", { number: caseNumber })} · </>}
      {say("print.by", { who, when: formatDate(at, "moment", language) })}
      {demo ? <> · {say("print.demo")}</> : null}
    </footer>
  );
}
