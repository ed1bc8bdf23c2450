export { type Collection, createCollection } from './collection.ts'
