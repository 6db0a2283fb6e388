import { Button } from "./button.tsx";
import type { Draft } from "./draft.ts";
import { formatDate } from "./languages/format.ts";
import { useKitWords } from "./words.ts";

/** Says that what is typed is kept, and offers to start afresh where it was found again. */
export function DraftNote({ draft }: { readonly draft: Pick<Draft<unknown>, "state" | "restoredAt" | "discard"> }) {
  const { say, language } = useKitWords();
  const word =
    draft.state === "not-kept"
      ? say("draft.not-kept")
      : draft.state === "kept" || draft.state === "saving"
        ? say(`draft.${draft.state}`)
        : "";
  return (
    <>
      {draft.restoredAt === null ? null : (
        <span>
          {say("draft.restored", { when: formatDate(draft.restoredAt, "moment", language) })}{" "}
          <Button kind="plain" onClick={draft.discard}>
            {say("draft.discard")}
          </Button>
        </span>
      )}
      <span aria-live={draft.state === "not-kept" ? "polite" : "off"}>{word}</span>
    </>
  );
}
