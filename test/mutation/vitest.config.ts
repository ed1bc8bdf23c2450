import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests that run in this process on src/ and grammar/, without those that take long or use the built package. */
const everywhere = [
  'test/{ast,diagnostics,evaluate,grammar,hints,matcher,plan,rules,schema,semantics,types,values}/**/*.test.ts',
  'test/testing/{conformance,oracle}.test.ts',
  'test/*.test.ts',
]

/** Those that reach the patterns, besides `test/regex`. */
const withPatterns = ['test/options.test.ts', 'test/verbs.test.ts', 'test/limits.test.ts', 'test/plan/plans.test.ts']

/**
 * These run the built package, in processes and threads of their own; and random pairs, which take half a minute for each
 * mutant that they do not notice.
 */
const excluded = [
  'test/regex/{two-builds,without-web-assembly,other-thread,memory,differential}.test.ts',
  '**/node_modules/**',
]

/** `src/collection` is also tested by `test/collection`; `src/regex` and its folders by `test/regex` and little else. */
const folder = process.env.MUTATED_FOLDER ?? ''
const [, part = ''] = /^src\/(collection|list|regex|server)(?:\/|$)/.exec(folder) ?? []
const mirrored = part === '' ? [] : [`test/${part}/**/*.test.ts`]

const ownTests = folder.replace(/^src\//, '/test/').replace(/\.ts$/, '.test.ts')

/** The tests of the folder itself come first: most mutants are noticed soon. */
class OwnFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOwn = ({ moduleId }: TestSpecification): boolean => moduleId.includes(ownTests)
    return Promise.resolve([...files.filter(isOwn), ...files.filter((file) => !isOwn(file))])
  }
}

export default defineConfig({
  test: {
    include: [...(part === 'regex' ? withPatterns : everywhere), ...mirrored],
    exclude: excluded,
    setupFiles: ['test/mutation/same-seed.ts'],
    sequence: { sequencer: OwnFirst },
    testTimeout: 120_000,
  },
})
