/**
 * What the server takes and answers at each address, from its own description (`api.gen.ts`). A screen names the method and the address as it
 * would anyway; what comes back has the server's type, and an address that does not exist does not compile.
 */
import type { paths } from "./api.gen.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** `/api/cases/${string}?open=yes` without what stands after the question mark. */
type Bare<P extends string> = P extends `${infer Path}?${string}` ? Path : P;

/** Does an address, which may have open places, go through this path of the description? Part by part; `{id}` takes any one part. */
type Through<P extends string, K extends string> = P extends `${infer A}/${infer PRest}`
  ? K extends `${infer B}/${infer KRest}`
    ? Part<A, B> extends true
      ? Through<PRest, KRest>
      : false
    : false
  : K extends `${string}/${string}`
    ? false
    : Part<P, K>;
type Part<A extends string, B extends string> = B extends `{${string}}` ? true : A extends B ? true : false;

type Known = keyof paths & string;
/** The path of the description that an address goes through; one that is written out comes before one with open places. */
type PathOf<P extends string> =
  Bare<P> extends Known ? Bare<P> : { [K in Known]: Through<Bare<P>, K> extends true ? K : never }[Known];

type OperationOf<M extends Method, P extends string> = paths[PathOf<P>] extends {
  [m in Lowercase<M>]: infer O;
}
  ? O
  : never;

type Json<R> = R extends { content: { "application/json": infer B } } ? B : undefined;
type Success<R> = { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Json<R[S]> : never }[keyof R];

/** What the server answers to this method at this address; `undefined` where it answers nothing. */
export type Answer<M extends Method, P extends string> =
  OperationOf<M, P> extends { responses: infer R } ? Success<R> : never;

/** What it takes. */
export type Sent<M extends Method, P extends string> =
  OperationOf<M, P> extends {
    readonly requestBody: { content: { "application/json": infer B } };
  }
    ? B
    : undefined;

/** An address that the description knows for this method; anything else is no address. */
export type Address<M extends Method, P extends string> = [OperationOf<M, P>] extends [never] ? never : P;
