import { existsSync, readFileSync } from 'node:fs'

const folder = new URL('../../../shared/data/', import.meta.url)

/** The collected data that may be beside the project. */
export const isThere = existsSync(folder)
if (!isThere)
  console.log('the collected data is not beside the project: tests of real filters and images have nothing to read')

const read = (name: string): string => (isThere ? readFileSync(new URL(name, folder), 'utf8') : '')

export const readLines = (name: string): readonly unknown[] =>
  read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))

export const readJson = (name: string): unknown => (isThere ? JSON.parse(read(name)) : undefined)
