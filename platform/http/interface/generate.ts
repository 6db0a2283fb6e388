/** The interface's description as TypeScript, for the client of the screens (`web/kit/api.gen.ts`). */

/**
 * Types of every path, body and answer. Fields of answers that may be missing stay optional; nothing is made up.
 * @param document OpenAPI 3.1, as /interface/openapi.json serves it
 */
export async function generateClient(document: object): Promise<string> {
  // Only whoever changes the interface needs it, so it is loaded only then.
  const { default: generate, astToString } = await import("openapi-typescript");
  const types = astToString(await generate(document as never, { alphabetize: true }));
  return `// Written by ./homeward schema from the routes' own schemas. Do not edit.\n${types}`;
}
