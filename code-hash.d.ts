/** Over the code of `core` and the versions of all packages. Sixteen hexadecimal digits. */
export function hashCode(): string;
