/** What every record has, with where it comes from. */
export const EVERY_RECORD = `id version closedOn visibility province { code } keeper { code } versions { version action changes { field } }
  provenance { kind document { title quotes { key } } quote { text document { title } } fields { field quote { text } } }`;
const ROLES = `roles { role among organisation { code } provenance { kind document { title } } }`;
const COUNTED = `totalCount pageInfo { endCursor }`;
const BULK = `filter: { name: { contains: "hang loat" } }`;

/** Lists of `fillRecords` with everything that hangs on them, `$n` rows of each; with aliases, counts and groups. */
export const RECORD_QUERIES: Record<string, string> = {
  'movements → campaigns → activities → roles': `query ($n: Int!) { movements(first: $n, ${BULK}) { ${COUNTED} nodes { ${EVERY_RECORD} name ${ROLES}
    national { name } carriedOut(first: 2) { ${COUNTED} nodes { name } } linked { movement { name } } linkedFrom { movement { name } }
    awards(first: 2) { ${COUNTED} groups(by: [RUNG], first: 3) { count key { rung } sum { quantity } } nodes { ${EVERY_RECORD} organisation { code } unit { name } movement { name } campaign { name } decision { title issuer { code } } } }
    evaluations(first: 2) { ${COUNTED} nodes { name } } activities(first: 2) { ${COUNTED} nodes { name } }
    campaigns(first: 3) { ${COUNTED} groups(by: [YEAR], first: 3) { count key { year } } nodes { ${EVERY_RECORD} name movement { name } national { name } ${ROLES}
      carriedOut(first: 1) { nodes { name } } evaluations(first: 1) { ${COUNTED} nodes { name } }
      activities(first: 3) { ${COUNTED} groups(by: [LEAD, CAMPAIGN, PLACE], first: 3) { count key { lead { code } campaign { name } place { code } } sum { participants } }
        nodes { ${EVERY_RECORD} name ${ROLES} place { code } campaign { name } movement { name } agreement { name } targetGroups { name } policies { title } } }
      more: activities(last: 1, filter: { kind: { eq: GIFTS } }) { totalCount nodes { name } } } } } } }`,
  'agreements → parties, signatories, items, plans, events, obligations, evaluations → recommendations → follow-ups': `query ($n: Int!) { agreements(first: $n, ${BULK}) { ${COUNTED} nodes {
    ${EVERY_RECORD} name document { title } parties { role organisation { code } provenance { quote { text } } }
    signatories { person { name offices { title organisation { code } } } organisation { code } offices { title person { name } } }
    contents { text targetGroups { name } indicators { code } } objectives { text targetGroups { name } indicators { code } }
    supports { text giver { code } receivers { code } } policies { title }
    plans(first: 2) { ${COUNTED} nodes { ${EVERY_RECORD} agreement { name } document { title } fedBy { name } evaluations(first: 2) { ${COUNTED} nodes { name } } } }
    events(first: 2) { ${COUNTED} nodes { ${EVERY_RECORD} agreement { name } place { code } chair { name } document { title } organisations { code }
      evaluations(first: 1) { ${COUNTED} nodes { name } } recommendations(first: 1) { ${COUNTED} nodes { text } } } }
    reviewMeetings(first: 2) { ${COUNTED} nodes { name } } activities(first: 2) { ${COUNTED} nodes { name } }
    obligations(first: 2) { ${COUNTED} nodes { ${EVERY_RECORD} agreement { name } years { year state metBy { id } } } }
    recommendations(first: 2) { ${COUNTED} nodes { text } }
    evaluations(first: 2) { ${COUNTED} groups(by: [AGREEMENT], first: 3) { count key { agreement { name } } sum { score } } nodes { ${EVERY_RECORD} name agreement { name } plan { name } meeting { name } movement { name } campaign { name }
      evaluated { code } concludedBy { name } feeds { name } stages(first: 3) { ${COUNTED} nodes { stage } } criteria { name score } findings { text organisation { code } } lessons { text }
      recommendations(first: 2) { ${COUNTED} nodes { ${EVERY_RECORD} text from { code } to { code } speaker { name } agreement { name } evaluation { name } meeting { name } document { title } targetGroups { name }
        followUps { text state organisation { code } } } } } } } } }`,
  'organisations → agreements, movements, campaigns, activities, units, offices, membership': `query ($n: Int!) { organisations(first: $n, filter: { kind: { eq: LDLD } }) { ${COUNTED} nodes { code
    agreements(first: 2) { ${COUNTED} nodes { name parties { organisation { code } } } } movements(first: 2) { ${COUNTED} nodes { name } } led: movements(first: 2, roles: [LAUNCHES]) { ${COUNTED} nodes { name ${ROLES} } }
    campaigns(first: 2) { ${COUNTED} nodes { name } } activities(first: 2, roles: [LEADS]) { ${COUNTED} groups(by: [HELD_MONTH], first: 2) { count sum { gifts } } nodes { name } }
    units(first: 2) { ${COUNTED} nodes { ${EVERY_RECORD} name organisation { code } place { code } predecessors { on unit { name } } successors { on unit { name } } } }
    offices { title since { earliest } person { name } } membership(period: "2026-S1") { period { key } } awards(first: 2) { ${COUNTED} nodes { name } } evaluations(first: 2) { ${COUNTED} nodes { name } }
    recommendationsFrom(first: 2) { ${COUNTED} nodes { text } } recommendationsTo(first: 2) { ${COUNTED} nodes { text } } documents(first: 2) { ${COUNTED} nodes { title } }
    members(first: 2) { ${COUNTED} nodes { pseudonym unit { name } organisation { code } } } } } }`,
  'units → predecessors and successors': `query ($n: Int!) { organisationUnits(first: $n, ${BULK}) { ${COUNTED} nodes { ${EVERY_RECORD} organisation { code } place { code } predecessors { unit { name predecessors { unit { name } } } } successors { unit { name } } } } }`,
  'documents → quotes': `query ($n: Int!) { documents(first: $n, filter: { title: { contains: "hang loat" } }) { ${COUNTED} nodes { id title province { code } keeper { code } issuer { code } quotes { text document { title } } versions { version } } } }`,
  'persons → offices': `query ($n: Int!) { persons(first: $n, ${BULK}) { ${COUNTED} nodes { ${EVERY_RECORD} name offices { title organisation { code } person { name } } } } }`,
  'target groups → activities': `query ($n: Int!) { targetGroups(first: $n, ${BULK}) { ${COUNTED} nodes { ${EVERY_RECORD} name activities(first: 2) { ${COUNTED} nodes { name } } } } }`,
  policies: `query ($n: Int!) { policyReferences(first: $n, filter: { title: { contains: "hang loat" } }) { ${COUNTED} nodes { ${EVERY_RECORD} title } } }`,
};
