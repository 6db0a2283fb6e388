import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice } from "../../../../web/kit/notice.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { Case } from "../shared.tsx";

type For = "all" | "own-words" | `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
const MOST = 20_000;

/** A note, kept while it is typed: for everybody on the case, for a section, or the child's own words. */
export function WriteNote({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases");
  const words = useProblemWords();
  const draft = useDraft<{ text: string; for: For }>(`case/${of.id}/note`, { text: "", for: "all" });
  const typed = draft.value;
  const send = useSubmit<object, { id: string }>({
    path: `/api/cases/${of.id}/notes`,
    makesOld: [`/api/cases/${of.id}`],
  });
  const hidden = typed.for !== "all" && !of.sections.includes(typed.for === "own-words" ? 9 : Number(typed.for));
  return (
    <form
      className="stack write-note"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.text.trim() === "" || [...typed.text].length > MOST || send.isPending) return;
        send.mutate(
          typed.for === "own-words"
            ? { text: typed.text, kind: "own-words" }
            : { text: typed.text, section: typed.for === "all" ? null : Number(typed.for) },
          {
            onSuccess: () => {
              draft.discard();
              showToast(t("note.kept"));
            },
          },
        );
      }}
    >
      <TextArea
        label={t("page.note")}
        hint={t("page.note-hint")}
        value={typed.text}
        onChange={(text) => draft.set({ ...typed, text })}
        rows={3}
        most={MOST}
      />
      {typed.text === "" ? null : (
        <>
          <Select
            label={t("note.for")}
            value={typed.for}
            onChange={(next) => draft.set({ ...typed, for: next ?? "all" })}
            short
            {...(hidden ? { hint: t("note.not-yours") } : {})}
            options={[
              { value: "all", label: t("note.for-all") },
              ...([3, 4, 5, 6, 7, 8, 1, 2] as const).map((section) => ({
                value: `${section}` as For,
                label: t("note.for-section", { section: t(`section.${section}`) }),
              })),
              { value: "own-words", label: t("note.for-own-words") },
            ]}
          />
          {send.error === null ? null : (
            <Notice meaning="late" title={words(send.error.problem).title} speak>
              {words(send.error.problem).next}
            </Notice>
          )}
          <Acts>
            <Button type="submit" busy={send.isPending}>
              {t("page.keep-note")}
            </Button>
          </Acts>
        </>
      )}
      <DraftNote draft={draft} />
    </form>
  );
}
