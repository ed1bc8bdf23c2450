import { expect, it } from 'vitest'
import { EngineNotLoadedError, validate } from '../../src/index.ts'

it('reports each pattern that needs an engine which is not loaded, and what to do', () => {
  const missing = new EngineNotLoadedError()
  const regexEngine = {
    compile() {
      throw missing
    },
  }
  const found = validate('(name eq a.*) (name ne "b|c")', { regexEngine })
  expect(found.map(({ code, help, span }) => [code, help, span.start])).toEqual([
    ['engine-missing', missing.help, 9],
    ['engine-missing', missing.help, 23],
  ])
})
