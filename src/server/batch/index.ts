export { answerBatch } from './answer-batch.ts'
