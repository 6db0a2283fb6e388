import { columns, type Line } from "./trying.ts";

const ABOUT: Readonly<Record<string, string>> = {
  access: "Who may see what. Three views answer each person about themselves; the tables are nobody's.",
  agencies: "Who works here. Everybody signed in may know which agencies there are.",
  cases: "The child's case.",
  identities:
    "The vault's side. That a record exists may be known on its case; its bytes leave through one function, against a log entry.",
  log: "Only functions write, only the log's own process gives numbers, and nothing is changed afterwards.",
  oversight: "Cases without names, openings, refusals: for an overseer of an oversight body.",
  platform: "What any server needs.",
  reports: "What somebody said. Here a member is a worker of the desk that the report came to.",
  sessions: "Signing in. Only functions reach it.",
};

/** The page for an auditor: plain words first, then a table for each room. */
export function asPage(lines: readonly Line[]): string {
  const rooms = [...new Set(lines.map((line) => line.room))].sort();
  const heads = columns.map((column) => column.title);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return `# The policy as a page of ticks

This page is written by a test that signs in as each kind of person and as each process, tries to read, add, change and delete rows of
every table and view, and takes everything back. It does not read what the policies say: it shows what they do. The test fails when the page
and the database differ; \`HOMEWARD_WRITE=1 ./homeward test stories/policy\` writes the page anew, and the difference is read before it is
accepted.

How to read it: **r** reads at least one row, **a** adds one, **n** adds one in a colleague's
name, **c** changes one, **t** ties one to the case, **u** changes one that it cannot read,
**d** deletes one, · none of these. All rows belong to one case
or to one report at one desk. The people, from left to right:

- **member**: on the case, until a day, holding no section; **member with the section**: the same, holding every section;
- **owner's supervisor**: of the agency that owns the case, not a member;
- **other agency**: works and supervises elsewhere, no tie to the case;
- **recused**: a member holding every section, and a supervisor of the owner, who has said that they know somebody in the case;
- **ended**: was a member with every section; the day has come; moved to another unit;
- **signed out**: staff's connection with nobody's session behind it;
- **overseer**: of an oversight body, on oversight's own connection;
- **public form, sign-in, vault, log, jobs, admin**: the processes' own connections. The vault is tried with the session of the member who holds
  every section, and still reaches no table.

What a tick cannot show: functions. Letting somebody onto a case, sealing and opening an identity, closing, the public form and the log run
through functions that decide again by themselves; \`stories/access-model\` tries them against a model of the rules, and \`stories/matrix.ts\`
tries every address of the server. A row marked *empty here* stands in no try-out row, so that only a missing right shows.

${rooms
  .map((room) =>
    [
      `## ${room}`,
      "",
      ...(ABOUT[room] ? [ABOUT[room], ""] : []),
      row(["", ...heads]),
      row(["---", ...heads.map(() => "---")]),
      ...lines
        .filter((line) => line.room === room)
        .map((line) =>
          row([`${line.of}${line.empty ? " *(empty here)*" : ""}`, ...line.cells.map((can) => can || "·")]),
        ),
      "",
    ].join("\n"),
  )
  .join("\n")}`;
}
