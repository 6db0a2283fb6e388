import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApproximateDate, NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Choice } from "../../../../web/kit/choice.tsx";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { DraftNote } from "../../../../web/kit/draft-note.tsx";
import { TextArea } from "../../../../web/kit/field.tsx";
import { dayOf, nameIn } from "../../../../web/kit/languages/format.ts";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { useProblemWords } from "../../../../web/kit/refusal.tsx";
import { Facts } from "../../../../web/kit/rows.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { type Kept, type Place, useMay } from "./place.ts";
import { reviewDay } from "./review-day.ts";

const CHOICES = ["trafficking", "not-trafficking", "not-yet"] as const;
type Chosen = (typeof CHOICES)[number];
const LEAST_REASON = 8;

/** What a named worker decided, or the form to decide it; and another person's signature where a "no" for a child needs one. */
export function Decision({ place, of }: { readonly place: Place; readonly of: Kept }) {
  const { t, i18n } = useTranslation("cases/screenings");
  const may = useMay("screening.decide");
  const language = i18n.resolvedLanguage ?? "en";
  const said = useRef<HTMLParagraphElement>(null);
  const now = `${of.decision} ${of.countersignatureNeeded}`;
  const before = useRef(now);
  // The form that had the focus is gone once it is decided or signed: the focus goes to what was decided, not to nowhere.
  useEffect(() => {
    if (before.current !== now && document.activeElement === document.body) said.current?.focus();
    before.current = now;
  }, [now]);
  if (of.decision === null || of.decision === undefined)
    return (
      <Section title={t("decision.title")}>
        {may ? <Decide place={place} of={of} /> : <p className="quiet">{t("decision.none")}</p>}
      </Section>
    );
  const name = (names: Record<string, string> | null | undefined) =>
    names === null || names === undefined ? t("care-home") : nameIn(names, language);
  return (
    <Section title={t("decision.title")}>
      <p className="found-finding" ref={said} tabIndex={-1}>
        {t(`decision.${of.decision}`)}
      </p>
      <Facts
        facts={[
          {
            name: t("decision.by"),
            value: (
              <>
                {name(of.decidedBy)}
                {of.decidedAt ? (
                  <>
                    {" · "}
                    <Moment at={of.decidedAt} />
                  </>
                ) : null}
              </>
            ),
          },
          { name: t("decision.reason"), value: <span className="screening-said">{of.reason}</span> },
          ...(of.reviewOn ? [{ name: t("decision.review"), value: <Moment at={of.reviewOn} as="day-year" /> }] : []),
          ...(of.countersigned && of.countersignedAt
            ? [
                {
                  name: t("decision.signed"),
                  value: (
                    <>
                      {name(of.countersignedBy)} · <Moment at={of.countersignedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {of.countersignatureNeeded ? <Countersign place={place} of={of} may={may} /> : null}
    </Section>
  );
}

interface Typed {
  readonly decision: Chosen | null;
  readonly reason: string;
  readonly review: ApproximateDate;
}
const BLANK: Typed = { decision: null, reason: "", review: NO_DATE };

function Decide({ place, of }: { readonly place: Place; readonly of: Kept }) {
  const { t } = useTranslation("cases/screenings");
  const words = useProblemWords();
  const draft = useDraft<Typed>(`${place.draft}/${of.id}/decision`, BLANK);
  const [tried, setTried] = useState(false);
  const typed = draft.value;
  const send = useSubmit<object, object>({
    method: "PUT",
    path: `${place.api}/${of.id}/decision`,
    makesOld: [place.api, `/api${place.home}`],
  });
  const set = (change: Partial<Typed>) => draft.set((before) => ({ ...before, ...change }));
  const review = reviewDay(typed.review, dayOf(Date.now()));
  const short = typed.reason.trim().length < LEAST_REASON;
  return (
    <form
      noValidate
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed.decision === null || short || review === "wrong" || send.isPending) return;
        send.mutate(
          { decision: typed.decision, reason: typed.reason.trim(), reviewOn: review },
          { onSuccess: draft.sent },
        );
      }}
    >
      <p>{t("decision.lead")}</p>
      <Choice
        name="decision"
        label={t("decision.choose")}
        value={typed.decision}
        onChange={(decision) => set({ decision })}
        error={tried && typed.decision === null ? t("decision.choose-missing") : null}
        options={CHOICES.map((value) => ({
          value,
          label: t(`decision.${value}`),
          note: t(`decision.${value}-means`),
          ...(value === "not-yet" ? { unsure: true } : {}),
        }))}
      />
      <TextArea
        label={t("decision.reason")}
        hint={t("decision.reason-hint")}
        error={tried && short ? t("decision.reason-short") : null}
        value={typed.reason}
        onChange={(reason) => set({ reason })}
        most={5000}
        rows={3}
      />
      <DateField
        label={t("decision.review")}
        hint={t("decision.review-hint")}
        error={tried && review === "wrong" ? t("decision.review-wrong") : null}
        value={typed.review}
        onChange={(next) => set({ review: next })}
        mayCome
        optional
      />
      {send.error === null ? null : (
        <Notice meaning="late" title={words(send.error.problem).title} speak>
          {words(send.error.problem).next}
        </Notice>
      )}
      <Acts>
        <Button kind="first" type="submit" busy={send.isPending}>
          {t("decision.do")}
        </Button>
      </Acts>
      <div className="question-foot">
        <DraftNote draft={draft} />
      </div>
    </form>
  );
}

function Countersign({ place, of, may }: { readonly place: Place; readonly of: Kept; readonly may: boolean }) {
  const { t } = useTranslation("cases/screenings");
  const words = useProblemWords();
  const send = useSubmit<object, null>({
    method: "PUT",
    path: `${place.api}/${of.id}/countersignature`,
    makesOld: [place.api, `/api${place.home}`],
  });
  const mine = of.decidedByMe === true;
  return (
    <Notice
      meaning="soon"
      title={t("sign.title")}
      acts={
        may && !mine ? (
          <Button kind="first" busy={send.isPending} onClick={() => send.mutate({})}>
            {t("sign.do")}
          </Button>
        ) : undefined
      }
    >
      <p>{mine ? t("sign.mine") : may ? t("sign.lead") : t("sign.other")}</p>
      {send.error === null ? null : (
        <p role="alert">
          {words(send.error.problem).title} {words(send.error.problem).next}
        </p>
      )}
    </Notice>
  );
}
