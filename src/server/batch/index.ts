export { answerBatch, createBatchReader } from './answer-batch.ts'
