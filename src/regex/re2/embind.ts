/*
 * The binary registers its one class, a wrapper around RE2, through Emscripten's embind: it calls these imports when it
 * starts, and they record where its functions are. Parameters have the names of embind's own code,
 * https://github.com/emscripten-core/emscripten/blob/2.0.14/src/embind/embind.js.
 */

/**
 * A function of C++. It is called through embind's invoker for its signature, which takes the function as first
 * argument.
 */
export interface Invocation {
  /** A place in the table of functions. */
  readonly invoker: number
  readonly context: number
}

/** The class as it is registered. */
export interface WrapperClass {
  /** (pattern, ignoreCase, multiline, dotAll) ⇒ smart pointer */
  readonly create: Invocation
  /** (smart pointer) ⇒ object; a place in the table of functions */
  readonly getPointee: number
  /** (smart pointer) ⇒ nothing; a place in the table of functions */
  readonly destroy: number
  /** (object) ⇒ whether the pattern was accepted */
  readonly ok: Invocation
  /** (object) ⇒ a string, for the caller to free */
  readonly error: Invocation
  /** (object, text, start, getCapturingGroups) ⇒ a record, whose values pass through `_emval_take_value` */
  readonly match: Invocation
}

/** The imports by which the binary registers its class, and the registrations. */
export interface Registrations {
  readonly imports: Readonly<Record<string, (...args: number[]) => void>>
  /** The kind of a value that C++ hands over: a string, the number of a JavaScript value, or a number. */
  kindOf(rawType: number): 'string' | 'value' | 'number'
  /** @throws Error when there is no such class */
  readClass(): WrapperClass
}

/** @param readName reads the string of C at an address */
export function createRegistrations(readName: (address: number) => string): Registrations {
  /** Classes and strings have names; everything else is identified by a number. */
  const types = new Map<string, number>()
  const smartPointers = new Map<number, Pick<WrapperClass, 'getPointee' | 'destroy'>>()
  const constructors = new Map<number, Invocation>()
  const methods = new Map<string, Invocation>()
  let valueType: number | undefined

  const methodKey = (type: number, name: string) => `${String(type)}.${name}`

  const imports = {
    _embind_register_class: named({ rawType: 0, name: 10 }, ({ rawType, name }) => {
      types.set(readName(name), rawType)
    }),
    _embind_register_smart_ptr: named(
      { rawPointeeType: 1, rawGetPointee: 5, rawDestructor: 11 },
      ({ rawPointeeType, rawGetPointee, rawDestructor }) => {
        smartPointers.set(rawPointeeType, { getPointee: rawGetPointee, destroy: rawDestructor })
      },
    ),
    _embind_register_class_constructor: named(
      { rawClassType: 0, invoker: 4, rawConstructor: 5 },
      ({ rawClassType, invoker, rawConstructor }) => {
        constructors.set(rawClassType, { invoker, context: rawConstructor })
      },
    ),
    _embind_register_class_function: named(
      { rawClassType: 0, methodName: 1, rawInvoker: 5, context: 6 },
      ({ rawClassType, methodName, rawInvoker, context }) => {
        methods.set(methodKey(rawClassType, readName(methodName)), { invoker: rawInvoker, context })
      },
    ),
    _embind_register_std_string: named({ rawType: 0, name: 1 }, ({ rawType, name }) => {
      types.set(readName(name), rawType)
    }),
    _embind_register_emval: named({ rawType: 0 }, ({ rawType }) => {
      valueType = rawType
    }),
  }

  return {
    imports,
    kindOf: (rawType) => (rawType === types.get('std::string') ? 'string' : rawType === valueType ? 'value' : 'number'),
    readClass() {
      const type = types.get('WrappedRE2') ?? NaN
      const [create, smartPointer] = [constructors.get(type), smartPointers.get(type)]
      const [ok, error, match] = ['ok', 'error', 'match'].map((name) => methods.get(methodKey(type, name)))
      if (!create || !smartPointer || !ok || !error || !match) throw new Error('this is not the binary of re2-wasm')
      return { create, ...smartPointer, ok, error, match }
    },
  }
}

/** Names the arguments at some positions. */
function named<N extends string>(
  positions: Readonly<Record<N, number>>,
  register: (args: Readonly<Record<N, number>>) => void,
): (...args: number[]) => void {
  return (...args) => {
    const entries = Object.entries<number>(positions).map(([name, at]) => [name, args[at] ?? 0])
    register(Object.fromEntries(entries) as Readonly<Record<N, number>>)
  }
}
