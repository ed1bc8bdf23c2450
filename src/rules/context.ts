import { type Candidates, nearest, type ReportDiagnostic, type SortOf } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import type { Resolution } from '../resolve/index.ts'
import { type Schema, sortIn } from '../schema/index.ts'

/** What is checked, and against what. */
export interface Subject {
  readonly resolution: Resolution
  /** The text of the filter, which its spans refer to. */
  readonly source: string
  readonly schema: Schema
  readonly profile: Profile
}

/** Reports what is wrong in one respect. Rules do not depend on each other's verdict. */
export type Rule = (context: Context) => void

/** The names that a misspelt one may have meant, nearest first. */
export type Suggest = (name: string, candidates: Candidates) => readonly string[]

/** What a rule reads. */
export interface Context extends Resolution, Omit<Subject, 'resolution'> {
  readonly report: ReportDiagnostic
  readonly suggest: Suggest
  /** For proposals, which name fields that no comparison has resolved. */
  readonly sortOf: SortOf
}

/** The number of misspelt names of one filter for which near ones are looked for, since each search takes time. */
const maxSuggestions = 20

function createSuggest(): Suggest {
  let asked = 0
  return (name, candidates) => (++asked > maxSuggestions ? [] : nearest(name, candidates))
}

/** Written out, since copies of objects take a tenth of the time of compiling. */
export const createContext = ({ resolution, source, schema, profile }: Subject, report: ReportDiagnostic): Context => ({
  filter: resolution.filter,
  comparisons: resolution.comparisons,
  clauses: resolution.clauses,
  bareWords: resolution.bareWords,
  functions: resolution.functions,
  conjunctions: resolution.conjunctions,
  juxtapositions: resolution.juxtapositions,
  disjunctions: resolution.disjunctions,
  negations: resolution.negations,
  expression: resolution.expression,
  source,
  schema,
  profile,
  report,
  suggest: createSuggest(),
  sortOf: sortIn(schema),
})

/** Both dialects in one filter; rules about one of them then have nothing sensible to say. */
export const isMixed = ({ comparisons, clauses }: Resolution): boolean => comparisons.length > 0 && clauses.length > 0
