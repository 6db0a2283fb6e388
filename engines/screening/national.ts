import { element, type Facts, MEANS_OF, PURPOSE_OF_EXPLOITATION, purposesFor, relied, yesIn } from "./elements.ts";
import type { DimensionId, ElementFinding, National, NationalOffence, Outcome, PurposeId, Reason } from "./model.ts";

/**
 * The elements of a national offence, read from the same answers and kept apart from the international ones:
 * national law may be narrower, and a charge needs what it asks for.
 * Where the law's list of purposes is open, a purpose that it does not name is for a prosecutor to argue and
 * leaves the element not yet knowable.
 */
export function nationalElements(offence: NationalOffence, facts: Facts): National {
  const act = element(offence.acts, [], facts);
  const means = element(offence.means, dimensionsShowing(offence), facts);
  const needed = !facts.child || offence.meansNeededForChild;
  const { purpose, reasons } = purposeIn(offence, facts);
  const outcomes = [act.outcome, purpose.outcome, ...(needed ? [means.outcome] : [])];
  return {
    offence: offence.id,
    provision: offence.provision,
    act,
    means: { ...means, needed },
    purpose,
    outcome: together(outcomes),
    reasons: [
      ...(facts.child && offence.meansNeededForChild
        ? [{ code: "law-asks-means-for-child", items: means.metBy } as const]
        : []),
      ...reasons,
    ],
  };
}

function dimensionsShowing({ means }: NationalOffence): DimensionId[] {
  return (Object.keys(MEANS_OF) as DimensionId[]).filter((dimension) => {
    const shown = MEANS_OF[dimension];
    return shown !== undefined && means.includes(shown);
  });
}

function purposeIn(offence: NationalOffence, facts: Facts): { purpose: ElementFinding; reasons: Reason[] } {
  const possible = purposesFor(facts.child);
  const named = possible.filter((purpose) => names(offence, purpose));
  const byLabour: DimensionId[] = ["exploitation"];
  const labourNamed = named.includes(PURPOSE_OF_EXPLOITATION);
  const purpose = relied(element(named, labourNamed ? byLabour : [], facts), facts);
  const outside = element(
    possible.filter((purpose) => !named.includes(purpose)),
    labourNamed ? [] : byLabour,
    facts,
  );

  // Under an open list a "no" needs every purpose denied, the unnamed ones too.
  const arguable = offence.purposeList === "open" && purpose.outcome === "not-met" && outside.outcome !== "not-met";
  return {
    purpose: arguable ? { ...purpose, outcome: "not-yet-knowable" } : purpose,
    reasons:
      purpose.outcome !== "met" && outside.outcome === "met"
        ? [{ code: "law-does-not-name-purpose", items: [...outside.metBy, ...yesIn(outside.metByDimensions, facts)] }]
        : [],
  };
}

/** A law that names sexual exploitation covers the commercial sexual use of a child. */
function names(offence: NationalOffence, purpose: PurposeId): boolean {
  return (
    offence.purposes.includes(purpose) ||
    (purpose === "purpose.commercial-sexual-use" && offence.purposes.includes("purpose.sexual"))
  );
}

function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("not-met")) return "not-met";
  return outcomes.every((outcome) => outcome === "met") ? "met" : "not-yet-knowable";
}
