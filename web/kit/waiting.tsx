import "./waiting.css";
import { formatNumber } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

/** Lines where words will be. Shown only after a quarter of a second. */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  const { say } = useKitWords();
  return (
    <div className="waiting" role="status">
      <span className="unseen">{say("waiting.reading")}</span>
      <div className="waiting-lines" aria-hidden="true">
        {Array.from({ length: lines }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines without content
          <i key={index} />
        ))}
      </div>
    </div>
  );
}

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly all: number;
}

/** Long work, in words and as a bar. */
export function Progress({ label, done, all }: ProgressProps) {
  const { say, language } = useKitWords();
  const words = say("waiting.of", { done: formatNumber(done, language), all: formatNumber(all, language) });
  return (
    <div className="progress">
      <span>{label}</span> <span className="quiet figures">{words}</span>
      <progress value={done} max={Math.max(all, 1)} aria-label={`${label}, ${words}`} />
    </div>
  );
}
