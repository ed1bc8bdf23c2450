import { describe, expect, it } from 'vitest'
import { createRegistrations } from '../../src/regex/re2/embind.ts'
import { InstanceMemory } from '../../src/regex/re2/instance-memory.ts'

describe('the memory of an instance', () => {
  const page = 65_536
  const size = (view: InstanceMemory) => view.bytes.length / page

  it.each([
    ['by a quarter, since more will be needed', 8, 16, 9 * page, true, 10],
    ['by what is wanted, if that is more', 8, 16, 12 * page, true, 12],
    ['by what is wanted, if there is no more', 8, 9, 8 * page + 1, true, 9],
    ['not beyond its maximum', 8, 9, 10 * page, false, 8],
    ['not to 4 GiB, which has the sign bit set', 8, 9, -page, false, 8],
  ])('grows %s', (_, initial, maximum, wanted, grown, pages) => {
    const view = new InstanceMemory(new WebAssembly.Memory({ initial, maximum }))
    view.setWord(16, -5)
    expect(view.growTo(wanted)).toBe(grown)
    expect(size(view)).toBe(pages)
    expect(view.wordAt(16)).toBe(-5)
  })

  it('does not take a used-up stack for a lack of memory', () => {
    const exhausted = new RangeError('Maximum call stack size exceeded')
    const memory = new WebAssembly.Memory({ initial: 1 })
    memory.grow = () => {
      throw exhausted
    }
    const view = new InstanceMemory(memory)
    expect(() => view.growTo(2 * page)).toThrow(exhausted)
  })

  it('has strings of C in it', () => {
    const view = new InstanceMemory(new WebAssembly.Memory({ initial: 1 }))
    view.bytes.set(new TextEncoder().encode('WrappedRE2\0error\0'), 100)
    expect([100, 111, 117].map((address) => view.cStringAt(address))).toEqual(['WrappedRE2', 'error', ''])
  })
})

describe('what a binary registers', () => {
  const names = ['', 'WrappedRE2', 'ok', 'error', 'match', 'std::string', 'std::wstring', 'Other']
  const at = (name: string) => names.indexOf(name)
  const [other, wrapper, string, value] = [70, 71, 72, 73]

  /** In the order in which re2-wasm's binary calls them, with another class besides. */
  const calls: readonly (readonly [name: string, ...args: number[]])[] = [
    ['_embind_register_class', other, 0, 0, 0, 0, 0, 0, 0, 0, 0, at('Other'), 0, 0],
    ['_embind_register_class_function', other, at('ok'), 2, 0, 0, 901, 902, 0],
    ['_embind_register_class', wrapper, 0, 0, 0, 0, 0, 0, 0, 0, 0, at('WrappedRE2'), 0, 0],
    ['_embind_register_smart_ptr', 0, wrapper, 0, 0, 0, 105, 0, 0, 0, 0, 0, 111],
    ['_embind_register_class_constructor', wrapper, 5, 0, 0, 204, 205],
    ['_embind_register_class_function', wrapper, at('ok'), 2, 0, 0, 301, 302, 0],
    ['_embind_register_class_function', wrapper, at('error'), 2, 0, 0, 401, 402, 0],
    ['_embind_register_class_function', wrapper, at('match'), 5, 0, 0, 501, 502, 0],
    ['_embind_register_std_string', string, at('std::string')],
    ['_embind_register_std_string', 80, at('std::wstring')],
    ['_embind_register_emval', value, 0],
  ]

  function registered(kept: readonly (readonly [string, ...number[]])[]) {
    const registrations = createRegistrations((address) => names[address] ?? '')
    for (const [name, ...args] of kept) registrations.imports[name]?.(...args)
    return registrations
  }

  it('is its class, by the positions of the arguments', () => {
    expect(registered(calls).readClass()).toEqual({
      create: { invoker: 204, context: 205 },
      getPointee: 105,
      destroy: 111,
      ok: { invoker: 301, context: 302 },
      error: { invoker: 401, context: 402 },
      match: { invoker: 501, context: 502 },
    })
  })

  it('tells strings and values from numbers', () => {
    const { kindOf } = registered(calls)
    expect([string, value, 80, wrapper].map(kindOf)).toEqual(['string', 'value', 'number', 'number'])
  })

  it.each([2, 3, 4, 5, 6, 7])('is refused without the call %i', (left) => {
    const { readClass } = registered(calls.filter((_, index) => index !== left))
    expect(readClass).toThrow(new Error('this is not the binary of re2-wasm'))
  })
})
