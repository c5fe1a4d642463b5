/** The same object, whose methods put their names into `called`, so that a test can tell which of them it left out. */
export function recordCalls<T extends object>(object: T, called: Set<string>): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value === 'function' && typeof name === 'string') called.add(name);
      return value;
    },
  });
}
