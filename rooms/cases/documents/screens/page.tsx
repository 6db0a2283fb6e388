import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Acts, Button } from "../../../../web/kit/button.tsx";
import { Select } from "../../../../web/kit/choice.tsx";
import { request } from "../../../../web/kit/client.ts";
import { Field, TextField } from "../../../../web/kit/field.tsx";
import { formatNumber } from "../../../../web/kit/languages/format.ts";
import { Notice, Tag } from "../../../../web/kit/notice.tsx";
import { Section } from "../../../../web/kit/page.tsx";
import { type Problem, problemOf } from "../../../../web/kit/problem.ts";
import { keyOf, reading, useSubmit } from "../../../../web/kit/reading.ts";
import { SmallRefusal } from "../../../../web/kit/refusal.tsx";
import { Empty, Row, Rows } from "../../../../web/kit/rows.tsx";
import { Shown } from "../../../../web/kit/shown.tsx";
import { Moment } from "../../../../web/kit/when.tsx";
import { type Case, useAgencyName } from "../../screens/shared.tsx";
import { Refused, UnderCase, useSectionName } from "../../screens/under-case.tsx";
import { DOCUMENT_KIND_CODES, DOCUMENT_KINDS, type Document, type DocumentKind, MOST_BYTES } from "../model.ts";

interface Read {
  readonly sections: readonly number[];
  readonly documents: readonly Document[];
}

/** The papers of a case. Nothing shows itself: each is looked at by choice, and each look is written down. */
export default function DocumentsPage() {
  const { t } = useTranslation("cases/documents");
  return (
    <UnderCase part="documents" lead={t("lead")}>
      {(of) => (
        <>
          <List of={of} />
          <Section title={t("add.title")}>
            <AddForm of={of} />
          </Section>
        </>
      )}
    </UnderCase>
  );
}

