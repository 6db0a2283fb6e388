import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import i18next from "i18next";

export const LANGUAGES = ["en", "hi"] as const;
export type Language = (typeof LANGUAGES)[number];

const root = join(import.meta.dirname, "../..");

/**
 * Every room's and the platform's words, read once at start. They stand in `rooms/<namespace>/words/<language>.json`: the namespace of a
 * room is its folder's name, that of a subject within it the way there ("cases/imports"). An engine that speaks has its own: `engines/<namespace>/words/`.
 */
const words = i18next.createInstance();
await words.init({
  fallbackLng: "en",
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, namespaces(language)])),
});

function namespaces(language: Language): Record<string, object> {
  const speaking = ["rooms", "engines"].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(`words/${language}.json`))
      .map((file) => file.slice(0, -`/words/${language}.json`.length).replaceAll("\\", "/"))
      .map((name) => [name, `${part}/${name}/words`] as const),
  );
  const folders = [...speaking, ["platform", "platform/http/words"] as const];
  return Object.fromEntries(
    folders.map(([name, folder]) => {
      try {
        return [name, JSON.parse(readFileSync(join(root, folder, `${language}.json`), "utf8")) as object];
      } catch (error) {
        throw new Error(`The words file ${folder}/${language}.json cannot be read: ${(error as Error).message}`);
      }
    }),
  );
}

/** A sentence of a room in a language. @throws Error when the words file has no such key: a missing sentence is a bug. */
export function phrase(
  language: Language,
  room: string,
  key: string,
  values: Record<string, string | number> = {},
): string {
  if (!words.exists(key, { ns: room, lng: language, ...values }))
    throw new Error(`No words for ${room}:${key} in ${language}.`);
  return words.t(key, { ns: room, lng: language, ...values });
}

/** The same with its places left as they stand in the words file: for a page that speaks of the sentence itself. */
export function openPhrase(language: Language, room: string, key: string): string {
  if (!words.exists(key, { ns: room, lng: language })) throw new Error(`No words for ${room}:${key} in ${language}.`);
  return words.t(key, { ns: room, lng: language, skipInterpolation: true });
}

/** The reader's language: the one the client names first among ours (the app sends the worker's own choice), else English. */
export function languageOf(request: FastifyRequest): Language {
  for (const part of (request.headers["accept-language"] ?? "").split(",")) {
    const tag = part.split(";")[0]?.trim().slice(0, 2).toLowerCase();
    const found = LANGUAGES.find((language) => language === tag);
    if (found) return found;
  }
  return "en";
}
