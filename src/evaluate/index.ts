export { evaluatorOf, evaluatorOfCondition, type ResourceTest } from './evaluate.ts'
export { isSetBeyondDefault, presenceOf, type ValueVerdict, verdictOf } from './test-value.ts'
export { someValueAt, valuesAt } from './values-at.ts'
