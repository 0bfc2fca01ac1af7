/** What is made once for each of the things that never change, such as the statements of an edition. */

/** `make`, remembering what it made for as long as the key is used elsewhere. To be given only what depends on it alone. */
export function onceEach<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
