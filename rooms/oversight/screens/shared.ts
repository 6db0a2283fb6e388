import { useQuery } from "@tanstack/react-query";
import { request } from "../../../web/kit/client.ts";
import { nameIn } from "../../../web/kit/languages/format.ts";
import type { ListView } from "../../../web/kit/list/view.ts";

type Names = Readonly<Record<string, string>>;

/** The country's names for codes; read once, shared with every room that asks for them. */
export const usePack = () =>
  useQuery({ queryKey: ["pack"], queryFn: () => request("GET", "/api/pack"), staleTime: 600_000 });

/** A home's name would say where a child sleeps: it comes as null and is called what it is. */
export const agencyIn = (agency: Names | null, home: string, language: string): string =>
  agency === null ? home : nameIn(agency, language);

/** A case's random reference as people say it to each other. */
export const shortRef = (ref: string): string => ref.slice(0, 8);

/** A view that is narrowed to these codes of one column. */
export const narrowed = (column: string, ...codes: readonly string[]): ListView => ({
  words: "",
  sort: null,
  only: { [column]: codes },
});