function List({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/documents");
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const found = useQuery(reading<Read>(`/api/cases/${of.id}/documents`));
  return (
    <Section title={t("list")}>
      <Shown query={found} small>
        {({ documents }) => {
          const kinds = DOCUMENT_KIND_CODES.filter((one) => documents.some((document) => document.kind === one));
          const shown = documents.filter((document) => kind === null || document.kind === kind);
          return documents.length === 0 ? (
            <Empty title={t("none")}>{t("none-next")}</Empty>
          ) : (
            <>
              {kinds.length < 2 ? null : (
                <Select
                  label={t("filter")}
                  value={kind}
                  onChange={setKind}
                  short
                  options={kinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
                />
              )}
              <Rows label={t("list")}>
                {shown.map((document) => (
                  <OneDocument key={document.id} of={of} document={document} />
                ))}
              </Rows>
            </>
          );
        }}
      </Shown>
    </Section>
  );
}

function OneDocument({ of, document }: { readonly of: Case; readonly document: Document }) {
  const { t, i18n } = useTranslation("cases/documents");
  const agencyName = useAgencyName();
  const sectionName = useSectionName();
  const queries = useQueryClient();
  const [look, setLook] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = `/api/cases/${of.id}/documents/${document.id}`;
  const picture = document.media.startsWith("image/");
  const size = formatNumber(Math.max(1, Math.round(document.bytes / 1024)), i18n.resolvedLanguage ?? "en");
  const close = () => {
    if (look !== null) URL.revokeObjectURL(look);
    setLook(null);
  };
  const act = (work: () => Promise<void>) => {
    setProblem(null);
    setBusy(true);
    work()
      .catch((thrown: unknown) => setProblem(problemOf(thrown)))
      .finally(() => setBusy(false));
  };
  const open = () =>
    act(async () => {
      const file = await request("GET", `${path}/copy`, undefined, { file: true });
      if (picture) setLook(URL.createObjectURL(file));
      else save(file, document.id);
      await queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}/documents`) });
    });
  const download = () =>
    act(async () => {
      save(await request("GET", `${path}/original`, undefined, { file: true }), document.id);
    });
  const block = () =>
    act(async () => {
      close();
      await request("POST", `${path}/block`, {});
      setSure(false);
      await queries.invalidateQueries({ queryKey: keyOf(`/api/cases/${of.id}/documents`) });
    });
  return (
    <>
      <Row
        time={<Moment at={document.addedAt} />}
        what={document.title ?? t(`kind.${document.kind}`)}
        about={
          <>
            {document.title === null ? "" : `${t(`kind.${document.kind}`)} · `}
            {[agencyName(document.agency, document.fromHome), t("size", { size })]
              .filter((part) => part !== "")
              .join(" · ")}
            {" · "}
            {document.section === null
              ? t("for-everybody")
              : t("for-section", { section: sectionName(document.section) })}
          </>
        }
        why={
          <>
            {document.firstReadAt === null ? (
              t("not-read")
            ) : (
              <>
                {t("first-read")} <Moment at={document.firstReadAt} />
              </>
            )}
            {" · "}
            <span className="figures">{t("hash", { hash: document.sha256.slice(0, 16) })}</span>
          </>
        }
        act={
          document.blocked ? (
            <span>
              <Tag meaning="late">{t("blocked")}</Tag>
            </span>
          ) : look !== null ? (
            <Button onClick={close}>{t("hide")}</Button>
          ) : (
            <Button onClick={open} busy={busy}>
              {t(picture ? "look" : "open")}
            </Button>
          )
        }
      />
      {document.blocked ? null : (
        <li className="row-form">
          {problem === null ? null : <SmallRefusal problem={problem} />}
          {picture && look === null ? (
            <div className="document-shut">
              <span>{t("shut")}</span>
            </div>
          ) : null}
          {look === null ? null : (
            <img className="document-view" src={look} alt={document.title ?? t(`kind.${document.kind}`)} />
          )}
          {sure ? (
            <Notice
              meaning="late"
              title={t("abuse-sure")}
              acts={
                <>
                  <Button kind="danger" onClick={block} busy={busy}>
                    {t("abuse-do")}
                  </Button>
                  <Button onClick={() => setSure(false)}>{t("cancel")}</Button>
                </>
              }
            >
              {t("abuse-means")}
            </Notice>
          ) : (
            <Acts>
              <Button kind="plain" onClick={download}>
                {t("original")}
              </Button>
              <Button
                kind="plain"
                onClick={() => {
                  close();
                  setSure(true);
                }}
              >
                {t("abuse")}
              </Button>
            </Acts>
          )}
        </li>
      )}
    </>
  );
}

/** Hands a file to the device under its number. */
function save(file: Blob, id: string): void {
  const address = URL.createObjectURL(file);
  const link = window.document.createElement("a");
  link.href = address;
  link.download = id;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function AddForm({ of }: { readonly of: Case }) {
  const { t } = useTranslation("cases/documents");
  const sectionName = useSectionName();
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const [reader, setReader] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const send = useSubmit<FormData, { id: string }>({
    path: `/api/cases/${of.id}/documents`,
    makesOld: [`/api/cases/${of.id}/documents`],
  });
  const tooLarge = file !== null && file.size > MOST_BYTES;
  const section = reader === null || reader === "all" ? null : Number(reader);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const ready = file !== null && !tooLarge && kind !== null && reader !== null;
        setTried(!ready);
        if (!ready) return;
        const form = new FormData();
        form.append("about", JSON.stringify({ kind, section, title }));
        // The device's own name for a file stays on the device: it may hold a child's.
        form.append("file", file, "file");
        send.mutate(form, {
          onSuccess: () => {
            setFile(null);
            setKind(null);
            setReader(null);
            setTitle("");
            setRound(round + 1);
          },
        });
      }}
    >
      <Field
        label={t("add.file")}
        hint={t("add.file-hint")}
        error={tooLarge ? t("add.too-large") : tried && file === null ? t("choose") : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            key={round}
            className="input"
            type="file"
            accept="image/*,video/*,audio/*,application/pdf,.docx,.xlsx,.odt"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Select
        label={t("add.kind")}
        value={kind}
        onChange={(next) => {
          setKind(next);
          const usual = next === null ? null : DOCUMENT_KINDS[next];
          setReader(next === null ? null : usual === null ? "all" : String(usual));
        }}
        error={tried && kind === null ? t("choose") : null}
        options={DOCUMENT_KIND_CODES.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      <Select
        label={t("add.reader")}
        hint={t(section === null || of.sections.includes(section) ? "add.reader-hint" : "add.not-you")}
        value={reader}
        onChange={setReader}
        error={tried && reader === null ? t("choose") : null}
        options={[
          { value: "all", label: t("for-everybody") },
          ...SECTIONS.map((one) => ({ value: String(one), label: t("for-section", { section: sectionName(one) }) })),
        ]}
      />
      <TextField
        label={t("add.name")}
        hint={t("add.name-hint")}
        value={title}
        onChange={setTitle}
        maxLength={300}
        optional
      />
      <Refused error={send.error} />
      <Acts>
        <Button type="submit" kind="first" busy={send.isPending}>
          {t(send.isPending ? "add.sending" : "add.do")}
        </Button>
      </Acts>
    </form>
  );
}
