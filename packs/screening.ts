/** The country's offences as the screening reads them: a second finding beside the international one. */
import type { ActId, MeansId, NationalOffence, PurposeId } from "../engines/screening/index.ts";
import type { Country } from "./shape.ts";

/**
 * Every offence of the pack that states its elements. An offence stays "to be checked" while any part of it was not read in the words of the law.
 * The codes are the screening's own; a test holds the two against each other.
 */
export function screeningOffences({ about, offences }: Country): NationalOffence[] {
  return offences.flatMap(({ act, section, elements }) => {
    if (!elements) return [];
    const { version, provision, purposeList, marks, childNeedsMeans } = elements;
    const met = (list: readonly { meets: readonly string[] }[]) => [...new Set(list.flatMap(({ meets }) => meets))];
    return [
      {
        id: `${about.id}.${act.toLowerCase()}.${section}`,
        version,
        provision,
        acts: met(elements.acts) as ActId[],
        means: met(elements.means) as MeansId[],
        meansNeededForChild: childNeedsMeans,
        purposes: met(elements.purposes) as PurposeId[],
        purposeList,
        marks: {
          acts: marks.acts,
          means: marks.means,
          meansNeededForChild: marks.childNeedsMeans,
          purposes: marks.purposes,
        },
        needsCheck: Object.values(marks).some((mark) => mark !== "V"),
      },
    ];
  });
}
