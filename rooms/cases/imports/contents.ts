import type { PlannedContent } from "./model.ts";

/** Words in which a value is written down for people: labels of fields, answers of lists, yes and no. */
export type WordsForValues = {
  field(name: string): string;
  answer(list: string, code: string): string;
  yes: string;
  no: string;
  about: string;
  /** What a kept column without a name is called. */
  keptWithoutName: string;
};

/** A value as a person reads it: "14–16", "March 2019" as 2019-03, an answer by its label. */
export function contentInWords(content: PlannedContent, list: string | null, words: WordsForValues): string {
  switch (content.is) {
    case "text":
      return content.text;
    case "codes":
      return content.codes.map((code) => (list === null ? code : words.answer(list, code))).join(", ");
    case "number":
      return String(content.number);
    case "yes-no":
      return content.yes ? words.yes : words.no;
    case "age":
      return inAbout(
        content.from === content.to ? String(content.from) : `${content.from ?? ""}–${content.to ?? ""}`,
        content.about,
        words,
      );
    case "date": {
      const { from, to, precision, about } = content.date;
      const day =
        precision === "day"
          ? from
          : precision === "month"
            ? from.slice(0, 7)
            : precision === "year"
              ? from.slice(0, 4)
              : `${from} – ${to}`;
      return inAbout(day, about, words);
    }
  }
}

function inAbout(text: string, about: boolean, words: WordsForValues): string {
  return about ? `${words.about} ${text}` : text;
}
