/** The pages of the gallery; one export a page. Everybody is invented. */
import { useMemo, useState } from "react";
import { type ApproximateDate, NO_DATE } from "./approximate-date.ts";
import { Acts, Button, Link } from "./button.tsx";
import { Checkbox, Checks, Choice, Select } from "./choice.tsx";
import { Combobox } from "./combobox.tsx";
import { Conflict } from "./conflict.tsx";
import { DateField } from "./date-field.tsx";
import { Dialog } from "./dialog.tsx";
import { Disclosure } from "./disclosure.tsx";
import { useDraft } from "./draft.ts";
import { DraftNote } from "./draft-note.tsx";
import { PasswordField, TextArea, TextField } from "./field.tsx";
import { Journey } from "./journey.tsx";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { dayOf } from "./languages/format.ts";
import { type Column, DataTable } from "./list/data-table.tsx";
import type { NamedView } from "./list/list-tools.tsx";
import { useListView } from "./list/use-list-view.ts";
import { Notice, Tag } from "./notice.tsx";
import { Columns, Page, Section } from "./page.tsx";
import type { Problem } from "./problem.ts";
import { Question } from "./question.tsx";
import { Refusal, SmallRefusal } from "./refusal.tsx";
import { Empty, Facts, Row, Rows } from "./rows.tsx";
import { Sealed } from "./sealed.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Tabs } from "./tabs.tsx";
import { Timeline } from "./timeline.tsx";
import { showToast } from "./toast.tsx";
import { Progress, Waiting } from "./waiting.tsx";
import { When } from "./when.tsx";

const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
const day = (from: number) => dayOf(Date.now() + from * 86_400_000);

export function parts() {
  return <Parts />;
}

