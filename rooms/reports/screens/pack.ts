import { useQuery } from "@tanstack/react-query";
import { request } from "../../../web/kit/client.ts";

/** The country's names for codes; read once, shared with every room that asks for them. */
export const usePack = () =>
  useQuery({ queryKey: ["pack"], queryFn: () => request("GET", "/api/pack"), staleTime: 600_000 });
