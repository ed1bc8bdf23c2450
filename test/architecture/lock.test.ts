import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { root } from './sources.ts'

interface Locked {
  readonly version: string
  readonly resolved?: string
  readonly engines?: { readonly node?: string }
}

const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

/** Whether a range such as `^20.19.0 || >=22.12.0` admits a version; knows the forms that occur in the lock file. */
function admits(range: string, version: string): boolean {
  const order = (a: readonly number[], b: readonly number[]): number =>
    a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
  const wanted = version.split('.').map(Number)
  return range.split('||').some((alternative) =>
    [...alternative.matchAll(/(\^|~|>=|<=|>|<|=)?\s*v?(\*|\d[\w.*-]*)/g)].every(([, operator = '', text = '']) => {
      const parts = text
        .split('.')
        .filter((part) => /^\d+$/.test(part))
        .map(Number)
      const bound = [0, 1, 2].map((index) => parts[index] ?? 0)
      const difference = order(wanted, bound)
      switch (operator) {
        case '>=':
          return difference >= 0
        case '>':
          return difference > 0
        case '<':
          return difference < 0
        case '<=':
          return difference <= 0
        case '^':
          return difference >= 0 && wanted[0] === bound[0]
        case '~':
          return difference >= 0 && wanted[0] === bound[0] && (parts.length < 2 || wanted[1] === bound[1])
        default:
          return parts.every((part, index) => part === wanted[index])
      }
    }),
  )
}

describe('the range of versions', () => {
  test.each([
    ['>=20.19.0', '20.19.0', true],
    ['>=22.0.0', '20.19.0', false],
    ['^20.19.0 || >=22.12.0', '20.19.0', true],
    ['^20.19.0 || >=22.12.0', '20.18.9', false],
    ['^18 || ^19', '20.19.0', false],
    ['18 || 20 || >=22', '20.19.0', true],
    ['10.* || >= 12.*', '20.19.0', true],
    ['>=18 <20', '20.19.0', false],
    ['~20.18', '20.19.0', false],
    ['*', '20.19.0', true],
  ])('%s with %s: %s', (range, version, expected) => {
    expect(admits(range, version)).toBe(expected)
  })
})

describe('package-lock.json', () => {
  test('is not empty', () => {
    expect(packages.length).toBeGreaterThan(100)
  })

  // Otherwise `npm ci` warns of an unsupported engine. Chevrotain requires a later Node than our build of it needs (its
  // grammar check uses Object.groupBy; the tests run that check), so its entry has no engines.
  test.each(['20.19.0', '24.0.0'])('installs on Node %s without a warning', (version) => {
    const excluding = packages.filter(([, { engines }]) => !admits(engines?.node ?? '*', version))
    expect(excluding.map(([path, { engines }]) => `${path}: ${engines?.node ?? ''}`)).toEqual([])
  })

  test('names no registry', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  test('agrees with package.json, which has no dependencies', () => {
    expect(manifest).not.toHaveProperty('dependencies')
    expect(lock.packages['']).not.toHaveProperty('dependencies')
    expect(lock.packages['']).toMatchObject({
      version: manifest.version,
      devDependencies: manifest.devDependencies,
    })
  })
})
