/**
 * Finds the words of kit, shell and every room, of subjects within rooms ("cases/imports") and of engines that speak ("screening"); each
 * file is a part of its own that loads when its language and namespace are needed.
 */
import type { Words } from "../kit/languages/pseudo.ts";
import type { WordSource } from "../kit/languages/set-up.ts";

const files = import.meta.glob<Words>(
  [
    "../kit/words/{en,hi}.json",
    "./words/{en,hi}.json",
    "../../rooms/**/words/{en,hi}.json",
    "../../engines/*/words/{en,hi}.json",
  ],
  {
    import: "default",
  },
);

function fileOf(language: string, namespace: string): string {
  if (namespace === "kit") return `../kit/words/${language}.json`;
  if (namespace === "shell") return `./words/${language}.json`;
  const engine = `../../engines/${namespace}/words/${language}.json`;
  return files[engine] === undefined ? `../../rooms/${namespace}/words/${language}.json` : engine;
}

export const wordSource: WordSource = async (language, namespace) => {
  const load = files[fileOf(language, namespace)];
  if (load === undefined) throw new Error(`no words for ${namespace} in ${language}`);
  return load();
};

/** Has a room words of its own? A room without screens may have none. */
export const hasWords = (namespace: string): boolean => files[fileOf("en", namespace)] !== undefined;
