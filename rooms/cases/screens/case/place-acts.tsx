import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { type ApproximateDate, NO_DATE } from "../../../../web/kit/approximate-date.ts";
import { DateField } from "../../../../web/kit/date-field.tsx";
import { dayOf } from "../../../../web/kit/languages/format.ts";
import { useSubmit } from "../../../../web/kit/reading.ts";
import { showToast } from "../../../../web/kit/toast.tsx";
import type { PlaceView } from "../../places/model.ts";
import { EndDay, endOfDay, isDay } from "../access/end-day.tsx";
import type { Case } from "../shared.tsx";
import { momentOf } from "./moment.ts";

export interface PlaceActProps {
  readonly of: Case;
  readonly place: PlaceView;
  readonly onClose: () => void;
}

/** Looked at again, and she stays: the home's access goes on to another day. Brings back a home that was withdrawn meanwhile. */
export function ProlongStay({ of, place, onClose }: PlaceActProps) {
  const { t } = useTranslation("cases");
  const [review, setReview] = useState(place.reviewAt === null ? "" : dayOf(Date.parse(place.reviewAt)));
  const [wrong, setWrong] = useState(false);
  const send = useSubmit<object, null>({
    method: "PUT",
    path: `/api/cases/${of.id}/places/${place.id}/review`,
    makesOld: [`/api/cases/${of.id}`],
  });
  return (
    <ActDialog
      title={t("place.prolong-title")}
      lead={t("place.prolong-lead")}
      act={t("place.prolong")}
      busy={send.isPending}
      problem={send.error}
      onClose={onClose}
      onAct={() => {
        const past = !isDay(review) || Date.parse(endOfDay(review)) <= Date.now();
        setWrong(past);
        if (past) return;
        send.mutate(
          { reviewAt: endOfDay(review) },
          {
            onSuccess: () => {
              showToast(t("place.prolonged"));
              onClose();
            },
          },
        );
      }}
    >
      <EndDay
        label={t("place.review")}
        hint={t("place.review-hint")}
        value={review}
        onChange={setReview}
        error={wrong ? t("place.review-wrong") : null}
      />
    </ActDialog>
  );
}

/** She sleeps there no more: the place ends, and with it the home's access. Can be undone for as long as the message stands. */
export function LeavePlace({ of, place, onLeft, onClose }: PlaceActProps & { readonly onLeft: () => void }) {
  const { t } = useTranslation("cases");
  const [when, setWhen] = useState<ApproximateDate>(NO_DATE);
  const [wrong, setWrong] = useState(false);
  const send = useSubmit<object, null>({
    method: "PUT",
    path: `/api/cases/${of.id}/places/${place.id}/departure`,
    makesOld: [`/api/cases/${of.id}`],
  });
  return (
    <ActDialog
      title={t("place.leave-title")}
      lead={t(place.inHome ? "place.leave-lead" : "place.leave-lead-other")}
      act={t("place.leave")}
      kind="danger"
      busy={send.isPending}
      problem={send.error}
      onClose={onClose}
      onAct={() => {
        const moment = momentOf(when, Date.now());
        setWrong(moment === null);
        if (moment === null) return;
        send.mutate(
          { at: moment.happenedAt ?? new Date().toISOString() },
          {
            onSuccess: () => {
              onLeft();
              onClose();
            },
          },
        );
      }}
    >
      <DateField
        label={t("place.leave-when")}
        hint={t("event.when-hint")}
        value={when}
        onChange={setWhen}
        error={wrong ? t("event.when-wrong") : null}
        withTime
        optional
      />
    </ActDialog>
  );
}