function Parts() {
  const [open, setOpen] = useState<"dialog" | "keys" | null>(null);
  const [tab, setTab] = useState<"plan" | "people" | "papers">("plan");
  useShortcuts([{ keys: "n", label: "Write a note", run: () => showToast("A note") }]);
  return (
    <Page
      title="Parts"
      lead="Buttons, notices, words about things."
      crumbs={[{ label: "Gallery", to: "/parts" }, { label: "Parts" }]}
    >
      <Section title="Acts">
        <Acts>
          <Button kind="first">Open the hearing</Button>
          <Button>Call the owner</Button>
          <Button kind="danger">End it</Button>
          <Button kind="seal">Open, with a reason</Button>
          <Button busy>Saving</Button>
          <Button kind="plain">Not now</Button>
          <Link to="/forms" asButton>
            A link as a button
          </Link>
        </Acts>
      </Section>
      <Section title="Notices and words">
        <Notice>Four uploads wait to be read.</Notice>
        <Notice meaning="soon" title="The session ends at 15:20.">
          Sign in again and go on where you are.
        </Notice>
        <Notice meaning="late" title="Never the household.">
          Only her teacher, in school hours, with the code word.
        </Notice>
        <Notice meaning="safe">The committee has the report.</Notice>
        <p>
          <Tag>from a neighbour</Tag> <Tag meaning="late">late</Tag> <Tag meaning="soon">soon</Tag>{" "}
          <Tag meaning="safe">seen</Tag> <Tag meaning="seal">place sealed</Tag> <Tag meaning="here">yours</Tag>
        </p>
      </Section>
      <Section title="Time first" note="late, soon, later, done">
        <Rows>
          <Row
            time={<When dueAt={hours(-1.17)} />}
            what="Tell the Special Court about the offence"
            about={<>HW-7K2-44Q · girl, 14 · Delhi South</>}
            why="Owned by police station A; its officer in charge was told at 02:10. 24 hours, no journey excluded."
            act={<Button kind="first">Call the owner</Button>}
          />
          <Row
            time={<When dueAt={hours(3.34)} startedAt={hours(-20)} />}
            what="Hear the child before the committee"
            about="HW-9PM-03C · boy, about 9"
            why="24 hours, 1 h 15 min journey excluded. JJ Act s. 31(1)."
            act={<Button>Open the hearing</Button>}
          />
          <Row time={<When dueAt={hours(40)} />} what="Social investigation report" act={<Button>Write</Button>} />
          <Row time={<When dueAt={hours(400)} />} what="Follow-up visit" />
          <Row still time={<When dueAt={hours(1)} doneAt={hours(-2)} />} what="Medical care" />
          <Row still time={<When dueAt={null} />} what="Read an upload" />
        </Rows>
      </Section>
      <Section title="Waiting and nothing">
        <Progress label="Reading the file" done={12000} all={21195} />
        <Waiting />
        <Empty title="Nothing waits for you." acts={<Button>Look at the reports</Button>}>
          What comes in for your unit stands under Reports.
        </Empty>
        <SmallRefusal problem={refused} onAgain={() => undefined} />
      </Section>
      <Section title="Tabs, more, over the page">
        <Tabs
          label="The case"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: "plan", label: "Plan", content: () => <p>Goals and tasks.</p> },
            { value: "people", label: "People", content: () => <p>Child, aunt, teacher.</p> },
            { value: "papers", label: "Papers", content: () => <p>Orders and letters.</p> },
          ]}
        />
        <Disclosure label="Why this time">24 hours from when she was found; the journey does not count.</Disclosure>
        <Acts>
          <Button onClick={() => setOpen("dialog")}>Open a dialog</Button>
          <Button onClick={() => setOpen("keys")}>Keys</Button>
          <Button onClick={() => showToast("The report is yours now.", () => undefined)}>Say something</Button>
        </Acts>
      </Section>
      {open === "dialog" ? (
        <Dialog title="Please confirm that it is you" onClose={() => setOpen(null)}>
          <p>This needs your second factor. What you were doing goes on afterwards.</p>
          <div className="acts">
            <Button kind="first" onClick={() => setOpen(null)}>
              Confirm
            </Button>
          </div>
        </Dialog>
      ) : null}
      {open === "keys" ? <KeyboardHelp onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

const DISTRICTS = [
  "Delhi South",
  "Delhi North",
  "Patna",
  "Gaya",
  "Jaipur",
  "Pune",
  "Kolkata",
  "Purnia",
  "दरभंगा",
  "मधुबनी",
].map((label, at) => ({
  value: String(at),
  label,
}));

export function forms() {
  return <Forms />;
}

function Forms() {
  const [text, setText] = useState("");
  const [secret, setSecret] = useState("");
  const [long, setLong] = useState("She stood at the gate and did not go in.");
  const [one, setOne] = useState<string | null>(null);
  const [some, setSome] = useState<string[]>(["heard"]);
  const [agreed, setAgreed] = useState(false);
  const [state, setState] = useState<string | null>(null);
  const [district, setDistrict] = useState<string | null>(null);
  const [when, setWhen] = useState<ApproximateDate>({ ...NO_DATE, day: "31", month: "2", year: "2026" });
  const [guess, setGuess] = useState<ApproximateDate>({ ...NO_DATE, month: "11", year: "2025", about: true });
  return (
    <Page title="Forms" shape="narrow">
      <TextField
        label="Number of the first information report"
        hint="As it stands on the copy."
        value={text}
        onChange={setText}
        error="Write the number, or say that you do not have it yet."
        short
      />
      <PasswordField label="Password" value={secret} onChange={setSecret} />
      <TextArea label="What you saw" hint="In your own words." value={long} onChange={setLong} most={60} />
      <Choice
        name="age"
        label="How old does the child seem?"
        hint="A guess is enough."
        value={one}
        onChange={setOne}
        options={[
          { value: "0-5", label: "Under 6" },
          { value: "6-11", label: "6 to 11", note: "As tall as a school table, second teeth" },
          { value: "12-17", label: "12 to 17" },
          { value: "unsure", label: "Not sure yet", unsure: true },
        ]}
      />
      <Checks
        name="how"
        label="How do you know?"
        optional
        value={some}
        onChange={setSome}
        options={[
          { value: "saw", label: "I saw it" },
          { value: "heard", label: "Somebody told me" },
        ]}
      />
      <Checkbox label="She agreed to be called" note="Only at the safe number." checked={agreed} onChange={setAgreed} />
      <Select
        label="State"
        value={state}
        onChange={setState}
        short
        options={[
          { value: "IN-DL", label: "Delhi" },
          { value: "IN-BR", label: "Bihar" },
        ]}
      />
      <Combobox
        label="District"
        hint="Type the first letters."
        options={DISTRICTS}
        value={district}
        onChange={setDistrict}
      />
      <DateField label="When was she found?" value={when} onChange={setWhen} withTime />
      <DateField label="Since when has she been there?" value={guess} onChange={setGuess} withWords />
    </Page>
  );
}

export function question() {
  return <AQuestion />;
}

function AQuestion() {
  const draft = useDraft<{ answer: string | null }>("gallery/question", { answer: null });
  return (
    <Question
      title="Can the child leave the place alone?"
      why="Being kept in is one of the strongest signs. It also tells how to reach the child without danger."
      step={{ step: 4, of: 11 }}
      onContinue={() => draft.sent()}
      onUnsure={() => showToast("Noted as not known")}
      onBack={() => history.back()}
      draft={draft}
    >
      <Choice
        name="leave"
        label="Can the child leave the place alone?"
        quietLabel
        value={draft.value.answer}
        onChange={(answer) => draft.set({ answer })}
        options={[
          { value: "yes", label: "Yes, whenever she wants" },
          { value: "watched", label: "Only with somebody", note: "Sent for errands with an adult, or followed" },
          { value: "no", label: "No" },
        ]}
      />
    </Question>
  );
}

function ACase() {
  return (
    <Page
      title="Girl, 14, found in a flat in Delhi South"
      windowTitle="HW-7K2-44Q"
      crumbs={[{ label: "Cases", to: "/list" }, { label: "HW-7K2-44Q" }]}
      lead="Opened 11 January 23:05 from a neighbour’s report · owner: Child Welfare Committee, Delhi South · seen within 24 h"
    >
      <Sealed
        what="Name, parents and birthplace"
        holds={["Name", "Mother", "Father", "Birthplace"]}
        consequence="Opening them is written to the log, and she can be told that you did."
        reason={{ known: "Hear the child, due 18:40" }}
        open={async () => ({
          name: "Meena K.",
          mother: "Sunita K.",
          father: "Ramesh K.",
          birthplace: "a village in Bihar",
        })}
        viewer="Asha Rao 4F1A9C"
        canHold
      >
        {(who) => (
          <Facts
            facts={[
              { name: "Name", value: who.name },
              { name: "Mother", value: who.mother },
              { name: "Father", value: who.father },
              { name: "Birthplace", value: who.birthplace },
            ]}
          />
        )}
      </Sealed>
      <Journey
        today={day(0)}
        stages={[
          { name: "reported", state: "done", on: day(-200) },
          { name: "safe", state: "open", on: day(-3) },
          { name: "heard", state: "done", on: day(-198) },
          { name: "cared-for", state: "open", on: day(-190) },
          { name: "justice", state: "open", on: day(-150) },
        ]}
        returns={[{ from: "home", to: "safe", on: day(-3) }]}
      />
      <Columns>
        {[
          <div key="main">
            <Section title="What is next">
              <Rows>
                <Row time={<When dueAt={hours(-1.17)} />} what="Tell the Special Court" why="Police station A" />
                <Row
                  time={<When dueAt={hours(3.34)} startedAt={hours(-20)} />}
                  what="Hear the child"
                  why="You"
                  act={<Button kind="first">Start the hearing</Button>}
                />
                <Row
                  time={<When dueAt={hours(15 * 24)} />}
                  what="Social investigation report"
                  why="R. Devi, DCPU · 15 days from your order"
                />
              </Rows>
            </Section>
            <Section title="What happened">
              <Timeline
                label="What happened"
                entries={[
                  {
                    id: "1",
                    at: hours(-5),
                    enteredAt: hours(-4.6),
                    what: "First information report registered",
                    detail: "Police station A",
                  },
                  { id: "2", at: hours(-12), what: "A statement was made", detail: "Hospital", sealed: true },
                  {
                    id: "3",
                    at: hours(-20),
                    what: "Taken into safety by a woman officer",
                    detail: "AHTU Delhi · journey 1 h 15 min recorded",
                  },
                ]}
              />
            </Section>
          </div>,
          <aside key="side">
            <Section title="Who can see this">
              <ul>
                <Row still what="Committee, Delhi South" why="owner · everything but where she sleeps" />
                <Row
                  still
                  what="AHTU Delhi"
                  why="investigation · until 11 Jul · not: health, counselling, where she sleeps"
                />
                <Row still what="A care home" why="care · health, plan, contact rules · not: statement, suspects" />
              </ul>
            </Section>
            <Section title="Safe to contact">
              <Notice meaning="late" title="Never the household.">
                Only her teacher, in school hours, with the code word.
              </Notice>
            </Section>
            <Section title="Her own words" note="committee and support person only">
              <p>“I want to see my aunt. I do not want to go to the old house.”</p>
              <p className="small quiet">12 Jan, to the committee</p>
            </Section>
          </aside>,
        ]}
      </Columns>
    </Page>
  );
}

export { ACase as case };

interface Sample {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly due: string | null;
  readonly place: string;
  readonly risk: "high" | "some" | "low";
  readonly age: number;
}

/** Cases out of a fixed sequence: the same each time, so that two measurements measure the same. */
function samples(count: number): Sample[] {
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed >>> 12) % below;
  };
  const began = Date.now();
  return Array.from({ length: count }, (_, at) => {
    const age = 6 + next(12);
    return {
      id: String(at),
      ref: `HW-${(at * 7919 + 100_003).toString(36).toUpperCase().slice(-6)}`,
      title: `${next(2) === 0 ? "Girl" : "Boy"}, ${age}, ${["found at a station", "in a flat", "in a workshop", "on the road"][next(4)]}`,
      due: next(5) === 0 ? null : new Date(began + (next(800) - 60) * 3_600_000).toISOString(),
      place: ["Delhi South", "Patna", "Jaipur", "Pune", "Kolkata", "दरभंगा"][next(6)] ?? "",
      risk: (["high", "some", "low"] as const)[next(3)] ?? "low",
      age,
    };
  });
}

