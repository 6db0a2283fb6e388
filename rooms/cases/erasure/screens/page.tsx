import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActDialog } from "../../../../web/kit/act-dialog.tsx";
import { Button, Link } from "../../../../web/kit/button.tsx";
import { useDraft } from "../../../../web/kit/draft.ts";
import { TextArea } from "../../../../web/kit/field.tsx";
import { Notice } from "../../../../web/kit/notice.tsx";
import { Page, Section } from "../../../../web/kit/page.tsx";
import { keyOf, reading, useSubmit } from "../../../../web/kit/reading.ts";
import { Empty, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { showToast } from "../../../../web/kit/toast.tsx";
import { When } from "../../../../web/kit/when.tsx";
import type { AskedApproval } from "../../../access/model.ts";
import { useAllowed } from "../../screens/case/allowed.ts";
import { type Case, useCaseTitle } from "../../screens/shared.tsx";

type Person = Case["people"][number];
type Act =
  | { readonly is: "ask"; readonly person: Person }
  | { readonly is: "erase"; readonly person: Person; readonly approval: string };

/** Erasing for good who somebody of a closed case is: what goes and what stays, the asking with a reason, the second person's word, the act. */
export default function ErasurePage() {
  const { caseId = "" } = useParams({ strict: false }) as { caseId?: string };
  const found = useQuery(reading<Case>(`/api/cases/${caseId}`));
  return <Shown query={found}>{(of) => <Erasure of={of} />}</Shown>;
}

function Erasure({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/erasure");
  const { t: cases } = useTranslation("cases");
  const may = useAllowed();
  const title = useCaseTitle()(of);
  const queries = useQueryClient();
  const asked = useQuery(reading<{ approvals: readonly AskedApproval[] }>(`/api/cases/${of.id}/approvals`));
  const [act, setAct] = useState<Act | null>(null);
  const sealed = of.people.filter((person) => person.sealed || person.erased);
  const isOpen = of.tracks.some((track) => track.closedAt === null);
  const offered = of.manages && may("identity.erase");
  const old = () => queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}`) });
  const standing = (person: Person) =>
    (asked.data?.approvals ?? []).find(
      (one) =>
        one.action === "identity-erasure" &&
        one.payload["person"] === person.id &&
        one.usedAt === null &&
        Date.parse(one.expiresAt) > Date.now(),
    );
  const nth = (person: Person) => sealed.filter(({ role }) => role === person.role).indexOf(person) + 1;
  const name = (person: Person) =>
    sealed.filter(({ role }) => role === person.role).length > 1
      ? `${cases(`role.${person.role}`)} ${nth(person)}`
      : cases(`role.${person.role}`);
  return (
    <Page
      title={t("title")}
      windowTitle={t("title")}
      lead={t("lead")}
      crumbs={[{ label: title, to: `/cases/${of.id}` }, { label: t("title") }]}
      shape="narrow"
    >
      <Section title={t("goes")}>
        <ul className="said-list">
          <li>{t("goes-identity")}</li>
          <li>{t("goes-search")}</li>
          <li>{t("goes-reasons")}</li>
        </ul>
      </Section>
      <Section title={t("stays")}>
        <ul className="said-list">
          <li>{t("stays-case")}</li>
          <li>{t("stays-notes")}</li>
          <li>{t("stays-log")}</li>
        </ul>
      </Section>
      {isOpen ? (
        <Notice meaning="soon" title={t("open")} acts={<Link to={`/cases/${of.id}`}>{t("to-case")}</Link>}>
          {t("open-next")}
        </Notice>
      ) : null}
      {offered ? null : <Notice title={t("not-you")}>{t("not-you-next")}</Notice>}
      <Section title={t("people")}>
        {sealed.length === 0 ? (
          <Empty title={t("nobody")} />
        ) : (
          <Rows label={t("people")}>
            {sealed.map((person) => {
              const waits = standing(person);
              return (
                <Row
                  key={person.id}
                  {...(waits === undefined ? {} : { time: <When dueAt={waits.expiresAt} startedAt={waits.askedAt} /> })}
                  still={waits?.decision !== "approved"}
                  what={name(person)}
                  why={
                    person.erased
                      ? t("erased")
                      : waits === undefined
                        ? t("sealed")
                        : t(waits.decision === null ? "waits" : waits.decision)
                  }
                  act={
                    person.erased || !offered || isOpen ? undefined : waits === undefined ||
                      waits.decision === "declined" ? (
                      <Button onClick={() => setAct({ is: "ask", person })}>
                        {t("ask")}
                        <span className="unseen">: {name(person)}</span>
                      </Button>
                    ) : waits.decision === "approved" ? (
                      <Button kind="danger" onClick={() => setAct({ is: "erase", person, approval: waits.id })}>
                        {t("erase")}
                        <span className="unseen">: {name(person)}</span>
                      </Button>
                    ) : undefined
                  }
                />
              );
            })}
          </Rows>
        )}
      </Section>
      {act?.is === "ask" ? (
        <Ask
          of={of}
          person={act.person}
          name={name(act.person)}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            void old();
            showToast(t("asked"));
          }}
        />
      ) : null}
      {act?.is === "erase" ? (
        <Erase
          person={act.person}
          name={name(act.person)}
          approval={act.approval}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            void old();
            showToast(t("done"));
          }}
        />
      ) : null}
    </Page>
  );
}

interface OverProps {
  readonly person: Person;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Ask({ of, person, name, onClose, onDone }: OverProps & { readonly of: Case }) {
  const { t } = useTranslation("cases/erasure");
  const draft = useDraft(`erasure/${person.id}`, "");
  const [tried, setTried] = useState(false);
  const send = useSubmit<object, object>({ path: `/api/identities/${person.id}/erasure` });
  const reason = draft.value.trim();
  return (
    <ActDialog
      title={t("ask-title", { name })}
      lead={t("ask-lead")}
      act={t("ask")}
      busy={send.isPending}
      onClose={onClose}
      problem={send.error}
      draft={draft}
      onAct={() => {
        setTried(true);
        if (reason.length < 8) return;
        send.mutate(
          { caseId: of.id, reason },
          {
            onSuccess: () => {
              draft.sent();
              onDone();
            },
          },
        );
      }}
    >
      <TextArea
        label={t("reason")}
        hint={t("reason-hint")}
        name="reason"
        value={draft.value}
        onChange={draft.set}
        error={tried && reason.length < 8 ? t("reason-needed") : null}
      />
    </ActDialog>
  );
}

function Erase({ person, name, approval, onClose, onDone }: OverProps & { readonly approval: string }) {
  const { t } = useTranslation("cases/erasure");
  const send = useSubmit<undefined, null>({
    method: "DELETE",
    path: `/api/identities/${person.id}?approval=${approval}`,
  });
  return (
    <ActDialog
      title={t("erase-title", { name })}
      lead={t("erase-lead")}
      act={t("erase")}
      kind="danger"
      busy={send.isPending}
      onClose={onClose}
      problem={send.error}
      onAct={() => send.mutate(undefined, { onSuccess: onDone })}
    >
      <p>
        <strong>{t("erase-never")}</strong>
      </p>
    </ActDialog>
  );
}
