import { frozen } from "../lists/freeze.ts";
import type { NationalOffence } from "../model.ts";

/**
 * India. Narrower than Palermo in two ways that matter for a child: a means must be shown although no such
 * means is needed internationally, and abuse of a position of vulnerability is not among the means. Forced
 * labour is not named, but the list of exploitation is inclusive ("shall include") and speaks of physical
 * exploitation, so a prosecutor may argue it. Slavery-like practices are read as in the 1956 Supplementary
 * Convention (general knowledge).
 * @source Bharatiya Nyaya Sanhita 2023, s. 143(1) and Explanations
 */
export const INDIA_BNS_143: NationalOffence = frozen({
  id: "in.bns.143",
  version: "2023.1",
  provision: "Bharatiya Nyaya Sanhita 2023, s. 143",
  acts: ["act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt"],
  means: [
    "means.threat-or-force",
    "means.other-coercion",
    "means.abduction",
    "means.fraud",
    "means.deception",
    "means.abuse-of-power",
    "means.payment-to-controller",
  ],
  meansNeededForChild: true,
  purposes: [
    "purpose.commercial-sexual-use",
    "purpose.sexual",
    "purpose.slavery",
    "purpose.servitude",
    "purpose.debt-bondage",
    "purpose.serfdom",
    "purpose.servile-marriage",
    "purpose.child-sale",
    "purpose.organ-removal",
    "purpose.forced-begging",
  ],
  purposeList: "open",
  marks: { acts: "V", means: "V", meansNeededForChild: "V", purposes: "G" },
  needsCheck: true,
});
