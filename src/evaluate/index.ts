export { compilePlan, type Means, type Plan, type PlannedTest, planFilter } from './plan.ts'
export { valuesAt } from './reading.ts'
export type { ResourceTest } from './restrictions.ts'
