import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSheet } from "./open.ts";

const real = new URL("../../../shared/data/htcds/htcds_xlsform.xml", import.meta.url).pathname;

test("a form in groups, with labels in two languages, is read in its default language", async () => {
  const xml = `<?xml version="1.0"?>
  <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>Intake</h:title><model>
      <itext>
        <translation lang="hi"><text id="/data/g/name:label"><value>नाम</value></text></translation>
        <translation lang="en" default="true()"><text id="/data/g/name:label"><value>Her name</value></text></translation>
      </itext>
      <instance><data id="intake" version="3"><g><name/><needs/></g><meta><instanceID/></meta></data></instance>
      <instance id="places"><root><item><name>far</name></item></root></instance>
      <bind nodeset="/data/g/name" type="string"/><bind nodeset="/data/g/needs" type="string"/>
      <bind nodeset="/data/meta/instanceID" type="string"/>
    </model></h:head>
    <h:body><group ref="/data/g"><label>About her</label>
      <input ref="/data/g/name"><label ref="jr:itext('/data/g/name:label')"/></input>
      <select ref="/data/g/needs"><label>Needs</label>
        <item><label>A doctor; today</label><value>doctor</value></item>
        <item><label>Clothes</label><value>clothes</value></item>
      </select>
    </group></h:body>
  </h:html>`;
  const folder = await mkdtemp(join(tmpdir(), "homeward-form-"));
  await writeFile(join(folder, "intake.xml"), xml);
  const opened = await openSheet(join(folder, "intake.xml"));
  await rm(folder, { recursive: true });
  if (!opened.ok) throw new Error(opened.code);
  expect(opened.kind).toBe("xform");
  expect(opened.sheets).toEqual([]);
  expect(opened.form).toEqual({
    id: "intake",
    version: "3",
    title: "Intake",
    fields: [
      { name: "name", path: "/data/g/name", type: "string", label: "Her name", multiple: false, choices: [] },
      {
        name: "needs",
        path: "/data/g/needs",
        type: "select",
        label: "Needs",
        multiple: true,
        choices: [
          { value: "doctor", label: "A doctor; today" },
          { value: "clothes", label: "Clothes" },
        ],
      },
      { name: "instanceID", path: "/data/meta/instanceID", type: "string", label: null, multiple: false, choices: [] },
    ],
  });
});

test.skipIf(!existsSync(real))(
  "the published HTCDS form: every question, its choices and its slips (skipped without ../shared/data)",
  async () => {
    const opened = await openSheet(real);
    if (!opened.ok || !opened.form) throw new Error("refused");
    const { form } = opened;
    expect(form.id).toBe("htcds_xlsform");
    expect(form.fields).toHaveLength(35);
    const field = (name: string) => form.fields.find((one) => one.name === name);
    expect(field("prs_Birthdate")).toMatchObject({ type: "date", label: "Birthdate" });
    expect(field("prs_Citizenship")?.choices).toHaveLength(249);
    expect(field("vic_ForcedLabourIndustry")).toMatchObject({ type: "select", multiple: true });
    expect(field("vic_ForcedLabourIndustry")?.choices.map((choice) => choice.label)).toContain(
      "Water supply; sewerage, waste management and remediation",
    );
    // The slip of the published form: the title is asked as "Second Name".
    expect(form.fields.filter((one) => one.label === "Second Name").map((one) => one.name)).toEqual([
      "prs_Second_Name",
      "prs_Title",
    ]);
  },
);
