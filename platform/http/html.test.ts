import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, htmlDocument, raw } from "./html.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        '"',
        "'",
        "`",
        "&",
        "&#60;",
        "</p>",
        "<script>",
        "-->",
        "]]>",
        "\\",
        "=",
        " ",
        "\n",
        "\0",
        "onclick",
        "x",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

/** What a browser would read where the value stands. */
function readBack(escaped: string): string {
  return escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

describe("a value", () => {
  test("never leaves its place, in text or in an attribute, alone or in a list or nested", () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const pages = [
          html`<p title="${value}" lang='${value}'>${value}</p>`,
          html`<p title="${[value]}" lang='${value}'>${[html`${value}`]}</p>`,
        ];
        for (const page of pages) {
          const shape = /^<p title="([^"<>'`]*)" lang='([^"<>'`]*)'>([^"<>'`]*)<\/p>$/.exec(String(page));
          expect(shape?.slice(1).map(readBack)).toEqual([value, value, value]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("of nothing writes nothing, a number writes itself, a zero too", () => {
    expect(String(html`a${null}${undefined}${false}${0}${[1, null, html`<b>2</b>`]}z`)).toBe("a01<b>2</b>z");
  });
});

describe("a template that no escaping can save", () => {
  const value = "x";
  test.each([
    ["an unquoted attribute", () => html`<p title=${value}>`],
    ["a tag's name", () => html`<${value}>`],
    ["a closing tag's name", () => html`<p></${value}>`],
    ["text inside a tag", () => html`<p ${value}></p>`],
    ["half an attribute's name", () => html`<p data-${value}="1"></p>`],
    ["a script", () => html`<script>${value}</script>`],
    ["a style", () => html`<style>${value}</style>`],
    ["a comment", () => html`<!-- ${value} -->`],
    ["an event", () => html`<p onclick="${value}"></p>`],
    ["a style attribute", () => html`<p style="${value}"></p>`],
    ["an open end", () => html`<p title="${value}`],
    ["markup in an attribute", () => html`<p title="${html`<b>`}"></p>`],
    ["raw with a value", () => (raw as (s: TemplateStringsArray, ...v: string[]) => unknown)`${value}`],
  ])("%s throws, whatever the value", (_, write) => {
    expect(write).toThrow(TypeError);
  });

  test("what stands before and after does not hide it", () => {
    expect(() => html`<!-- fine --><script src="/a.js"></script><b title='"'>${value}</b><p class=${value}>`).toThrow(
      TypeError,
    );
    expect(String(html`<!-- fine --><script src="/a.js"></script><b title='"'>${value}</b> 1 < 2 ${value}`)).toContain(
      ">x</b> 1 < 2 x",
    );
  });
});

describe("an address", () => {
  test.each([
    "/report",
    "/report?lang=hi",
    "?lang=hi",
    "#top",
    "https://example.org/",
    "tel:1098",
    "mailto:a@example.org",
  ])("%s may stand", (address) => {
    expect(String(html`<a href="${address}">x</a>`)).toBe(`<a href="${address}">x</a>`);
  });

  test.each([
    "javascript:alert(1)",
    " javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "",
    "report",
  ])("%j may not", (address) => {
    expect(() => html`<a href="${address}">x</a>`).toThrow(TypeError);
    expect(() => html`<form action="${address}"></form>`).toThrow(TypeError);
  });

  test("an empty start does not let the next value choose", () => {
    expect(() => html`<a href="${null}${"javascript:alert(1)"}">x</a>`).toThrow(TypeError);
  });
});

test("our own constants stand in a tag", () => {
  expect(String(html`<input type="radio"${raw` checked`}${false}>`)).toBe('<input type="radio" checked>');
  expect(htmlDocument(html`<html></html>`)).toBe("<!doctype html>\n<html></html>");
});
