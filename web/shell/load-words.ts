import i18next from "i18next";
import { hasWords } from "./word-files.ts";

/** Loads a room's words with its first screen; a room without words of its own needs none. */
export async function loadWords(namespace: string): Promise<void> {
  if (hasWords(namespace)) await i18next.loadNamespaces(namespace);
}