const COLUMNS: readonly Column<Sample>[] = [
  {
    key: "due",
    label: "Due",
    width: "10rem",
    value: (row) => (row.due === null ? null : Date.parse(row.due)),
    cell: (row) => <When dueAt={row.due} />,
  },
  { key: "title", label: "Case", width: "minmax(14rem, 2fr)", value: (row) => row.title, title: true },
  { key: "ref", label: "Number", width: "8rem", value: (row) => row.ref },
  { key: "place", label: "District", width: "minmax(8rem, 1fr)", value: (row) => row.place },
  {
    key: "risk",
    label: "Risk",
    width: "5rem",
    value: (row) => row.risk,
    choices: [
      { value: "high", label: "high" },
      { value: "some", label: "some" },
      { value: "low", label: "low" },
    ],
  },
  { key: "age", label: "Age", width: "4rem", value: (row) => row.age, end: true },
];
const KEYS = COLUMNS.map((column) => column.key);
const OFFERED: readonly NamedView[] = [
  { name: "High risk", view: { words: "", sort: { column: "due", down: false }, only: { risk: ["high"] } } },
];

export function list() {
  return <AList />;
}

function AList() {
  const [count] = useState(() => Number(new URLSearchParams(location.search).get("rows") ?? 30));
  const rows = useMemo(() => samples(count), [count]);
  const [view, setView] = useListView(KEYS);
  const [kept, setKept] = useState<readonly NamedView[]>([]);
  return (
    <Page title="Cases">
      <DataTable
        label="Cases"
        rows={rows}
        columns={COLUMNS}
        rowKey={(row) => row.id}
        rowTo={toCase}
        view={view}
        onView={setView}
        views={{
          offered: OFFERED,
          kept,
          onKeep: (one) => setKept([...kept, one]),
          onForget: (name) => setKept(kept.filter((one) => one.name !== name)),
        }}
        empty={<Empty title="No case of yours is open.">A case begins from a report, or directly.</Empty>}
      />
    </Page>
  );
}

const toCase = () => "/case";

const refused: Problem = {
  type: "/problems/shelter-full",
  title: "This home has no free bed tonight.",
  status: 409,
  code: "shelter-full",
  next: "Choose another, or ask the duty manager.",
  legalBasis: "Convention on the Rights of the Child, art. 3(3)",
  errors: [],
  retryAfter: null,
  conflict: null,
};

export function refusal() {
  return <Refusal problem={refused} onAgain={() => undefined} onBack={() => undefined} />;
}

export function conflict() {
  return <AConflict />;
}

function AConflict() {
  const draft = useDraft("gallery/conflict", "");
  return (
    <>
      <Conflict
        fields={[
          { name: "Risk", mine: "high", theirs: "high" },
          {
            name: "Plan",
            mine: "Visit the aunt on Monday.",
            theirs: "Visit the aunt on Tuesday, with an interpreter.",
          },
        ]}
        onMine={() => undefined}
        onTheirs={() => undefined}
      />
      <div className="page">
        <DraftNote draft={draft} />
      </div>
    </>
  );
}
