export { valuesAt } from './asking.ts'
export { type Means, type Plan, type PlannedTest, planFilter } from './plan.ts'
export { compilePlan } from './predicate.ts'
export type { Question, ResourceTest } from './questions.ts'
