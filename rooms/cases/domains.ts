/**
 * The parts of a child's life that a plan has goals in and an assessment looks at, each with the section it stands in: who does not hold
 * health reads no health goal and no health finding (harm.md, rule 2). Null: everybody on the case. The numbers are those of the sections.
 * @source practice of follow-up after return: safety, whereabouts, school, work, health, mind, family, money, justice, papers, voice
 */
export const DOMAINS = {
  safety: null,
  home: 2,
  family: null,
  health: 4,
  mind: 5,
  school: null,
  work: null,
  money: null,
  justice: null,
  papers: 1,
  voice: 9,
} as const;

export type Domain = keyof typeof DOMAINS;
export const DOMAIN_CODES = Object.keys(DOMAINS) as [Domain, ...Domain[]];

/** The section that a domain's words stand in. */
export function sectionOf(domain: Domain): number | null {
  return DOMAINS[domain];
}
